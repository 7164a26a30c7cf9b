#pragma once

#include <QByteArray>

#include "base/Expected.h"

namespace signet::crypto {

using base::Expected;

/**
 * An ECDSA signature between its two encodings: cards answer r||s, each of the field's size (48 bytes for
 * P-384); SignAPI takes DER SEQUENCE { INTEGER r, INTEGER s } (signapi.md 11.2, RFC 3279 2.2.3). Any thread.
 */
class EcdsaSignature {
public:
    /** `raw` must have twice the field's size and neither half be zero; otherwise SignatureWrong. */
    static Expected<EcdsaSignature> fromRaw(QByteArrayView raw, int fieldSize);
    /** Strict DER without trailing bytes, r and s no longer than the field; otherwise SignatureWrong. */
    static Expected<EcdsaSignature> fromDer(QByteArrayView der, int fieldSize);

    const QByteArray& raw() const { return m_raw; }
    QByteArray der() const;

private:
    explicit EcdsaSignature(QByteArray raw) : m_raw(std::move(raw)) {}
    QByteArray m_raw;
};

}  // namespace signet::crypto
