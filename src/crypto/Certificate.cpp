#include "crypto/Certificate.h"

#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <QCryptographicHash>
#include <QTimeZone>
#include <array>
#include <optional>
#include <string_view>

#include "base/Base64.h"
#include "base/PrintableText.h"
#include "crypto/OpenSsl.h"
#include "crypto/QcStatements.h"

namespace signet::crypto {

namespace {

struct Fields {
    QByteArray der;
    QString commonName;
    QString givenName;
    QString surname;
    QString organisation;
    QString organisationIdentifier;
    QString serialNumber;
    QString subject;
    QString issuer;
    QString issuerCommonName;
    QDateTime notBefore;
    QDateTime notAfter;
    KeyType keyType = KeyType::Other;
    int keyBits = 0;
    QString keyName;
    bool forSigning = false;
    bool forAuthentication = false;
    QualifiedStatements qualifiedStatements;
};

constexpr qsizetype LargestDer = 64 * 1024;
constexpr qsizetype LargestPem = 1024 * 1024;

tl::unexpected<base::Error> invalid(const QString& why) {
    return base::fail(base::ErrorCode::CertificateInvalid, QStringList{}, why);
}

/** The first attribute of this kind, whatever string type it was written in; empty if there is none. */
QString attribute(const X509_NAME* name, int nid) {
    const int position = X509_NAME_get_index_by_NID(name, nid, -1);
    if (position < 0)
        return {};
    unsigned char* utf8 = nullptr;
    const int length =
        ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, position)));
    const std::unique_ptr<unsigned char, FreeOpenSslBytes> owner(utf8);
    if (length < 0)
        return {};
    return base::printable(QString::fromUtf8(reinterpret_cast<const char*>(utf8), length));
}

/** RFC 2253, but with letters outside ASCII as they are. */
QString wholeName(const X509_NAME* name) {
    const BioHandle bio(BIO_new(BIO_s_mem()));
    const unsigned long flags = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    if (bio == nullptr || X509_NAME_print_ex(bio.get(), name, 0, flags) < 0)
        return {};
    char* text = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &text);
    return base::printable(QString::fromUtf8(text, length));
}

/** Invalid for a time that X.509 does not know. */
QDateTime utcTime(const ASN1_TIME* time) {
    constexpr int FirstYear = 1900;
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(FirstYear + parts.tm_year, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), QTimeZone::utc());
}

/** The curve's name as people say it; OpenSSL's where there is no other. Nothing for an unnamed curve. */
std::optional<QString> curveName(const EVP_PKEY* key) {
    std::array<char, 64> group{};
    if (EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) != 1)
        return std::nullopt;
    const std::string_view name(group.data());
    if (name == "prime256v1")
        return QStringLiteral("P-256");
    if (name == "secp384r1")
        return QStringLiteral("P-384");
    if (name == "secp521r1")
        return QStringLiteral("P-521");
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

bool hasExtendedUsage(X509* certificate, std::uint32_t usage) {
    return (X509_get_extension_flags(certificate) & EXFLAG_XKUSAGE) != 0 &&
           (X509_get_extended_key_usage(certificate) & usage) != 0;
}

/** False for a certificate without the key usage extension: it says nothing of what it is for. */
bool hasUsage(X509* certificate, std::uint32_t usage) {
    return (X509_get_extension_flags(certificate) & EXFLAG_KUSAGE) != 0 &&
           (X509_get_key_usage(certificate) & usage) != 0;
}

void readNames(const X509* x509, Fields& fields) {
    const X509_NAME* const subject = X509_get_subject_name(x509);
    const X509_NAME* const issuer = X509_get_issuer_name(x509);
    fields.commonName = attribute(subject, NID_commonName);
    fields.givenName = attribute(subject, NID_givenName);
    fields.surname = attribute(subject, NID_surname);
    fields.organisation = attribute(subject, NID_organizationName);
    fields.organisationIdentifier = attribute(subject, NID_organizationIdentifier);
    fields.serialNumber = attribute(subject, NID_serialNumber);
    fields.subject = wholeName(subject);
    fields.issuer = wholeName(issuer);
    fields.issuerCommonName = attribute(issuer, NID_commonName);
}

void readKey(const EVP_PKEY* key, Fields& fields) {
    fields.keyBits = EVP_PKEY_get_bits(key);
    const int type = EVP_PKEY_get_base_id(key);
    if (type == EVP_PKEY_RSA) {
        fields.keyType = KeyType::Rsa;
        fields.keyName = QStringLiteral("RSA-%1").arg(fields.keyBits);
    } else if (const auto curve = type == EVP_PKEY_EC ? curveName(key) : std::nullopt) {
        fields.keyType = KeyType::Ec;
        fields.keyName = *curve;
    } else {
        const char* const name = EVP_PKEY_get0_type_name(key);
        fields.keyName = name != nullptr ? QString::fromLatin1(name) : QStringLiteral("?");
    }
}

void readUsage(X509* x509, Fields& fields) {
    fields.forSigning = hasUsage(x509, KU_NON_REPUDIATION);
    fields.forAuthentication = hasUsage(x509, KU_DIGITAL_SIGNATURE) && hasExtendedUsage(x509, XKU_SSL_CLIENT);
    fields.qualifiedStatements = readQualifiedStatements(*x509);
}

}  // namespace

