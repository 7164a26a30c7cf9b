#include "crypto/RsaPublicKey.h"

#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <QCryptographicHash>
#include <string_view>

#include "base/Base64.h"
#include "base/WipingHeap.h"
#include "crypto/OpenSsl.h"

namespace signet::crypto {
namespace {

using base::ErrorCode;

constexpr qsizetype LargestInput = 64 * 1024;
constexpr int FewestBits = 2048;
constexpr int BitsPerByte = 8;

tl::unexpected<base::Error> invalid(const QString& why) {
    return base::fail(ErrorCode::CentralKeyInvalid, QStringList{}, why);
}

/** Null unless what was read fills all of `der`. */
KeyHandle complete(EVP_PKEY* key, const unsigned char* next, QByteArrayView der) {
    KeyHandle owner(key);
    return owner != nullptr && next == bytesOf(der) + der.size() ? std::move(owner) : nullptr;
}

KeyHandle fromSubjectPublicKeyInfo(QByteArrayView der) {
    const unsigned char* next = bytesOf(der);
    EVP_PKEY* const key = d2i_PUBKEY(nullptr, &next, static_cast<long>(der.size()));
    return complete(key, next, der);
}

KeyHandle fromRsaPublicKey(QByteArrayView der) {
    const unsigned char* next = bytesOf(der);
    EVP_PKEY* const key = d2i_PublicKey(EVP_PKEY_RSA, nullptr, &next, static_cast<long>(der.size()));
    return complete(key, next, der);
}

KeyHandle fromCertificate(QByteArrayView der) {
    const X509Handle x509 = readX509(der);
    return KeyHandle(x509 != nullptr ? X509_get_pubkey(x509.get()) : nullptr);
}

KeyHandle fromDer(QByteArrayView der) {
    KeyHandle key = fromSubjectPublicKeyInfo(der);
    if (key == nullptr)
        key = fromCertificate(der);
    if (key == nullptr)
        key = fromRsaPublicKey(der);
    return key;
}

/** The first block of a kind that holds a public key. */
KeyHandle fromPem(QByteArrayView pem) {
    const BioHandle bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    for (KeyHandle key; bio != nullptr;) {
        char* name = nullptr;
        char* header = nullptr;
        unsigned char* bytes = nullptr;
        long length = 0;
        if (PEM_read_bio(bio.get(), &name, &header, &bytes, &length) != 1)
            break;
        const std::unique_ptr<char, FreeOpenSslBytes> nameOwner(name);
        const std::unique_ptr<char, FreeOpenSslBytes> headerOwner(header);
        const std::unique_ptr<unsigned char, FreeOpenSslBytes> bytesOwner(bytes);
        const std::string_view label(name);
        const QByteArrayView der(bytes, length);
        if (label == PEM_STRING_PUBLIC)
            key = fromSubjectPublicKeyInfo(der);
        else if (label == PEM_STRING_RSA_PUBLIC)
            key = fromRsaPublicKey(der);
        else if (label == PEM_STRING_X509 || label == PEM_STRING_X509_OLD)
            key = fromCertificate(der);
        if (key != nullptr)
            return key;
    }
    return nullptr;
}

KeyHandle fromPemOrDer(QByteArrayView bytes) {
    return bytes.contains(QByteArrayView("-----BEGIN")) ? fromPem(bytes) : fromDer(bytes);
}

QByteArray derOf(const EVP_PKEY* key) {
    unsigned char* bytes = nullptr;
    const int length = i2d_PUBKEY(key, &bytes);
    const std::unique_ptr<unsigned char, FreeOpenSslBytes> owner(bytes);
    return length > 0 ? QByteArray(reinterpret_cast<const char*>(bytes), length) : QByteArray();
}

bool setUp(EVP_PKEY_CTX* context, RsaPadding padding) {
    if (EVP_PKEY_encrypt_init(context) != 1)
        return false;
    if (padding == RsaPadding::Pkcs1)
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha1()) == 1 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha1()) == 1;
}

}  // namespace

Expected<RsaPublicKey> RsaPublicKey::fromAnyEncoding(QByteArrayView bytes) {
    if (bytes.isEmpty() || bytes.size() > LargestInput)
        return invalid(QStringLiteral("%1 bytes").arg(bytes.size()));
    const ErrorQueueScope scope;
    KeyHandle key = fromPemOrDer(bytes);
    if (key == nullptr) {
        const auto decoded = base::decodeBase64(bytes);
        key = decoded ? fromPemOrDer(*decoded) : nullptr;
    }
    if (key == nullptr)
        return invalid(QStringLiteral("no public key: %1").arg(lastOpenSslError()));
    const int bits = EVP_PKEY_get_bits(key.get());
    if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA || bits < FewestBits)
        return invalid(QStringLiteral("%1 of %2 bits")
                           .arg(QString::fromLatin1(EVP_PKEY_get0_type_name(key.get())))
                           .arg(bits));
    QByteArray der = derOf(key.get());
    if (der.isEmpty())
        return invalid(lastOpenSslError());
    return RsaPublicKey(std::move(der), bits);
}

QByteArray RsaPublicKey::fingerprint() const {
    return QCryptographicHash::hash(m_der, QCryptographicHash::Sha256);
}

qsizetype RsaPublicKey::largestMessage(RsaPadding padding) const {
    constexpr qsizetype Pkcs1Overhead = 11;     // 00 02, at least eight bytes at random, 00
    constexpr qsizetype OaepSha1Overhead = 42;  // 00, two hashes of 20 bytes, 01
    const qsizetype modulus = (m_bits + BitsPerByte - 1) / BitsPerByte;
    return modulus - (padding == RsaPadding::Pkcs1 ? Pkcs1Overhead : OaepSha1Overhead);
}

Expected<QByteArray> RsaPublicKey::encrypt(const base::SecretBytes& message, RsaPadding padding) const {
    const auto size = static_cast<qsizetype>(message.size());
    if (size > largestMessage(padding))
        return base::fail(ErrorCode::PasswordTooLong,
                          QStringList{QString::number(size), QString::number(largestMessage(padding))});
    const ErrorQueueScope scope;
    const KeyHandle key = fromSubjectPublicKeyInfo(m_der);
    const KeyContextHandle context(key != nullptr ? EVP_PKEY_CTX_new(key.get(), nullptr) : nullptr);
    if (context == nullptr || !setUp(context.get(), padding))
        return base::fail(ErrorCode::InternalError, QStringList{}, lastOpenSslError());
    auto length = static_cast<std::size_t>(EVP_PKEY_get_size(key.get()));
    QByteArray encrypted(static_cast<qsizetype>(length), Qt::Uninitialized);
    constexpr unsigned char Nothing = 0;
    const unsigned char* const plain = message.isEmpty() ? &Nothing : message.bytes().data();
    const base::LockedOpenSslHeap locked;  // the padded message is made there
    if (EVP_PKEY_encrypt(context.get(), bytesOf(encrypted), &length, plain, message.size()) != 1)
        return base::fail(ErrorCode::InternalError, QStringList{}, lastOpenSslError());
    encrypted.truncate(static_cast<qsizetype>(length));
    return encrypted;
}

}  // namespace signet::crypto
