#pragma once

#include <openssl/types.h>

#include <memory>

#include "base/SecretBytes.h"
#include "crypto/Certificate.h"
#include "crypto/Digest.h"

namespace signet::sandbox {

using base::Expected;

/** The key of a PFX file that a service was given to seal with. Immutable; any thread. */
class SealKey {
public:
    /**
     * PfxUnreadable, PfxPasswordWrong, PfxAlgorithm, PfxWithoutKey, PfxWithoutCertificate, PfxKeyMismatch;
     * CertificateInvalid where the certificate cannot be read. Old algorithms (RC2, triple DES) open, too.
     */
    static Expected<SealKey> open(const QByteArray& pfx, const base::SecretBytes& password);

    const crypto::Certificate& certificate() const { return m_certificate; }
    /** RSA PKCS#1 v1.5 over the DigestInfo; ECDSA as DER. */
    Expected<QByteArray> sign(const crypto::Digest& digest) const;

private:
    SealKey(std::shared_ptr<EVP_PKEY> key, crypto::Certificate certificate)
        : m_key(std::move(key)), m_certificate(std::move(certificate)) {}

    std::shared_ptr<EVP_PKEY> m_key;
    crypto::Certificate m_certificate;
};

}  // namespace signet::sandbox
