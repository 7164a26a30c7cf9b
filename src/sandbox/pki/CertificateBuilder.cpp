#include "sandbox/pki/CertificateBuilder.h"

#include <openssl/conf.h>
#include <openssl/ec.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>

namespace signet::sandbox {
namespace {

QByteArray tlv(char tag, const QByteArray& value) {
    Q_ASSERT(value.size() < 0x80 || value.size() <= 0xFF);
    QByteArray out(1, tag);
    if (value.size() >= 0x80)
        out.append('\x81');
    return out.append(static_cast<char>(value.size())).append(value);
}

enum class QualifiedType : char { Signature = 1, Seal = 2 };  // ETSI EN 319 412-5, 4.2.3

QByteArray qualifiedStatementsDer(QualifiedType type, bool inDevice) {
    const auto statement = [](char last, const QByteArray& info = {}) {
        return tlv(0x30, tlv(0x06, QByteArray::fromHex("04008e4601").append(last)) + info);
    };
    const QByteArray types =
        tlv(0x30, tlv(0x06, QByteArray::fromHex("04008e460106").append(static_cast<char>(type))));
    const QByteArray disclosure =
        tlv(0x30, tlv(0x30, tlv(0x16, "https://localhost/pds/en.pdf") + tlv(0x13, "en")));
    return tlv(0x30, statement(1) + (inDevice ? statement(4) : QByteArray()) + statement(5, disclosure) +
                         statement(6, types));
}

bool addQualifiedStatements(X509* certificate, const QByteArray& der) {
    const OctetStringPtr value(ASN1_OCTET_STRING_new());
    if (!value || ASN1_OCTET_STRING_set(value.get(), reinterpret_cast<const unsigned char*>(der.data()),
                                        static_cast<int>(der.size())) != 1)
        return false;
    const ExtensionPtr extension(X509_EXTENSION_create_by_NID(nullptr, NID_qcStatements, 0, value.get()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSubject(X509* certificate, const QList<NamePart>& parts) {
    X509_NAME* name = X509_get_subject_name(certificate);
    for (const NamePart& part : parts) {
        const QByteArray value = part.value.toUtf8();
        if (X509_NAME_add_entry_by_txt(name, part.field, MBSTRING_UTF8,
                                       reinterpret_cast<const unsigned char*>(value.data()),
                                       static_cast<int>(value.size()), -1, 0) != 1)
            return false;
    }
    return true;
}

bool setRandomSerial(X509* certificate) {
    const BigNumberPtr serial(BN_new());
    constexpr int Bits = 126;  // positive, and at most 16 bytes
    return serial && BN_rand(serial.get(), Bits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) != nullptr;
}

const EVP_MD* hashFor(const EVP_PKEY* key) {
    return EVP_PKEY_get_bits(key) == 384 ? EVP_sha384() : EVP_sha256();
}

}  // namespace

CertificateBuilder& CertificateBuilder::subject(QList<NamePart> parts) {
    m_subject = std::move(parts);
    return *this;
}

CertificateBuilder& CertificateBuilder::years(int years) {
    m_validUntil = 365 * years;
    return *this;
}

CertificateBuilder& CertificateBuilder::validity(int from, int until) {
    m_validFrom = from;
    m_validUntil = until;
    return *this;
}

CertificateBuilder& CertificateBuilder::extension(int nid, QByteArray words) {
    m_extensions.append({nid, std::move(words)});
    return *this;
}

CertificateBuilder& CertificateBuilder::qualifiedForSignatures() {
    m_qualifiedStatements = qualifiedStatementsDer(QualifiedType::Signature, true);
    return *this;
}

CertificateBuilder& CertificateBuilder::qualifiedForSeals() {
    m_qualifiedStatements = qualifiedStatementsDer(QualifiedType::Seal, false);
    return *this;
}

Expected<KeyAndCertificate> CertificateBuilder::issue(const std::shared_ptr<EVP_PKEY>& key,
                                                      const KeyAndCertificate* issuer) const {
    const X509Ptr certificate(X509_new());
    if (!certificate)
        return opensslFailure("new certificate");
    const X509Ptr parent = issuer ? parseCertificate(issuer->certificateDer) : nullptr;
    if (auto filled = fill(certificate.get(), key.get(), parent.get()); !filled)
        return tl::unexpected(filled.error());
    if (auto added = addExtensions(certificate.get(), parent ? parent.get() : certificate.get()); !added)
        return tl::unexpected(added.error());
    EVP_PKEY* signingKey = issuer ? issuer->key.get() : key.get();
    if (X509_sign(certificate.get(), signingKey, hashFor(signingKey)) <= 0)
        return opensslFailure("sign certificate");
    return KeyAndCertificate{key, toDer(certificate.get(), i2d_X509)};
}

Expected<void> CertificateBuilder::fill(X509* certificate, EVP_PKEY* key, const X509* issuer) const {
    const bool good =
        X509_set_version(certificate, X509_VERSION_3) == 1 && setRandomSerial(certificate) &&
        X509_time_adj_ex(X509_getm_notBefore(certificate), m_validFrom, 0, nullptr) != nullptr &&
        X509_time_adj_ex(X509_getm_notAfter(certificate), m_validUntil, 0, nullptr) != nullptr &&
        setSubject(certificate, m_subject) &&
        X509_set_issuer_name(
            certificate, issuer ? X509_get_subject_name(issuer) : X509_get_subject_name(certificate)) == 1 &&
        X509_set_pubkey(certificate, key) == 1;
    if (!good)
        return opensslFailure("fill certificate");
    return {};
}

Expected<void> CertificateBuilder::addExtensions(X509* certificate, X509* issuer) const {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    // Empty, but OpenSSL reads certificate policies only where there is a configuration to look sections up
    // in.
    const OpenSslPtr<CONF, NCONF_free> configuration(NCONF_new(nullptr));
    X509V3_set_nconf(&context, configuration.get());
    for (const auto& [nid, words] : m_extensions) {
        const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, words.constData()));
        if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1)
            return opensslFailure(words.constData());
    }
    if (!m_qualifiedStatements.isEmpty() && !addQualifiedStatements(certificate, m_qualifiedStatements))
        return opensslFailure("qualified statements");
    return {};
}

Expected<std::shared_ptr<EVP_PKEY>> makeKey(KeyKind kind) {
    EVP_PKEY* key = nullptr;
    switch (kind) {
        case KeyKind::Rsa2048:
            key = EVP_RSA_gen(2048);
            break;
        case KeyKind::P256:
            key = EVP_EC_gen("P-256");
            break;
        case KeyKind::P384:
            key = EVP_EC_gen("P-384");
            break;
    }
    if (!key)
        return opensslFailure("make key");
    return std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free);
}

}  // namespace signet::sandbox
