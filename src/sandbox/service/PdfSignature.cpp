#include "sandbox/service/PdfSignature.h"

#include <QCryptographicHash>

#include "sandbox/service/PdfRevision.h"
#include "sandbox/service/PdfSecurityStore.h"

namespace signet::sandbox {
namespace {

Expected<crypto::Digest> hashOf(const QByteArray& bytes, int length) {
    switch (length) {
        case 32:
            return crypto::Digest::fromBytes(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        case 48:
            return crypto::Digest::fromBytes(QCryptographicHash::hash(bytes, QCryptographicHash::Sha384));
        case 64:
            return crypto::Digest::fromBytes(QCryptographicHash::hash(bytes, QCryptographicHash::Sha512));
        default:
            return base::fail(base::ErrorCode::DigestLength, QStringList{QString::number(length)});
    }
}

std::optional<crypto::Certificate> signerOf(const PdfSignatureEntry& entry) {
    const auto cms = entry.isDocumentStamp() ? std::nullopt : readCms(entry.contents);
    const auto signer = cms && cms->signer ? crypto::Certificate::fromDer(*cms->signer)
                                           : base::fail(base::ErrorCode::CertificateInvalid);
    return signer ? std::optional(*signer) : std::nullopt;
}

Expected<QList<PdfStoreEntry>> missingEvidence(const PdfSignatures& signatures,
                                               const EvidenceSource& source) {
    QList<PdfStoreEntry> missing;
    for (const PdfSignatureEntry& entry : signatures.entries) {
        if (signatures.evidence.storeKeys.contains(entry.storeKey()))
            continue;
        const auto evidence = source(signerOf(entry));
        if (!evidence)
            return tl::unexpected(evidence.error());
        if (!evidence->certificates.isEmpty())
            missing.append({entry.storeKey(), *evidence});
    }
    return missing;
}

}  // namespace

Expected<PdfSignature> PdfSignature::prepare(const QByteArray& pdf, const crypto::Certificate& signer,
                                             const QList<QByteArray>& issuers, int digestLength,
                                             const QDateTime& signingTime) {
    auto place = PdfPlaceholder::reserve(pdf, PdfSeal::Signature, signer.commonName(), signingTime);
    if (!place)
        return tl::unexpected(place.error());
    const auto hash = hashOf(place->covered(), digestLength);
    if (!hash)
        return tl::unexpected(hash.error());
    auto cms = CmsSignature::prepare(*hash, signer, issuers);
    if (!cms)
        return tl::unexpected(cms.error());
    return PdfSignature(*std::move(place), *std::move(cms));
}

Expected<QByteArray> PdfSignature::complete(QByteArrayView signatureValue, const Stamper& stamp,
                                            const LongTermEvidence& evidence) const {
    const auto cms = m_cms.complete(signatureValue, stamp);
    if (!cms)
        return tl::unexpected(cms.error());
    const auto pdf = m_place.filled(*cms);
    if (!pdf || evidence.certificates.isEmpty())
        return pdf;
    const auto signatures = readPdfSignatures(*pdf);
    if (!signatures)
        return tl::unexpected(signatures.error());
    return withEvidence(*pdf, {{signatures->entries.last().storeKey(), evidence}});
}

Expected<QByteArray> archivePdf(const QByteArray& pdf, const CmsSignature::Stamper& stamp,
                                const EvidenceSource& evidence) {
    const auto signatures = readPdfSignatures(pdf);
    if (!signatures)
        return tl::unexpected(signatures.error());
    if (signatures->entries.isEmpty())
        return unreadablePdf(u"the PDF is not signed"_qs);
    const auto missing = missingEvidence(*signatures, evidence);
    if (!missing)
        return tl::unexpected(missing.error());
    const auto complete = withEvidence(pdf, *missing);
    if (!complete)
        return tl::unexpected(complete.error());
    const auto place = PdfPlaceholder::reserve(*complete, PdfSeal::DocumentStamp, {}, {});
    if (!place)
        return tl::unexpected(place.error());
    const auto token = stamp(place->covered());
    if (!token)
        return tl::unexpected(token.error());
    return place->filled(*token);
}

}  // namespace signet::sandbox
