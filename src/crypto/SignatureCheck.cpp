#include "crypto/SignatureCheck.h"

#include <openssl/rsa.h>

#include "crypto/EcdsaSignature.h"
#include "crypto/OpenSsl.h"

namespace signet::crypto {
namespace {

using base::ErrorCode;

int fieldSize(const Certificate& certificate) {
    constexpr int BitsPerByte = 8;
    return (certificate.keyBits() + BitsPerByte - 1) / BitsPerByte;
}

tl::unexpected<base::Error> wrong(const QString& why) {
    return base::fail(ErrorCode::SignatureWrong, QStringList{}, why);
}

const EVP_MD* openSslHash(HashAlgorithm algorithm) {
    switch (algorithm) {
        case HashAlgorithm::Sha1:
            return EVP_sha1();
        case HashAlgorithm::Sha224:
            return EVP_sha224();
        case HashAlgorithm::Sha256:
            return EVP_sha256();
        case HashAlgorithm::Sha384:
            return EVP_sha384();
        case HashAlgorithm::Sha512:
            return EVP_sha512();
    }
    return nullptr;
}

/** PKCS#1 v1.5, with the DigestInfo of the digest's own algorithm. */
bool setUpRsa(EVP_PKEY_CTX* context, const Digest& digest) {
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1 &&
           EVP_PKEY_CTX_set_signature_md(context, openSslHash(digest.algorithm())) == 1;
}

}  // namespace

Expected<void> checkSignature(const Certificate& certificate, const Digest& digest,
                              QByteArrayView signatureValue) {
    const KeyType keyType = certificate.keyType();
    if (keyType == KeyType::Other)
        return wrong(QStringLiteral("neither an RSA nor a named elliptic-curve key"));
    if (keyType == KeyType::Ec) {
        const auto signature = EcdsaSignature::fromDer(signatureValue, fieldSize(certificate));
        if (!signature)
            return tl::unexpected(signature.error());
    }
    const ErrorQueueScope scope;
    const X509Handle x509 = readX509(certificate.der());
    EVP_PKEY* const key = x509 ? X509_get0_pubkey(x509.get()) : nullptr;
    const KeyContextHandle context(key != nullptr ? EVP_PKEY_CTX_new(key, nullptr) : nullptr);
    if (context == nullptr || EVP_PKEY_verify_init(context.get()) != 1)
        return wrong(lastOpenSslError());
    if (keyType == KeyType::Rsa && !setUpRsa(context.get(), digest))
        return wrong(lastOpenSslError());
    const QByteArrayView hash(digest.bytes());
    const int verdict = EVP_PKEY_verify(context.get(), bytesOf(signatureValue),
                                        static_cast<std::size_t>(signatureValue.size()), bytesOf(hash),
                                        static_cast<std::size_t>(hash.size()));
    if (verdict != 1)
        return wrong(lastOpenSslError());
    return {};
}

Expected<QByteArray> checkableValue(const Certificate& certificate, QByteArrayView cardValue) {
    if (certificate.keyType() != KeyType::Ec)
        return cardValue.toByteArray();
    return EcdsaSignature::fromRaw(cardValue, fieldSize(certificate)).map(&EcdsaSignature::der);
}

Expected<void> checkDigestFits(const Certificate& certificate, const Digest& digest) {
    const bool fits = certificate.keyType() == KeyType::Ec ||
                      (certificate.keyType() == KeyType::Rsa && digest.algorithm() == HashAlgorithm::Sha256);
    if (!fits)
        return base::fail(ErrorCode::DigestLength, QStringList{QString::number(digest.bytes().size())});
    return {};
}

}  // namespace signet::crypto
