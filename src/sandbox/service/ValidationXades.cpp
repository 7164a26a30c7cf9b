#include "sandbox/service/ValidationXades.h"

#include <QUrl>

#include "crypto/EcdsaSignature.h"
#include "crypto/SignatureCheck.h"
#include "sandbox/service/ValidationEvidence.h"
#include "sandbox/service/XadesArchive.h"

namespace signet::sandbox {
namespace {

using xmlnames::Ds;
using xmlnames::Xades;

QList<xmlNode*> referencesOf(const XmlSignature& signature) {
    return childrenOf(onlyChild(signature.element, Ds, "SignedInfo"), Ds, "Reference");
}

xmlNode* signedProperties(const XmlSignature& signature) {
    return onlyChild(qualifyingProperties(signature.element), Xades, "SignedProperties");
}

bool fitsDigest(const QByteArray& bytes, const xmlNode* holder) {
    const auto wanted = base64Inside(onlyChild(holder, Ds, "DigestValue"));
    const auto hash = hashByMethod(algorithmOf(holder, "DigestMethod"), bytes);
    return wanted && hash && *wanted == *hash;
}

void checkReferences(SignatureFinding& finding, const XmlSignature& signature) {
    QStringList covered;
    bool coversProperties = false;
    for (const xmlNode* reference : referencesOf(signature)) {
        const QString name = fileOfReference(reference);
        const QString shown = name.isEmpty() ? u"a part of the signature"_qs : name;
        const auto bytes = dereference(signature, reference);
        if (!bytes) {
            finding.doubt(u"SIGNED_DATA_NOT_FOUND"_qs, u"What was signed is not there: "_qs + shown);
            continue;
        }
        if (!fitsDigest(*bytes, reference))
            finding.fail(u"HASH_FAILURE"_qs, u"The digest does not fit: "_qs + shown);
        covered.append(name);
        const xmlNode* properties = signedProperties(signature);
        coversProperties |= name.isEmpty() && properties != nullptr &&
                            attributeOf(reference, "URI").mid(1) == attributeOf(properties, "Id");
    }
    if (!coversProperties)
        finding.fail(u"FORMAT_FAILURE"_qs, u"The signed properties are not signed"_qs);
    for (const DataFile& file : signature.files) {
        if (!covered.contains(file.name))
            finding.warnings.append(u"The signature does not cover %1"_qs.arg(file.name));
    }
}

/** The certificate in KeyInfo that the signed properties name by its digest (SigningCertificateV2). */
std::optional<crypto::Certificate> signerOf(const XmlSignature& signature) {
    const QList<xmlNode*> named = allInside(signedProperties(signature), Xades, "CertDigest");
    const QList<QByteArray> certificates =
        base64Of(onlyChild(signature.element, Ds, "KeyInfo"), Ds, "X509Certificate");
    for (const QByteArray& der : certificates) {
        const auto certificate = crypto::Certificate::fromDer(der);
        if (certificate && !named.isEmpty() && fitsDigest(der, named.first()))
            return *certificate;
    }
    return std::nullopt;
}

bool fitsValue(const crypto::Certificate& signer, const QByteArray& hash, const QByteArray& value) {
    constexpr int BitsPerByte = 8;
    const auto digest = crypto::Digest::fromBytes(hash);
    if (!digest)
        return false;
    if (signer.keyType() == crypto::KeyType::Rsa)
        return crypto::checkSignature(signer, *digest, value).has_value();
    const int fieldSize = (signer.keyBits() + BitsPerByte - 1) / BitsPerByte;
    const auto ecdsa = crypto::EcdsaSignature::fromRaw(value, fieldSize);
    return ecdsa && crypto::checkSignature(signer, *digest, ecdsa->der());
}

void checkValue(SignatureFinding& finding, const XmlSignature& signature) {
    if (!finding.signer) {
        finding.doubt(u"NO_SIGNING_CERTIFICATE_FOUND"_qs, u"The signing certificate is not there"_qs);
        return;
    }
    const xmlNode* info = onlyChild(signature.element, Ds, "SignedInfo");
    const auto value = base64Inside(onlyChild(signature.element, Ds, "SignatureValue"));
    const auto form =
        info != nullptr ? canonicalForm(signature.document, info, algorithmOf(info, "CanonicalizationMethod"))
                        : base::fail(base::ErrorCode::InternalError);
    const auto hash = form ? hashByMethod(algorithmOf(info, "SignatureMethod"), *form) : std::nullopt;
    if (!value || !hash || !fitsValue(*finding.signer, *hash, *value))
        finding.fail(u"SIG_CRYPTO_FAILURE"_qs, u"The signature value does not fit the certificate"_qs);
}

/** The canonical forms of these elements, one behind the other, as a time stamp's algorithm wants them. */
QByteArray joined(const XmlSignature& signature, const QList<xmlNode*>& elements, const xmlNode* stamp) {
    QByteArray algorithm = algorithmOf(stamp, "CanonicalizationMethod");
    if (algorithm.isEmpty())
        algorithm = xmlnames::DefaultCanonical;
    QByteArray all;
    for (const xmlNode* element : elements)
        all += canonicalForm(signature.document, element, algorithm).value_or(QByteArray());
    return all;
}

SignatureEvidence evidenceOf(const XmlSignature& signature) {
    SignatureEvidence evidence;
    evidence.family = u"XAdES"_qs;
    const xmlNode* properties = unsignedSignatureProperties(signature.element);
    const QList<xmlNode*> value = childrenOf(signature.element, Ds, "SignatureValue");
    for (const xmlNode* stamp : childrenOf(properties, Xades, "SignatureTimeStamp")) {
        for (const QByteArray& token : base64Of(stamp, Xades, "EncapsulatedTimeStamp"))
            evidence.signatureStamps.append({token, joined(signature, value, stamp)});
    }
    for (const xmlNode* stamp : childrenOf(properties, xmlnames::Xades141, "ArchiveTimeStamp")) {
        for (const QByteArray& token : base64Of(stamp, Xades, "EncapsulatedTimeStamp"))
            evidence.archiveStamps.append({token, archivedBytes(signature, stamp).value_or(QByteArray())});
    }
    evidence.certificates = base64Of(signature.element, Ds, "X509Certificate") +
                            base64Of(properties, Xades, "EncapsulatedX509Certificate");
    evidence.ocspResponses = base64Of(properties, Xades, "EncapsulatedOCSPValue");
    return evidence;
}

SignatureFinding validated(const XmlSignature& signature, const ValidationTrust& trust) {
    SignatureFinding finding;
    finding.id = QString::fromUtf8(attributeOf(signature.element, "Id"));
    finding.signer = signerOf(signature);
    checkReferences(finding, signature);
    checkValue(finding, signature);
    judgeEvidence(finding, evidenceOf(signature), trust);
    return finding;
}

SignatureFinding unreadable() {
    SignatureFinding finding;
    finding.format = u"XAdES_BASELINE_B"_qs;
    finding.fail(u"FORMAT_FAILURE"_qs, u"The signature cannot be read"_qs);
    return finding;
}

}  // namespace

QList<SignatureFinding> validateXades(const AsicContainer& container, const ValidationTrust& trust) {
    QList<SignatureFinding> findings;
    for (const QByteArray& xml : container.signatures()) {
        const XmlDocPtr document = parseXml(xml);
        // A document type could declare what no signature covers.
        const bool isPlain = document && xmlGetIntSubset(document.get()) == nullptr;
        const QList<xmlNode*> elements =
            isPlain ? childrenOf(xmlDocGetRootElement(document.get()), Ds, "Signature") : QList<xmlNode*>();
        if (elements.isEmpty())
            findings.append(unreadable());
        for (xmlNode* element : elements)
            findings.append(validated({document.get(), element, container.files()}, trust));
    }
    return findings;
}

}  // namespace signet::sandbox
