#include "crypto/EcdsaSignature.h"

#include "crypto/OpenSsl.h"

namespace signet::crypto {
namespace {

// Bounded before OpenSSL sees it: twice the field, and what two INTEGERs in a SEQUENCE need around that.
constexpr qsizetype LargestDerOverhead = 16;

tl::unexpected<base::Error> wrong(const char* why) {
    return base::fail(base::ErrorCode::SignatureWrong, QStringList{}, QString::fromLatin1(why));
}

bool isZero(QByteArrayView number) {
    return std::all_of(number.begin(), number.end(), [](char c) { return c == '\0'; });
}

QByteArray encoded(const ECDSA_SIG& signature) {
    const int length = i2d_ECDSA_SIG(&signature, nullptr);
    if (length <= 0)
        return {};
    QByteArray der(length, Qt::Uninitialized);
    unsigned char* next = bytesOf(der);
    i2d_ECDSA_SIG(&signature, &next);
    return der;
}

}  // namespace

Expected<EcdsaSignature> EcdsaSignature::fromRaw(QByteArrayView raw, int fieldSize) {
    if (fieldSize <= 0 || raw.size() != 2 * qsizetype{fieldSize})
        return wrong("ECDSA: r||s is not twice as long as the field");
    if (isZero(raw.first(fieldSize)) || isZero(raw.last(fieldSize)))
        return wrong("ECDSA: r or s is zero");
    return EcdsaSignature(raw.toByteArray());
}

Expected<EcdsaSignature> EcdsaSignature::fromDer(QByteArrayView der, int fieldSize) {
    if (fieldSize <= 0 || der.isEmpty() || der.size() > 2 * qsizetype{fieldSize} + LargestDerOverhead)
        return wrong("ECDSA: the DER does not have the length of a signature");
    const ErrorQueueScope scope;
    const unsigned char* next = bytesOf(der);
    const EcdsaSigHandle signature(d2i_ECDSA_SIG(nullptr, &next, static_cast<long>(der.size())));
    // DER has one way to write a value, so reading and writing it again shows whatever was not DER, or came
    // after it.
    if (signature == nullptr || encoded(*signature) != der)
        return wrong("ECDSA: not the DER of two integers");
    QByteArray raw(2 * qsizetype{fieldSize}, Qt::Uninitialized);
    const bool fits =
        BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), bytesOf(raw), fieldSize) == fieldSize &&
        BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), bytesOf(raw) + fieldSize, fieldSize) == fieldSize;
    if (!fits)
        return wrong("ECDSA: r or s is longer than the field");
    return fromRaw(raw, fieldSize);
}

QByteArray EcdsaSignature::der() const {
    const int half = static_cast<int>(m_raw.size() / 2);
    const QByteArrayView raw(m_raw);
    BignumHandle r(BN_bin2bn(bytesOf(raw), half, nullptr));
    BignumHandle s(BN_bin2bn(bytesOf(raw) + half, half, nullptr));
    const EcdsaSigHandle signature(ECDSA_SIG_new());
    if (r == nullptr || s == nullptr || signature == nullptr)
        qFatal("no memory for a signature");
    ECDSA_SIG_set0(signature.get(), r.release(), s.release());
    return encoded(*signature);
}

}  // namespace signet::crypto
