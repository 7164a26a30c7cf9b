#pragma once

#include <QByteArray>

#include "base/Expected.h"
#include "base/SecretBytes.h"

namespace signet::crypto {

using base::Expected;

/** How a message is padded before it is encrypted (RFC 8017): PKCS#1 v1.5, or OAEP with SHA-1 and MGF1-SHA-1.
 */
enum class RsaPadding { Pkcs1, OaepSha1 };

/**
 * The public RSA key of SignAPI's central authentication certificate: what an e-seal's password is encrypted
 * with on its way to the service (signapi.md 7.2 and 11.4). Immutable. Any thread.
 */
class RsaPublicKey {
public:
    /**
     * PEM (PUBLIC KEY, RSA PUBLIC KEY, CERTIFICATE), DER of any of these, or base64 of either: a PEM body
     * without its lines is that, too. CentralKeyInvalid for anything else, for a private key, and for any key
     * but RSA of 2048 bits or more.
     */
    static Expected<RsaPublicKey> fromAnyEncoding(QByteArrayView bytes);

    const QByteArray& der() const { return m_der; }  ///< SubjectPublicKeyInfo
    int bits() const { return m_bits; }              ///< of the modulus
    QByteArray fingerprint() const;                  ///< SHA-256 of der(), 32 bytes

    /** Bytes that one encryption can take: RFC 8017, 7.1.1 and 7.2.1. */
    qsizetype largestMessage(RsaPadding padding) const;
    /** Bytes of the modulus's size, different each time. PasswordTooLong above largestMessage(). */
    Expected<QByteArray> encrypt(const base::SecretBytes& message, RsaPadding padding) const;

    bool operator==(const RsaPublicKey& other) const { return m_der == other.m_der; }

private:
    RsaPublicKey(QByteArray der, int bits) : m_der(std::move(der)), m_bits(bits) {}
    QByteArray m_der;
    int m_bits;
};

}  // namespace signet::crypto
