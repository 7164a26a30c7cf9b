#include "sandbox/service/XadesSignature.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QUrl>
#include <QUuid>
#include <array>

#include "sandbox/pki/OpenSslPtr.h"
#include "sandbox/service/XmlCanonical.h"

namespace signet::sandbox {
namespace {

constexpr const char* DsUri = "http://www.w3.org/2000/09/xmldsig#";
constexpr const char* XadesUri = "http://uri.etsi.org/01903/v1.3.2#";
const QByteArray ExclusiveC14n = "http://www.w3.org/2001/10/xml-exc-c14n#";
const QByteArray Sha256Uri = "http://www.w3.org/2001/04/xmlenc#sha256";

/** One element; attributes as they are to be written, with a leading space. */
QByteArray element(const QByteArray& name, const QByteArray& content, const QByteArray& attributes = {}) {
    return "<" + name + attributes + ">" + content + "</" + name + ">";
}

QByteArray attribute(const char* name, const QString& value) {
    return " " + QByteArray(name) + "=\"" + value.toHtmlEscaped().toUtf8() + "\"";
}

QByteArray algorithm(const QByteArray& elementName, const QByteArray& uri) {
    return element(elementName, {}, " Algorithm=\"" + uri + "\"");
}

QByteArray sha256Base64(QByteArrayView bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toBase64();
}

QByteArray digestElements(QByteArrayView bytes) {
    return algorithm("ds:DigestMethod", Sha256Uri) + element("ds:DigestValue", sha256Base64(bytes));
}

/** Empty if no key of this type signs digests of this length. */
QByteArray signatureMethod(crypto::KeyType type, int digestLength) {
    const QByteArray base = "http://www.w3.org/2001/04/xmldsig-more#";
    if (type == crypto::KeyType::Rsa)
        return digestLength == 32 ? base + "rsa-sha256" : QByteArray();
    switch (digestLength) {
        case 32:
            return base + "ecdsa-sha256";
        case 48:
            return base + "ecdsa-sha384";
        case 64:
            return base + "ecdsa-sha512";
        default:
            return {};
    }
}

QByteArray hashOf(const QByteArray& bytes, int digestLength) {
    switch (digestLength) {
        case 48:
            return QCryptographicHash::hash(bytes, QCryptographicHash::Sha384);
        case 64:
            return QCryptographicHash::hash(bytes, QCryptographicHash::Sha512);
        default:
            return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    }
}

/** DER of IssuerSerial (RFC 5035, 5), which IssuerSerialV2 holds; empty if the certificate cannot be read. */
QByteArray issuerSerialDer(const QByteArray& certificateDer) {
    const X509Ptr certificate = parseCertificate(certificateDer);
    const OpenSslPtr<GENERAL_NAMES, GENERAL_NAMES_free> names(GENERAL_NAMES_new());
    OpenSslPtr<GENERAL_NAME, GENERAL_NAME_free> name(GENERAL_NAME_new());
    if (!certificate || !names || !name)
        return {};
    GENERAL_NAME_set0_value(name.get(), GEN_DIRNAME, X509_NAME_dup(X509_get_issuer_name(certificate.get())));
    if (sk_GENERAL_NAME_push(names.get(), name.get()) == 0)
        return {};
    name.release();
    const QByteArray content = toDer(names.get(), i2d_GENERAL_NAMES) +
                               toDer(X509_get_serialNumber(certificate.get()), i2d_ASN1_INTEGER);
    std::array<unsigned char, 8> header;
    unsigned char* end = header.data();
    ASN1_put_object(&end, 1, static_cast<int>(content.size()), V_ASN1_SEQUENCE, V_ASN1_UNIVERSAL);
    return QByteArray(reinterpret_cast<const char*>(header.data()), end - header.data()) + content;
}

QString referenceId(const QString& id, qsizetype index) {
    return id + u"-REF-" + QString::number(index);
}

QByteArray signedPropertiesXml(const QString& id, const QList<DataFile>& files,
                               const crypto::Certificate& signer, const QDateTime& signingTime) {
    const QByteArray certificate =
        element("xades:Cert", element("xades:CertDigest", digestElements(signer.der())) +
                                  element("xades:IssuerSerialV2", issuerSerialDer(signer.der()).toBase64()));
    QByteArray formats;
    for (qsizetype i = 0; i < files.size(); ++i)
        formats += element("xades:DataObjectFormat", element("xades:MimeType", mediaTypeOf(files[i].name)),
                           attribute("ObjectReference", u'#' + referenceId(id, i)));
    return element(
        "xades:SignedProperties",
        element("xades:SignedSignatureProperties",
                element("xades:SigningTime", signingTime.toUTC().toString(Qt::ISODate).toLatin1()) +
                    element("xades:SigningCertificateV2", certificate)) +
            element("xades:SignedDataObjectProperties", formats),
        attribute("Id", id + u"-SP"));
}

QByteArray signedInfoXml(const QString& id, const QList<DataFile>& files, const QByteArray& method,
                         const QByteArray& canonicalProperties) {
    QByteArray references;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QString uri = QString::fromLatin1(QUrl::toPercentEncoding(files[i].name, "/"));
        references += element("ds:Reference", digestElements(files[i].bytes),
                              attribute("Id", referenceId(id, i)) + attribute("URI", uri));
    }
    references += element("ds:Reference",
                          element("ds:Transforms", algorithm("ds:Transform", ExclusiveC14n)) +
                              digestElements(canonicalProperties),
                          attribute("Type", u"http://uri.etsi.org/01903#SignedProperties"_qs) +
                              attribute("URI", u'#' + id + u"-SP"));
    return element("ds:SignedInfo", algorithm("ds:CanonicalizationMethod", ExclusiveC14n) +
                                        algorithm("ds:SignatureMethod", method) + references);
}

struct SignatureParts {
    QString id;
    QByteArray signedInfo;
    QByteArray signatureValue;
    QByteArray keyInfo;
    QByteArray signedProperties;
    QByteArray unsignedProperties;
};

QByteArray documentXml(const SignatureParts& parts) {
    const QByteArray properties =
        element("xades:QualifyingProperties", parts.signedProperties + parts.unsignedProperties,
                " xmlns:xades=\"" + QByteArray(XadesUri) + "\"" + attribute("Target", u'#' + parts.id));
    const QByteArray signature =
        element("ds:Signature",
                parts.signedInfo +
                    element("ds:SignatureValue", parts.signatureValue, attribute("Id", parts.id + u"-SIG")) +
                    parts.keyInfo + element("ds:Object", properties),
                " xmlns:ds=\"" + QByteArray(DsUri) + "\"" + attribute("Id", parts.id));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
           element("asic:XAdESSignatures", signature, " xmlns:asic=\"http://uri.etsi.org/02918/v1.2.1#\"");
}

Expected<QByteArray> canonicalElement(const SignatureParts& parts, const char* uri, const char* name) {
    const XmlDocPtr document = parseXml(documentXml(parts));
    const xmlNode* node = document ? findElement(document.get(), uri, name) : nullptr;
    if (!node)
        return fail(ErrorCode::InternalError, QStringList(), u"XAdES structure"_qs);
    return canonicalForm(document.get(), node);
}

QByteArray encapsulated(const QByteArray& name, const QList<QByteArray>& values) {
    QByteArray xml;
    for (const QByteArray& value : values)
        xml += element(name, value.toBase64());
    return xml;
}

QByteArray unsignedPropertiesXml(const QString& id, const QByteArray& token,
                                 const LongTermEvidence& evidence) {
    QByteArray xml = element("xades:SignatureTimeStamp",
                             algorithm("ds:CanonicalizationMethod", ExclusiveC14n) +
                                 element("xades:EncapsulatedTimeStamp", token.toBase64()),
                             attribute("Id", id + u"-TS"));
    if (!evidence.certificates.isEmpty())
        xml += element("xades:CertificateValues",
                       encapsulated("xades:EncapsulatedX509Certificate", evidence.certificates));
    if (!evidence.ocspResponses.isEmpty())
        xml += element(
            "xades:RevocationValues",
            element("xades:OCSPValues", encapsulated("xades:EncapsulatedOCSPValue", evidence.ocspResponses)));
    return element("xades:UnsignedProperties", element("xades:UnsignedSignatureProperties", xml));
}

QByteArray keyInfoXml(const QByteArray& signer, const QList<QByteArray>& issuers) {
    return element("ds:KeyInfo",
                   element("ds:X509Data", encapsulated("ds:X509Certificate", QList{signer} + issuers)));
}

}  // namespace

