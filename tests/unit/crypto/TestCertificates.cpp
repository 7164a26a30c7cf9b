#include "TestCertificates.h"

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace signet::test {
namespace {

template <typename T>
T* need(T* handle) {
    if (handle == nullptr)
        qFatal("OpenSSL gave nothing while a test made its certificates");
    return handle;
}

void need(int result) {
    if (result <= 0)
        qFatal("OpenSSL failed while a test made its certificates");
}

void addName(X509_NAME* name, const char* field, const QByteArray& value) {
    if (value.isEmpty())
        return;
    need(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char*>(value.data()),
                                    static_cast<int>(value.size()), -1, 0));
}

void addExtension(X509* certificate, int nid, const QByteArray& value) {
    if (value.isEmpty())
        return;
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
        need(X509V3_EXT_conf_nid(nullptr, &context, nid, value.data())), X509_EXTENSION_free);
    need(X509_add_ext(certificate, extension.get(), -1));
}

void addRawExtension(X509* certificate, int nid, const QByteArray& der) {
    const std::unique_ptr<ASN1_OCTET_STRING, decltype(&ASN1_OCTET_STRING_free)> value(
        need(ASN1_OCTET_STRING_new()), ASN1_OCTET_STRING_free);
    need(ASN1_OCTET_STRING_set(value.get(), reinterpret_cast<const unsigned char*>(der.data()),
                               static_cast<int>(der.size())));
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
        need(X509_EXTENSION_create_by_NID(nullptr, nid, 0, value.get())), X509_EXTENSION_free);
    need(X509_add_ext(certificate, extension.get(), -1));
}

QByteArray toDer(X509* certificate) {
    QByteArray der(i2d_X509(certificate, nullptr), Qt::Uninitialized);
    auto* next = reinterpret_cast<unsigned char*>(der.data());
    need(i2d_X509(certificate, &next));
    return der;
}

}  // namespace

KeyHandle newRsaKey(unsigned bits) {
    return {need(EVP_RSA_gen(bits)), EVP_PKEY_free};
}

KeyHandle newEcKey(const char* curve) {
    return {need(EVP_EC_gen(curve)), EVP_PKEY_free};
}

KeyHandle publicKeyFromPem(QByteArrayView pem) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        need(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))), BIO_free);
    return {need(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr)), EVP_PKEY_free};
}

QByteArray signDigest(const KeyHandle& key, const QByteArray& digest, const char* hashName) {
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        need(EVP_PKEY_CTX_new(key.get(), nullptr)), EVP_PKEY_CTX_free);
    need(EVP_PKEY_sign_init(context.get()));
    if (EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA) {
        need(EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING));
        need(EVP_PKEY_CTX_set_signature_md(context.get(), EVP_get_digestbyname(hashName)));
    }
    std::size_t length = static_cast<std::size_t>(EVP_PKEY_get_size(key.get()));
    QByteArray signature(static_cast<qsizetype>(length), Qt::Uninitialized);
    need(EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length,
                       reinterpret_cast<const unsigned char*>(digest.data()),
                       static_cast<std::size_t>(digest.size())));
    signature.truncate(static_cast<qsizetype>(length));
    return signature;
}

QByteArray makeCertificate(const CertificateSpec& spec, const KeyHandle& key) {
    static const KeyHandle issuerKey = newEcKey();
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(need(X509_new()), X509_free);
    need(X509_set_version(certificate.get(), X509_VERSION_3));
    need(ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 4711));
    need(ASN1_TIME_set(X509_getm_notBefore(certificate.get()), spec.notBefore) != nullptr);
    need(ASN1_TIME_set(X509_getm_notAfter(certificate.get()), spec.notAfter) != nullptr);
    X509_NAME* const subject = X509_get_subject_name(certificate.get());
    addName(subject, "C", "LV");
    addName(subject, "O", spec.organisation);
    addName(subject, "organizationIdentifier", spec.organisationIdentifier);
    addName(subject, "CN", spec.commonName);
    addName(subject, "SN", spec.surname);
    addName(subject, "GN", spec.givenName);
    addName(subject, "serialNumber", spec.serialNumber);
    X509_NAME* const issuer = X509_get_issuer_name(certificate.get());
    addName(issuer, "C", "LV");
    addName(issuer, "CN", "Test Issuing CA");
    need(X509_set_pubkey(certificate.get(), key.get()));
    addExtension(certificate.get(), NID_key_usage, spec.keyUsage);
    addExtension(certificate.get(), NID_ext_key_usage, spec.extendedKeyUsage);
    for (int i = 0; !spec.qcStatements.isEmpty() && i < spec.qcStatementsTimes; ++i)
        addRawExtension(certificate.get(), NID_qcStatements, spec.qcStatements);
    need(X509_sign(certificate.get(), issuerKey.get(), EVP_sha384()));
    return toDer(certificate.get());
}

QByteArray toPem(const QByteArray& der, const char* label) {
    QByteArray pem = QByteArray("-----BEGIN ") + label + "-----\n";
    const QByteArray text = der.toBase64();
    for (qsizetype i = 0; i < text.size(); i += 64)
        pem += text.mid(i, 64) + '\n';
    return pem + "-----END " + label + "-----\n";
}