struct Certificate::Data : Fields {};

Certificate::Certificate(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

Expected<Certificate> Certificate::fromDer(QByteArrayView der) {
    if (der.isEmpty() || der.size() > LargestDer)
        return invalid(QStringLiteral("%1 bytes").arg(der.size()));
    const ErrorQueueScope scope;
    const X509Handle x509 = readX509(der);
    if (x509 == nullptr)
        return invalid(lastOpenSslError());
    const EVP_PKEY* const key = X509_get0_pubkey(x509.get());
    if (key == nullptr)
        return invalid(QStringLiteral("key: %1").arg(lastOpenSslError()));

    auto data = std::make_shared<Data>();
    data->der = der.toByteArray();
    data->notBefore = utcTime(X509_get0_notBefore(x509.get()));
    data->notAfter = utcTime(X509_get0_notAfter(x509.get()));
    if (!data->notBefore.isValid() || !data->notAfter.isValid())
        return invalid(QStringLiteral("validity"));
    readNames(x509.get(), *data);
    readKey(key, *data);
    readUsage(x509.get(), *data);
    return Certificate(std::move(data));
}

Expected<Certificate> Certificate::fromPem(QByteArrayView pem) {
    if (pem.isEmpty() || pem.size() > LargestPem)
        return invalid(QStringLiteral("%1 bytes of PEM").arg(pem.size()));
    const ErrorQueueScope scope;
    const BioHandle bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    // An encrypted block would make OpenSSL ask for a pass phrase at the terminal; this answers "none"
    // instead.
    const auto noPassPhrase = [](char*, int, int, void*) { return -1; };
    unsigned char* bytes = nullptr;
    long length = 0;
    const int found = bio == nullptr ? 0
                                     : PEM_bytes_read_bio(&bytes, &length, nullptr, PEM_STRING_X509,
                                                          bio.get(), noPassPhrase, nullptr);
    const std::unique_ptr<unsigned char, FreeOpenSslBytes> owner(bytes);
    if (found != 1)
        return invalid(lastOpenSslError());
    return fromDer(QByteArrayView(bytes, length));
}

Expected<Certificate> Certificate::fromAnyEncoding(QByteArrayView bytes) {
    constexpr QByteArrayView PemBegin("-----BEGIN");
    if (bytes.contains(PemBegin))
        return fromPem(bytes);
    if (Expected<Certificate> certificate = fromDer(bytes))
        return certificate;
    const auto decoded = bytes.size() > LargestPem ? std::nullopt : base::decodeBase64(bytes);
    if (!decoded)
        return invalid(QStringLiteral("neither PEM nor DER nor base64"));
    return decoded->contains(PemBegin) ? fromPem(*decoded) : fromDer(*decoded);
}

const QByteArray& Certificate::der() const {
    return m_data->der;
}

QByteArray Certificate::toBase64() const {
    return m_data->der.toBase64();
}

QByteArray Certificate::toPem() const {
    constexpr qsizetype LineLength = 64;
    const QByteArray text = toBase64();
    QByteArray pem("-----BEGIN CERTIFICATE-----\n");
    for (qsizetype at = 0; at < text.size(); at += LineLength)
        pem.append(text.mid(at, LineLength)).append('\n');
    return pem.append("-----END CERTIFICATE-----\n");
}

QByteArray Certificate::fingerprint() const {
    return QCryptographicHash::hash(m_data->der, QCryptographicHash::Sha256);
}

QString Certificate::commonName() const {
    return m_data->commonName;
}

QString Certificate::givenName() const {
    return m_data->givenName;
}

QString Certificate::surname() const {
    return m_data->surname;
}

QString Certificate::organisation() const {
    return m_data->organisation;
}

QString Certificate::organisationIdentifier() const {
    return m_data->organisationIdentifier;
}

QString Certificate::serialNumber() const {
    return m_data->serialNumber;
}

QString Certificate::subject() const {
    return m_data->subject;
}

QString Certificate::issuer() const {
    return m_data->issuer;
}

QString Certificate::issuerCommonName() const {
    return m_data->issuerCommonName;
}

QDateTime Certificate::notBefore() const {
    return m_data->notBefore;
}

QDateTime Certificate::notAfter() const {
    return m_data->notAfter;
}

KeyType Certificate::keyType() const {
    return m_data->keyType;
}

int Certificate::keyBits() const {
    return m_data->keyBits;
}

QString Certificate::keyName() const {
    return m_data->keyName;
}

bool Certificate::isForSigning() const {
    return m_data->forSigning;
}

bool Certificate::isForAuthentication() const {
    return m_data->forAuthentication;
}

bool Certificate::isSeal() const {
    const QualifiedStatements& told = m_data->qualifiedStatements;
    if (told.forSeals || told.forSignatures)
        return told.forSeals;
    return !m_data->organisation.isEmpty() && m_data->givenName.isEmpty() && m_data->surname.isEmpty();
}

QualifiedStatements Certificate::qualifiedStatements() const {
    return m_data->qualifiedStatements;
}

}  // namespace signet::crypto
