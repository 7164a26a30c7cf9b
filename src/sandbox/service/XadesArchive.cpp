#include "sandbox/service/XadesArchive.h"

#include <QUuid>

namespace signet::sandbox {
namespace {

using base::ErrorCode;
using base::fail;
using xmlnames::Ds;
using xmlnames::Xades;
using xmlnames::Xades141;

constexpr const char* ExclusiveC14n = "http://www.w3.org/2001/10/xml-exc-c14n#";

tl::unexpected<base::Error> unreadable(const QString& reason) {
    return fail(ErrorCode::AnswerUnreadable, QStringList(), u"container: "_qs + reason);
}

/** Counter signatures, which stand inside others, are not meant. */
QList<xmlNode*> signaturesOf(const xmlDoc* document) {
    xmlNode* root = xmlDocGetRootElement(document);
    return isElement(root, Ds, "Signature") ? QList{root} : childrenOf(root, Ds, "Signature");
}

/** Appends an element that declares its own namespaces. */
bool append(xmlNode* parent, const QByteArray& xml) {
    const XmlDocPtr fragment = parseXml(xml);
    xmlNode* copy = fragment ? xmlDocCopyNode(xmlDocGetRootElement(fragment.get()), parent->doc, 1) : nullptr;
    return copy != nullptr && xmlAddChild(parent, copy) != nullptr;
}

QByteArray textOf(xmlDoc* document) {
    xmlChar* text = nullptr;
    int size = 0;
    xmlDocDumpMemoryEnc(document, &text, &size, "UTF-8");
    const std::unique_ptr<xmlChar, decltype(xmlFree)> owner(text, xmlFree);
    return {reinterpret_cast<const char*>(text), size};
}

QByteArray encapsulated(const QByteArray& name, const QList<QByteArray>& values) {
    QByteArray xml;
    for (const QByteArray& value : values)
        xml += "<xades:" + name + ">" + value.toBase64() + "</xades:" + name + ">";
    return xml;
}

QByteArray xadesElement(const QByteArray& name, const QByteArray& content) {
    return "<xades:" + name + " xmlns:xades=\"" + Xades + "\">" + content + "</xades:" + name + ">";
}

QByteArray certificateValues(const QList<QByteArray>& certificates) {
    return xadesElement("CertificateValues", encapsulated("EncapsulatedX509Certificate", certificates));
}

QByteArray stampXml(const QByteArray& token) {
    const QByteArray id = "ATS-" + QUuid::createUuid().toByteArray(QUuid::Id128).left(16).toUpper();
    return QByteArray("<xadesv141:ArchiveTimeStamp xmlns:xadesv141=\"") + Xades141 + "\" xmlns:xades=\"" +
           Xades + "\" xmlns:ds=\"" + Ds + "\" Id=\"" + id + "\"><ds:CanonicalizationMethod Algorithm=\"" +
           ExclusiveC14n + "\"/><xades:EncapsulatedTimeStamp>" + token.toBase64() +
           "</xades:EncapsulatedTimeStamp></xadesv141:ArchiveTimeStamp>";
}

/** The issuers' certificates and revocation answers of the signer, where the signature has none yet. */
Expected<void> addSignerEvidence(const xmlNode* signature, xmlNode* properties,
                                 const TrustServices& services) {
    const bool hasCertificates = !childrenOf(properties, Xades, "CertificateValues").isEmpty();
    const bool hasAnswers = !childrenOf(properties, Xades, "RevocationValues").isEmpty();
    const auto signer = crypto::Certificate::fromDer(
        base64Of(onlyChild(signature, Ds, "KeyInfo"), Ds, "X509Certificate").value(0));
    if (!signer || (hasCertificates && hasAnswers))
        return {};
    const auto evidence = services.evidence(*signer);
    if (!evidence)
        return tl::unexpected(evidence.error());
    if (!hasCertificates && !evidence->certificates.isEmpty() &&
        !append(properties, certificateValues(evidence->certificates)))
        return fail(ErrorCode::InternalError, QStringList(), u"certificate values"_qs);
    if (!hasAnswers && !evidence->ocspResponses.isEmpty() &&
        !append(properties, xadesElement("RevocationValues",
                                         "<xades:OCSPValues>" +
                                             encapsulated("EncapsulatedOCSPValue", evidence->ocspResponses) +
                                             "</xades:OCSPValues>")))
        return fail(ErrorCode::InternalError, QStringList(), u"revocation values"_qs);
    return {};
}

/** What proves the earlier time stamps (xadesv141:TimeStampValidationData), unless it is there already. */
Expected<void> addStampEvidence(xmlNode* signature, xmlNode* properties, const TrustServices& services) {
    const auto evidence = services.evidence(std::nullopt);
    if (!evidence)
        return tl::unexpected(evidence.error());
    const QList<QByteArray> there = base64Of(signature, Ds, "X509Certificate") +
                                    base64Of(properties, Xades, "EncapsulatedX509Certificate");
    QList<QByteArray> missing;
    for (const QByteArray& certificate : evidence->certificates) {
        if (!there.contains(certificate))
            missing.append(certificate);
    }
    if (!missing.isEmpty() &&
        !append(properties, QByteArray("<xadesv141:TimeStampValidationData xmlns:xadesv141=\"") + Xades141 +
                                "\">" + certificateValues(missing) + "</xadesv141:TimeStampValidationData>"))
        return fail(ErrorCode::InternalError, QStringList(), u"time-stamp validation data"_qs);
    return {};
}

/** The XML with all that the archive time stamp of this signature is to cover. */
Expected<QByteArray> withEvidence(const QByteArray& xml, qsizetype index, const TrustServices& services) {
    const XmlDocPtr document = parseXml(xml);
    xmlNode* signature = document ? signaturesOf(document.get()).value(index) : nullptr;
    xmlNode* qualifying = qualifyingProperties(signature);
    if (!qualifying)
        return unreadable(u"a signature is no XAdES"_qs);
    xmlNode* properties = unsignedSignatureProperties(signature);
    if (!properties) {
        append(qualifying, xadesElement("UnsignedProperties", "<xades:UnsignedSignatureProperties/>"));
        properties = unsignedSignatureProperties(signature);
    }
    if (!properties)
        return unreadable(u"a signature has its unsigned properties twice"_qs);
    for (const auto& added : {addSignerEvidence(signature, properties, services),
                              addStampEvidence(signature, properties, services)}) {
        if (!added)
            return tl::unexpected(added.error());
    }
    return textOf(document.get());
}

Expected<QByteArray> withStamp(const QByteArray& xml, qsizetype index, const QList<DataFile>& files,
                               const TrustServices& services) {
    const auto complete = withEvidence(xml, index, services);
    if (!complete)
        return complete;
    // Read anew: what is stamped is what a reader of the written file will see.
    const XmlDocPtr document = parseXml(*complete);
    xmlNode* signature = document ? signaturesOf(document.get()).value(index) : nullptr;
    const auto covered =
        signature ? archivedBytes({document.get(), signature, files}, nullptr) : std::nullopt;
    if (!covered)
        return unreadable(u"a signature refers to what is not there"_qs);
    const auto token = services.stamp(*covered);
    if (!token)
        return tl::unexpected(token.error());
    if (!append(unsignedSignatureProperties(signature), stampXml(*token)))
        return fail(ErrorCode::InternalError, QStringList(), u"archive time stamp"_qs);
    return textOf(document.get());
}

}  // namespace

std::optional<QByteArray> archivedBytes(const XmlSignature& signature, const xmlNode* stamp) {
    QByteArray algorithm = stamp ? algorithmOf(stamp, "CanonicalizationMethod") : QByteArray(ExclusiveC14n);
    if (algorithm.isEmpty())
        algorithm = xmlnames::DefaultCanonical;
    QByteArray all;
    for (const xmlNode* reference :
         childrenOf(onlyChild(signature.element, Ds, "SignedInfo"), Ds, "Reference")) {
        const auto bytes = dereference(signature, reference, algorithm);
        if (!bytes)
            return std::nullopt;
        all += *bytes;
    }
    QList<xmlNode*> elements;
    for (const char* name : {"SignedInfo", "SignatureValue", "KeyInfo"})
        elements += childrenOf(signature.element, Ds, name);
    for (xmlNode* property : childrenOf(unsignedSignatureProperties(signature.element))) {
        if (property == stamp)
            break;
        elements.append(property);
    }
    for (xmlNode* object : childrenOf(signature.element, Ds, "Object")) {
        if (childrenOf(object, Xades, "QualifyingProperties").isEmpty())
            elements.append(object);
    }
    for (const xmlNode* element : elements) {
        const auto form = canonicalForm(signature.document, element, algorithm);
        if (!form)
            return std::nullopt;
        all += *form;
    }
    return all;
}

Expected<QByteArray> withArchiveStamps(const QByteArray& signaturesXml, const QList<DataFile>& files,
                                       const TrustServices& services) {
    const XmlDocPtr document = parseXml(signaturesXml);
    const qsizetype count = document ? signaturesOf(document.get()).size() : 0;
    if (count == 0)
        return unreadable(u"a file of signatures holds none"_qs);
    Expected<QByteArray> xml = signaturesXml;
    for (qsizetype i = 0; xml && i < count; ++i)
        xml = withStamp(*xml, i, files, services);
    return xml;
}

}  // namespace signet::sandbox
