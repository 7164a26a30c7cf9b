#include "sandbox/service/ValidationPdf.h"

#include <openssl/cms.h>
#include <openssl/ess.h>

#include <QCryptographicHash>

#include "sandbox/pki/CmsSignature.h"
#include "sandbox/pki/OpenSslPtr.h"
#include "sandbox/service/PdfSignatureReader.h"
#include "sandbox/service/ValidationEvidence.h"

namespace signet::sandbox {
namespace {

using CmsPtr = OpenSslPtr<CMS_ContentInfo, CMS_ContentInfo_free>;
using EssPtr = OpenSslPtr<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free>;

CmsPtr parseCms(const QByteArray& contents) {
    const auto* in = reinterpret_cast<const unsigned char*>(contents.data());
    return CmsPtr(d2i_CMS_ContentInfo(nullptr, &in, static_cast<long>(contents.size())));
}

CMS_SignerInfo* onlySigner(CMS_ContentInfo* cms) {
    STACK_OF(CMS_SignerInfo)* signers = CMS_get0_SignerInfos(cms);
    return signers != nullptr && sk_CMS_SignerInfo_num(signers) == 1 ? sk_CMS_SignerInfo_value(signers, 0)
                                                                     : nullptr;
}

/** The value over the signed attributes, and their digest of the content (RFC 5652, 5.4); the certificate's
 * own worth is judged elsewhere. */
bool fitsContent(CMS_ContentInfo* cms, const QByteArray& content) {
    const BioPtr data(BIO_new_mem_buf(content.data(), static_cast<int>(content.size())));
    return data && CMS_verify(cms, nullptr, nullptr, data.get(), nullptr,
                              CMS_BINARY | CMS_DETACHED | CMS_NO_SIGNER_CERT_VERIFY) == 1;
}

/** ESSCertIDv2 holds the certificate's hash as an OCTET STRING, by whichever algorithm. */
bool holdsHashOf(const QByteArray& essDer, const QByteArray& certificateDer) {
    using Hash = QCryptographicHash;
    for (const Hash::Algorithm algorithm : {Hash::Sha256, Hash::Sha384, Hash::Sha512}) {
        const QByteArray hash = Hash::hash(certificateDer, algorithm);
        const char header[]{V_ASN1_OCTET_STRING, static_cast<char>(hash.size())};
        if (essDer.contains(QByteArray(QByteArray(header, sizeof header) + hash)))
            return true;
    }
    return false;
}

/** The attribute signing-certificate-v2 (RFC 5035) names the certificate by its hash. */
bool namesSigner(const CMS_SignerInfo* signer, const QByteArray& certificateDer) {
    const int at = CMS_signed_get_attr_by_NID(signer, NID_id_smime_aa_signingCertificateV2, -1);
    X509_ATTRIBUTE* attribute = at >= 0 ? CMS_signed_get_attr(signer, at) : nullptr;
    const ASN1_TYPE* value = attribute != nullptr ? X509_ATTRIBUTE_get0_type(attribute, 0) : nullptr;
    if (value == nullptr || value->type != V_ASN1_SEQUENCE)
        return false;
    const QByteArray der(reinterpret_cast<const char*>(value->value.sequence->data),
                         value->value.sequence->length);
    const auto* in = reinterpret_cast<const unsigned char*>(der.data());
    const EssPtr readable(d2i_ESS_SIGNING_CERT_V2(nullptr, &in, der.size()));
    return readable && holdsHashOf(der, certificateDer);
}

QByteArray valueOf(CMS_SignerInfo* signer) {
    const ASN1_OCTET_STRING* value = CMS_SignerInfo_get0_signature(signer);
    return QByteArray(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)), ASN1_STRING_length(value));
}

void checkSeal(SignatureFinding& finding, const PdfSignatureEntry& entry, const QByteArray& pdf,
               const std::optional<CmsContent>& content) {
    const CmsPtr cms = parseCms(entry.contents);
    const CMS_SignerInfo* signer = cms ? onlySigner(cms.get()) : nullptr;
    if (!entry.isRangeSound || signer == nullptr) {
        finding.fail(u"FORMAT_FAILURE"_qs, u"The signature cannot be read"_qs);
        return;
    }
    if (!finding.signer || !namesSigner(signer, *content->signer))
        finding.doubt(u"NO_SIGNING_CERTIFICATE_FOUND"_qs, u"The signing certificate is not there"_qs);
    if (!fitsContent(cms.get(), entry.covered(pdf)))
        finding.fail(u"HASH_FAILURE"_qs,
                     u"The document was changed after it was signed, or the signature "
                     "does not fit the certificate"_qs);
}

QByteArray signedValue(const PdfSignatureEntry& entry) {
    const CmsPtr cms = parseCms(entry.contents);
    CMS_SignerInfo* signer = cms ? onlySigner(cms.get()) : nullptr;
    return signer != nullptr ? valueOf(signer) : QByteArray();
}

SignatureFinding validated(const PdfSignatures& all, qsizetype index, const QByteArray& pdf,
                           const ValidationTrust& trust) {
    const PdfSignatureEntry& entry = all.entries[index];
    const auto content = readCms(entry.contents);
    SignatureFinding finding;
    finding.id = u"S-" + QString::fromLatin1(entry.storeKey().left(16));
    if (content && content->signer) {
        if (const auto signer = crypto::Certificate::fromDer(*content->signer))
            finding.signer = *signer;
    }
    checkSeal(finding, entry, pdf, content);
    SignatureEvidence evidence;
    evidence.family = u"PAdES"_qs;
    for (const QByteArray& token : content ? content->timeStamps : QList<QByteArray>())
        evidence.signatureStamps.append({token, signedValue(entry)});
    for (qsizetype later = index + 1; later < all.entries.size(); ++later) {
        if (all.entries[later].isDocumentStamp())
            evidence.archiveStamps.append({all.entries[later].contents, all.entries[later].covered(pdf)});
    }
    evidence.certificates =
        all.evidence.certificates + (content ? content->certificates : QList<QByteArray>());
    evidence.ocspResponses = all.evidence.ocspResponses;
    judgeEvidence(finding, evidence, trust);
    return finding;
}

}  // namespace

base::Expected<QList<SignatureFinding>> validatePdf(const QByteArray& pdf, const ValidationTrust& trust) {
    const auto signatures = readPdfSignatures(pdf);
    if (!signatures)
        return tl::unexpected(signatures.error());
    QList<SignatureFinding> findings;
    for (qsizetype i = 0; i < signatures->entries.size(); ++i) {
        if (!signatures->entries[i].isDocumentStamp())
            findings.append(validated(*signatures, i, pdf, trust));
    }
    ERR_clear_error();
    return findings;
}

}  // namespace signet::sandbox
