#pragma once

#include <QByteArray>

#include "base/Expected.h"
#include "crypto/Certificate.h"

namespace signet::crypto {

enum class HashAlgorithm { Sha1, Sha224, Sha256, Sha384, Sha512 };

/** Name for people and logs, such as "SHA-256". */
QString toString(HashAlgorithm algorithm);

/**
 * What CalculateDigest returns for a session: a hash, never hashed again. Its length decides the algorithm
 * (signapi.md 5.1: 20, 28, 32, 48 or 64 bytes). Any thread.
 */
class Digest {
public:
    /** DigestLength for any other length. */
    static Expected<Digest> fromBytes(QByteArray bytes);

    const QByteArray& bytes() const { return m_bytes; }
    HashAlgorithm algorithm() const { return m_algorithm; }
    /** DER of DigestInfo { algorithm, bytes } (RFC 8017, 9.2), for RSA PKCS#1 v1.5. */
    QByteArray digestInfo() const;
    /** The digest as a number of `size` bytes: padded with zeros on the left, or cut to its first bytes
     * (ECDSA). */
    QByteArray forEcField(int size) const;

    bool operator==(const Digest&) const = default;

private:
    Digest(QByteArray bytes, HashAlgorithm algorithm) : m_bytes(std::move(bytes)), m_algorithm(algorithm) {}
    QByteArray m_bytes;
    HashAlgorithm m_algorithm;
};

}  // namespace signet::crypto
