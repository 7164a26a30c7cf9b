#include "sandbox/pki/SealKey.h"

#include <openssl/pkcs12.h>
#include <openssl/rsa.h>

#include "sandbox/pki/OpenSslPtr.h"
#include "sandbox/pki/SealPfx.h"

namespace signet::sandbox {
namespace {

using Pkcs12Ptr = OpenSslPtr<PKCS12, PKCS12_free>;

constexpr qsizetype LargestPfx = 1024 * 1024;

tl::unexpected<base::Error> refused(ErrorCode code) {
    ERR_clear_error();
    return fail(code, QStringList{u"signKey"_qs});
}

Pkcs12Ptr parsePfx(const QByteArray& bytes) {
    if (bytes.isEmpty() || bytes.size() > LargestPfx)
        return nullptr;
    PKCS12* file = PKCS12_init_ex(NID_pkcs7_data, contextWithOldAlgorithms(), nullptr);
    const auto* next = reinterpret_cast<const unsigned char*>(bytes.data());
    d2i_PKCS12(&file, &next, static_cast<long>(bytes.size()));
    return Pkcs12Ptr(file);
}

const EVP_MD* hashOf(const crypto::Digest& digest) {
    switch (digest.bytes().size()) {
        case 48:
            return EVP_sha384();
        case 64:
            return EVP_sha512();
        default:
            return EVP_sha256();
    }
}

}  // namespace

Expected<SealKey> SealKey::open(const QByteArray& pfx, const base::SecretBytes& password) {
    const Pkcs12Ptr file = parsePfx(pfx);
    if (!file)
        return refused(ErrorCode::PfxUnreadable);
    const base::SecretBytes text = zeroTerminated(password);
    if (PKCS12_mac_present(file.get()) == 1 &&
        PKCS12_verify_mac(file.get(), text.view().data(), static_cast<int>(password.size())) != 1)
        return refused(ErrorCode::PfxPasswordWrong);
    EVP_PKEY* key = nullptr;
    X509* certificate = nullptr;
    STACK_OF(X509)* others = nullptr;
    const bool parsed = PKCS12_parse(file.get(), text.view().data(), &key, &certificate, &others) == 1;
    const std::shared_ptr<EVP_PKEY> keyOwner(key, EVP_PKEY_free);
    const X509Ptr certificateOwner(certificate);
    const bool hasOthers = sk_X509_num(others) > 0;
    sk_X509_pop_free(others, X509_free);
    if (!parsed)
        return refused(ErrorCode::PfxAlgorithm);
    if (key == nullptr)
        return refused(ErrorCode::PfxWithoutKey);
    if (certificate == nullptr)
        return refused(hasOthers ? ErrorCode::PfxKeyMismatch : ErrorCode::PfxWithoutCertificate);
    const auto value = crypto::Certificate::fromDer(toDer(certificate, i2d_X509));
    if (!value)
        return tl::unexpected(value.error());
    ERR_clear_error();
    return SealKey(keyOwner, *value);
}

Expected<QByteArray> SealKey::sign(const crypto::Digest& digest) const {
    const KeyContextPtr context(EVP_PKEY_CTX_new_from_pkey(contextWithOldAlgorithms(), m_key.get(), nullptr));
    if (!context || EVP_PKEY_sign_init(context.get()) != 1)
        return opensslFailure("seal");
    if (m_certificate.keyType() == crypto::KeyType::Rsa &&
        (EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1 ||
         EVP_PKEY_CTX_set_signature_md(context.get(), hashOf(digest)) != 1))
        return opensslFailure("seal with RSA");
    const auto* input = reinterpret_cast<const unsigned char*>(digest.bytes().data());
    const auto inputSize = static_cast<std::size_t>(digest.bytes().size());
    std::size_t size = 0;
    if (EVP_PKEY_sign(context.get(), nullptr, &size, input, inputSize) != 1)
        return opensslFailure("seal");
    QByteArray value(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char*>(value.data()), &size, input,
                      inputSize) != 1)
        return opensslFailure("seal");
    value.truncate(static_cast<qsizetype>(size));
    return value;
}

}  // namespace signet::sandbox