namespace {

OSSL_LIB_CTX* contextWithLegacy() {
    static OSSL_LIB_CTX* const context = [] {
        OSSL_LIB_CTX* const fresh = need(OSSL_LIB_CTX_new());
        need(OSSL_PROVIDER_load(fresh, "default") != nullptr);
        need(OSSL_PROVIDER_load(fresh, "legacy") != nullptr);
        return fresh;
    }();
    return context;
}

using Bags = STACK_OF(PKCS12_SAFEBAG);
using Safes = STACK_OF(PKCS7);

void addCertificate(Bags** bags, const QByteArray& der) {
    const auto* next = reinterpret_cast<const unsigned char*>(der.data());
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        need(d2i_X509(nullptr, &next, static_cast<long>(der.size()))), X509_free);
    need(PKCS12_add_cert(bags, certificate.get()) != nullptr);
}

int cipherId(const char* name) {
    return name != nullptr ? OBJ_txt2nid(name) : -1;
}

void addBags(Safes** safes, Bags* bags, const PfxSpec& spec, const QByteArray& password) {
    need(PKCS12_add_safe_ex(safes, bags, cipherId(spec.cipher), spec.rounds, password.data(),
                            contextWithLegacy(), nullptr));
    sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
}

void addKey(Safes** safes, const PfxSpec& spec, const QByteArray& password) {
    Bags* bags = nullptr;
    const char* const cipher = spec.keyCipher != nullptr ? spec.keyCipher : spec.cipher;
    need(PKCS12_add_key_ex(&bags, spec.key.get(), 0, spec.rounds, cipherId(cipher), password.data(),
                           contextWithLegacy(), nullptr) != nullptr);
    need(PKCS12_add_safe_ex(safes, bags, -1, 0, nullptr, contextWithLegacy(), nullptr));
    sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
}

template <typename T>
QByteArray encoded(T* object, int (*encode)(T*, unsigned char**)) {
    QByteArray der(encode(object, nullptr), Qt::Uninitialized);
    auto* next = reinterpret_cast<unsigned char*>(der.data());
    need(encode(object, &next));
    return der;
}

}  // namespace

QByteArray makePfx(const PfxSpec& spec, const QByteArray& password) {
    Safes* safes = nullptr;
    Bags* certificates = nullptr;
    if (!spec.certificate.isEmpty())
        addCertificate(&certificates, spec.certificate);
    for (const QByteArray& other : spec.others)
        addCertificate(&certificates, other);
    if (certificates != nullptr)
        addBags(&safes, certificates, spec, password);
    if (spec.key != nullptr)
        addKey(&safes, spec, password);
    const std::unique_ptr<PKCS12, decltype(&PKCS12_free)> file(
        need(PKCS12_add_safes_ex(safes, 0, contextWithLegacy(), nullptr)), PKCS12_free);
    sk_PKCS7_pop_free(safes, PKCS7_free);
    if (spec.mac != nullptr)
        need(PKCS12_set_mac(file.get(), password.data(), static_cast<int>(password.size()), nullptr, 0,
                            spec.macRounds, EVP_get_digestbyname(spec.mac)));
    return encoded<const PKCS12>(file.get(), i2d_PKCS12);
}

QByteArray publicKeyDer(const KeyHandle& key) {
    return encoded<const EVP_PKEY>(key.get(), i2d_PUBKEY);
}

QByteArray rsaPublicKeyDer(const KeyHandle& key) {
    return encoded<const EVP_PKEY>(key.get(), i2d_PublicKey);
}

QByteArray decrypt(const KeyHandle& key, const QByteArray& encrypted, bool oaep) {
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        need(EVP_PKEY_CTX_new(key.get(), nullptr)), EVP_PKEY_CTX_free);
    need(EVP_PKEY_decrypt_init(context.get()));
    need(EVP_PKEY_CTX_set_rsa_padding(context.get(), oaep ? RSA_PKCS1_OAEP_PADDING : RSA_PKCS1_PADDING));
    std::size_t length = static_cast<std::size_t>(EVP_PKEY_get_size(key.get()));
    QByteArray plain(static_cast<qsizetype>(length), Qt::Uninitialized);
    const int done = EVP_PKEY_decrypt(context.get(), reinterpret_cast<unsigned char*>(plain.data()), &length,
                                      reinterpret_cast<const unsigned char*>(encrypted.data()),
                                      static_cast<std::size_t>(encrypted.size()));
    return done == 1 ? plain.first(static_cast<qsizetype>(length)) : QByteArray();
}

QByteArray derElement(char tag, const QByteArray& content) {
    QByteArray element(1, tag);
    const auto length = static_cast<std::size_t>(content.size());
    if (length >= 256)
        element += '\x82';
    else if (length >= 128)
        element += '\x81';
    if (length >= 256)
        element += static_cast<char>(length >> 8U);
    element += static_cast<char>(length & 0xFFU);
    return element + content;
}

QByteArray derIdentifier(const char* dotted) {
    const std::unique_ptr<ASN1_OBJECT, decltype(&ASN1_OBJECT_free)> object(need(OBJ_txt2obj(dotted, 1)),
                                                                           ASN1_OBJECT_free);
    return derElement('\x06', QByteArray(reinterpret_cast<const char*>(OBJ_get0_data(object.get())),
                                         static_cast<qsizetype>(OBJ_length(object.get()))));
}

QByteArray qualifiedStatementsOf(const char* type) {
    const QByteArray compliance = derElement('\x30', derIdentifier("0.4.0.1862.1.1"));
    const QByteArray device = derElement('\x30', derIdentifier("0.4.0.1862.1.4"));
    const QByteArray types = derElement('\x30', derIdentifier(type));
    const QByteArray kind = derElement('\x30', derIdentifier("0.4.0.1862.1.6") + types);
    return derElement('\x30', compliance + device + kind);
}

}  // namespace signet::test