QByteArray mediaTypeOf(const QString& fileName) {
    static const QHash<QString, QByteArray> types{
        {u"pdf"_qs, "application/pdf"},
        {u"txt"_qs, "text/plain"},
        {u"xml"_qs, "application/xml"},
        {u"csv"_qs, "text/csv"},
        {u"png"_qs, "image/png"},
        {u"jpg"_qs, "image/jpeg"},
        {u"docx"_qs, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {u"xlsx"_qs, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {u"odt"_qs, "application/vnd.oasis.opendocument.text"},
        {u"asice"_qs, "application/vnd.etsi.asic-e+zip"},
        {u"edoc"_qs, "application/vnd.etsi.asic-e+zip"},
    };
    return types.value(QFileInfo(fileName).suffix().toLower(), "application/octet-stream");
}

Expected<XadesSignature> XadesSignature::prepare(const QList<DataFile>& files,
                                                 const crypto::Certificate& signer,
                                                 const QList<QByteArray>& issuers, int digestLength,
                                                 const QDateTime& signingTime) {
    const QByteArray method = signatureMethod(signer.keyType(), digestLength);
    if (method.isEmpty())
        return fail(ErrorCode::DigestLength, QStringList{QString::number(digestLength)});
    SignatureParts parts;
    parts.id = u"S-" + QUuid::createUuid().toString(QUuid::Id128).left(16).toUpper();
    parts.keyInfo = keyInfoXml(signer.der(), issuers);
    parts.signedProperties = signedPropertiesXml(parts.id, files, signer, signingTime);
    const auto properties = canonicalElement(parts, XadesUri, "SignedProperties");
    if (!properties)
        return tl::unexpected(properties.error());
    parts.signedInfo = signedInfoXml(parts.id, files, method, *properties);
    const auto info = canonicalElement(parts, DsUri, "SignedInfo");
    if (!info)
        return tl::unexpected(info.error());
    auto digest = crypto::Digest::fromBytes(hashOf(*info, digestLength));
    if (!digest)
        return tl::unexpected(digest.error());
    XadesSignature signature(signer, *digest);
    signature.m_id = parts.id;
    signature.m_signedInfo = parts.signedInfo;
    signature.m_keyInfo = parts.keyInfo;
    signature.m_signedProperties = parts.signedProperties;
    return signature;
}

Expected<QByteArray> XadesSignature::complete(QByteArrayView signatureValue, const Stamper& stamp,
                                              const LongTermEvidence& evidence) const {
    SignatureParts parts{m_id,      m_signedInfo,       signatureValue.toByteArray().toBase64(),
                         m_keyInfo, m_signedProperties, {}};
    const auto value = canonicalElement(parts, DsUri, "SignatureValue");
    if (!value)
        return tl::unexpected(value.error());
    const auto token = stamp(*value);
    if (!token)
        return tl::unexpected(token.error());
    parts.unsignedProperties = unsignedPropertiesXml(m_id, *token, evidence);
    return documentXml(parts);
}

}  // namespace signet::sandbox
