#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/**
 * What the run works with. To sign: the card in the named reader, or the desk's selected one. To seal: the
 * seal. And the certificate for the time stamps: the seal's; the
 * order's (to archive); otherwise the one in the file that the profile names, or the card's own. Everything
 * that can be known to be wrong before anybody is asked or anything is sent: the desk's errors, PinBlocked,
 * CardNoAuthenticationCertificate, CertificateWrongUsage (it is the signing certificate), the obstacles of
 * appraise(), the errors of readAuthCertificate().
 */
base::Expected<void> equip(RunContext& ctx);

}  // namespace signet::signing
