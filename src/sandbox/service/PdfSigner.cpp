#include "sandbox/service/PdfSigner.h"

#include <QFileInfo>

#include "sandbox/service/PdfSignature.h"
#include "sandbox/service/PdfSignatureReader.h"

namespace signet::sandbox {
namespace {

/** "a.pdf" becomes "a.signed.pdf" (signapi.md 4.3) and stays so with the next signature. */
QString signedName(const QString& name) {
    const QString stem = QFileInfo(name).completeBaseName();
    return stem.endsWith(u".signed") ? name : QString(stem + u".signed.pdf");
}

class PendingPdf : public PendingSignature {
public:
    PendingPdf(PdfSignature signature, QString resultName)
        : m_signature(std::move(signature)), m_resultName(std::move(resultName)) {}

    const crypto::Digest& digest() const override { return m_signature.digest(); }
    const crypto::Certificate& signer() const override { return m_signature.signer(); }
    QString resultName() const override { return m_resultName; }
    Expected<QByteArray> complete(QByteArrayView signatureValue,
                                  const TrustServices& services) const override {
        const auto evidence = services.evidence(signer());
        if (!evidence)
            return tl::unexpected(evidence.error());
        return m_signature.complete(signatureValue, services.stamp, *evidence);
    }

private:
    PdfSignature m_signature;
    QString m_resultName;
};

}  // namespace

bool PdfSigner::isPdfName(const QString& fileName) {
    return fileName.endsWith(u".pdf", Qt::CaseInsensitive);
}

Expected<std::shared_ptr<const PendingSignature>> PdfSigner::prepare(const QList<DataFile>& documents,
                                                                     const SignatureRequest& request) const {
    const DataFile& document = documents.first();
    auto signature = PdfSignature::prepare(document.bytes, request.signer, request.issuers,
                                           request.digestLength, request.signingTime);
    if (!signature)
        return tl::unexpected(signature.error());
    return std::make_shared<const PendingPdf>(*std::move(signature), signedName(document.name));
}

bool PdfSigner::isSigned(const QByteArray& document) const {
    const auto signatures = readPdfSignatures(document);
    return signatures && std::any_of(signatures->entries.begin(), signatures->entries.end(),
                                     [](const PdfSignatureEntry& entry) { return !entry.isDocumentStamp(); });
}

Expected<QByteArray> PdfSigner::archive(const QByteArray& document, const TrustServices& services) const {
    return archivePdf(document, services.stamp, services.evidence);
}

}  // namespace signet::sandbox
