#include "sandbox/card/CardKey.h"

#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "sandbox/pki/OpenSslPtr.h"

namespace signet::sandbox {
namespace {

constexpr int FieldLength = 48;

using EcSignaturePtr = OpenSslPtr<ECDSA_SIG, ECDSA_SIG_free>;

/** `hash`: the algorithm whose DigestInfo goes around an RSA input; null for none. */
std::optional<QByteArray> sign(EVP_PKEY* key, CardKey::Kind kind, QByteArrayView input, const EVP_MD* hash) {
    const KeyContextPtr context(EVP_PKEY_CTX_new(key, nullptr));
    if (!context || EVP_PKEY_sign_init(context.get()) <= 0)
        return std::nullopt;
    if (kind == CardKey::Kind::Rsa2048 && EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) <= 0)
        return std::nullopt;
    if (hash != nullptr && EVP_PKEY_CTX_set_signature_md(context.get(), hash) <= 0)
        return std::nullopt;

    const auto* const bytes = reinterpret_cast<const unsigned char*>(input.data());
    const auto length = static_cast<size_t>(input.size());
    size_t room = 0;
    if (EVP_PKEY_sign(context.get(), nullptr, &room, bytes, length) <= 0)
        return std::nullopt;
    QByteArray signature(static_cast<qsizetype>(room), '\0');
    if (EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &room, bytes,
                      length) <= 0)
        return std::nullopt;
    signature.truncate(static_cast<qsizetype>(room));
    return signature;
}

/** DER SEQUENCE { r, s } to r||s. */
std::optional<QByteArray> rawEcSignature(const QByteArray& der) {
    const auto* at = reinterpret_cast<const unsigned char*>(der.data());
    const EcSignaturePtr signature(d2i_ECDSA_SIG(nullptr, &at, der.size()));
    if (!signature)
        return std::nullopt;
    QByteArray raw(qsizetype{2} * FieldLength, '\0');
    auto* const out = reinterpret_cast<unsigned char*>(raw.data());
    if (BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, FieldLength) != FieldLength ||
        BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + FieldLength, FieldLength) != FieldLength)
        return std::nullopt;
    return raw;
}

}  // namespace

CardKey::CardKey(std::shared_ptr<EVP_PKEY> key, Kind kind, quint8 reference)
    : m_key(std::move(key)), m_kind(kind), m_reference(reference) {}

bool CardKey::isOfKind(const EVP_PKEY* key, Kind kind) {
    if (key == nullptr)
        return false;
    if (kind == Kind::Rsa2048)
        return EVP_PKEY_is_a(key, "RSA") == 1 && EVP_PKEY_get_bits(key) == 2048;
    return EVP_PKEY_is_a(key, "EC") == 1 && EVP_PKEY_get_bits(key) == 8 * FieldLength;
}

std::optional<QByteArray> CardKey::signDigest(QByteArrayView digest) const {
    if (m_kind == Kind::Rsa2048)
        return sign(m_key.get(), m_kind, digest, EVP_sha256());
    return authenticate(digest);
}

std::optional<QByteArray> CardKey::authenticate(QByteArrayView input) const {
    const auto signature = sign(m_key.get(), m_kind, input, nullptr);
    return signature && m_kind == Kind::P384 ? rawEcSignature(*signature) : signature;
}

}  // namespace signet::sandbox
