#pragma once

#include <QList>

#include "base/SecretBytes.h"
#include "crypto/Certificate.h"

namespace signet::crypto {

/**
 * A PFX file (PKCS #12, RFC 7292), opened to see that its password is right and that its private key fits its
 * certificate. The key itself is dropped at once: nothing is signed here. Immutable. Any thread; opening
 * takes up to half a second, with the files of some programs longer.
 *
 * Files of old programs (RC2-40 and triple DES under SHA-1) open, too. The password is taken as its bytes
 * are, which are to be UTF-8; no normalisation. Of more than one key that which has a certificate counts.
 */
class PfxFile {
public:
    static constexpr qsizetype LargestFile = 1024 * 1024;  ///< bytes

    /**
     * `name` is what messages call the file. PfxUnreadable (no PFX, damaged, or too large), PfxAlgorithm
     * (also where it asks for absurdly many rounds), PfxPasswordWrong, PfxWithoutKey, PfxWithoutCertificate,
     * PfxKeyMismatch; CertificateInvalid if the certificate cannot be read.
     */
    static Expected<PfxFile> open(const QByteArray& bytes, const base::SecretBytes& password,
                                  const QString& name);
    /** Only the certificates, that of the key first; no key is needed. The same errors, but for the key's. */
    static Expected<QList<Certificate>> certificatesIn(const QByteArray& bytes,
                                                       const base::SecretBytes& password,
                                                       const QString& name);

    const Certificate& certificate() const { return m_certificate; }  ///< that of the key
    const QList<Certificate>& others() const { return m_others; }     ///< such as its issuers

private:
    PfxFile(Certificate certificate, QList<Certificate> others)
        : m_certificate(std::move(certificate)), m_others(std::move(others)) {}
    Certificate m_certificate;
    QList<Certificate> m_others;
};

}  // namespace signet::crypto
