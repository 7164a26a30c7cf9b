#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/**
 * Who signs: the card in the named reader, or the desk's selected one, and the certificate for the time
 * stamps (the card's own, or the file that the profile names). Everything that can be known to be wrong
 * before a PIN is asked for: the desk's errors, PinBlocked, CardNoAuthenticationCertificate, FileNotReadable,
 * CertificateInvalid, CertificateWrongUsage (it is the signing certificate).
 */
base::Expected<Signer> chooseSigner(const CardDesk& cards, const QString& reader, const Profile& profile);

}  // namespace signet::signing
