#pragma once

#include <openssl/x509.h>

#include "crypto/Certificate.h"

namespace signet::crypto {

/**
 * The statements of the certificate's qcStatements extension (RFC 3739, 3.2.6; ETSI EN 319 412-5). An
 * extension that is absent, repeated or does not parse to its last byte states nothing. Private to crypto/.
 */
QualifiedStatements readQualifiedStatements(const X509& certificate);

}  // namespace signet::crypto
