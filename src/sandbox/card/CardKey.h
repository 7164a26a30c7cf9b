#pragma once

#include <openssl/types.h>

#include <QByteArray>
#include <memory>
#include <optional>

namespace signet::sandbox {

/** A private key inside the card, and the arithmetic of its two uses (card.md 3). */
class CardKey {
public:
    enum class Kind { Rsa2048, P384 };

    CardKey(std::shared_ptr<EVP_PKEY> key, Kind kind, quint8 reference);

    static bool isOfKind(const EVP_PKEY* key, Kind kind);

    Kind kind() const { return m_kind; }
    quint8 reference() const { return m_reference; }
    int signatureLength() const { return m_kind == Kind::Rsa2048 ? 256 : 96; }
    /** What PSO COMPUTE DIGITAL SIGNATURE takes: the bare SHA-256 hash, or a number of the field's size. */
    int digestLength() const { return m_kind == Kind::Rsa2048 ? 32 : 48; }

    /** RSA: PKCS#1 v1.5 over the DigestInfo that the card itself builds. EC: raw r||s. Nothing if OpenSSL
     * fails. */
    std::optional<QByteArray> signDigest(QByteArrayView digest) const;
    /** INTERNAL AUTHENTICATE. RSA: PKCS#1 v1.5 over the bytes as they are. EC: raw r||s. */
    std::optional<QByteArray> authenticate(QByteArrayView input) const;

private:
    std::shared_ptr<EVP_PKEY> m_key;
    Kind m_kind;
    quint8 m_reference;
};

}  // namespace signet::sandbox
