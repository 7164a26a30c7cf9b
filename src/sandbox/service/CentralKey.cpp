#include "sandbox/service/CentralKey.h"

#include <openssl/rsa.h>

#include "sandbox/pki/OpenSslPtr.h"

namespace signet::sandbox {
namespace {

using KeyOwner = std::shared_ptr<EVP_PKEY>;

KeyOwner owned(EVP_PKEY* key) {
    return {key, EVP_PKEY_free};
}

/** Keys that a client is not to take, or not without asking; made once. */
const KeyOwner& strangeKey(const QString& which) {
    static const KeyOwner other = owned(EVP_RSA_gen(2048));
    static const KeyOwner weak = owned(EVP_RSA_gen(1024));
    static const KeyOwner ec = owned(EVP_EC_gen("P-384"));
    if (which == u"weak")
        return weak;
    return which == u"ec" ? ec : other;
}

/** The key alone, without the algorithm around it (RFC 8017, A.1.1). */
QByteArray rsaKeyPem(EVP_PKEY* key) {
    constexpr qsizetype LineLength = 64;
    const QByteArray body = toDer(key, i2d_PublicKey).toBase64();
    QByteArray pem = "-----BEGIN RSA PUBLIC KEY-----\n";
    for (qsizetype at = 0; at < body.size(); at += LineLength)
        pem += body.mid(at, LineLength) + '\n';
    return pem + "-----END RSA PUBLIC KEY-----\n";
}

QByteArray bodyOf(const QByteArray& pem) {
    QByteArray body;
    for (const QByteArray& line : pem.split('\n')) {
        if (!line.startsWith("-----") && !line.isEmpty())
            body += line + '\n';
    }
    return body;
}

QByteArray inOneLine(const QByteArray& pem) {
    return bodyOf(pem).replace('\n', "");
}

QByteArray encoded(const KeyAndCertificate& central, const QString& encoding) {
    EVP_PKEY* key = central.key.get();
    if (encoding == u"rsaPem")
        return rsaKeyPem(key);
    if (encoding == u"certificatePem")
        return certificatePem(central.certificateDer);
    if (encoding == u"der")
        return inOneLine(publicKeyPem(key));
    if (encoding == u"rsaDer")
        return inOneLine(rsaKeyPem(key));
    if (encoding == u"certificateDer")
        return central.certificateDer.toBase64();
    if (encoding == u"pemBody")
        return bodyOf(publicKeyPem(key));
    if (encoding == u"private")
        return privateKeyPem(strangeKey({}).get());
    if (encoding == u"other" || encoding == u"weak" || encoding == u"ec")
        return publicKeyPem(strangeKey(encoding).get());
    return publicKeyPem(key);
}

std::optional<base::SecretBytes> decryptedWith(EVP_PKEY* key, int padding, const QByteArray& encrypted) {
    const KeyContextPtr context(EVP_PKEY_CTX_new(key, nullptr));
    if (!context || EVP_PKEY_decrypt_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), padding) != 1)
        return std::nullopt;
    // Newer versions of OpenSSL make up an answer where the padding is wrong; here that is to be noticed.
    EVP_PKEY_CTX_ctrl_str(context.get(), "rsa_pkcs1_implicit_rejection", "0");
    base::SecretBytes room(static_cast<std::size_t>(EVP_PKEY_get_size(key)));
    std::size_t size = room.size();
    const auto* input = reinterpret_cast<const unsigned char*>(encrypted.data());
    if (EVP_PKEY_decrypt(context.get(), room.bytes().data(), &size, input,
                         static_cast<std::size_t>(encrypted.size())) != 1)
        return std::nullopt;
    return base::SecretBytes(room.view().first(static_cast<qsizetype>(size)));
}

}  // namespace

HttpAnswer CentralKey::answer() {
    const auto central = m_pki.centralKey();
    if (!central)
        return HttpAnswer::error(500, u"sandbox:failed"_qs, u"No key could be made"_qs);
    const auto form = m_faults.take(FaultKind::KeyForm, Operation::PublicKey);
    const QByteArray key = encoded(*central, form ? form->message : QString());
    const QString place = form && !form->code.isEmpty() ? form->code : u"publicKey"_qs;
    const QString text = QString::fromLatin1(key);
    if (place == u"text")
        return {200, "text/plain", key, {}};
    if (place == u"data")
        return HttpAnswer::data(200, text);
    if (place.startsWith(u"data."))
        return HttpAnswer::data(200, QJsonObject{{place.mid(5), text}});
    return HttpAnswer::json(200, {{place, text}});
}

std::optional<base::SecretBytes> CentralKey::decrypt(const QByteArray& encrypted) const {
    const auto central = m_pki.centralKey();
    if (!central)
        return std::nullopt;
    auto password = decryptedWith(central->key.get(), RSA_PKCS1_OAEP_PADDING, encrypted);
    if (!password)
        password = decryptedWith(central->key.get(), RSA_PKCS1_PADDING, encrypted);
    ERR_clear_error();
    return password;
}

}  // namespace signet::sandbox
