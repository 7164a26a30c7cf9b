#pragma once

#include <QFuture>
#include <QString>
#include <optional>

#include "base/SecretBytes.h"
#include "crypto/Certificate.h"

namespace signet::signing {

/**
 * The authentication certificate that time stamps are requested with, from a file: PEM, DER, base64 of DER,
 * or a PFX, of which only the certificate is taken. `password` opens the PFX, and counts for nothing else. Of
 * several certificates in a PFX: the one for authentication, else that of its key, else the first. `seal`:
 * the e-seal that it belongs to, if it is to seal.
 *
 * Whatever is wrong is the file's fault: FileNotReadable, AuthCertificateInvalid, AuthCertificateExpired,
 * AuthCertificateNotYetValid, AuthCertificateWrongUsage (it only signs), AuthCertificateIsSeal,
 * AuthCertificatePassword, PfxAlgorithm. Takes as long as opening a PFX; any thread.
 */
base::Expected<crypto::Certificate> readAuthCertificate(
    const QString& path, const base::SecretBytes& password,
    const std::optional<crypto::Certificate>& seal = std::nullopt);

/** The same in Qt's pool, without a password. The future always finishes. */
QFuture<base::Expected<crypto::Certificate>> readAuthCertificateInPool(const QString& path);

}  // namespace signet::signing
