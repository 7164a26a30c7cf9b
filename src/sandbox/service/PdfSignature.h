#pragma once

#include <QDateTime>

#include "sandbox/pki/CmsSignature.h"
#include "sandbox/service/PdfPlaceholder.h"
#include "sandbox/service/XadesSignature.h"

namespace signet::sandbox {

/**
 * One signature inside a PDF: baseline B-LT of ETSI EN 319 142-1 (B-T without evidence), by incremental
 * updates that leave earlier signatures as they are. First prepared, then signed elsewhere, then completed. A
 * value; any thread.
 */
class PdfSignature {
public:
    /**
     * `digestLength`: 32, 48 or 64 bytes for EC keys; RSA keys take 32 only. `issuers` go into the signature
     * beside the signer's certificate. AnswerUnreadable (reason as detail) if the PDF cannot be signed: no
     * PDF, damaged, encrypted, too large, or closed for changes.
     */
    static Expected<PdfSignature> prepare(const QByteArray& pdf, const crypto::Certificate& signer,
                                          const QList<QByteArray>& issuers, int digestLength,
                                          const QDateTime& signingTime);

    /** The hash of the signed attributes: what the card signs. */
    const crypto::Digest& digest() const { return m_cms.digest(); }
    const crypto::Certificate& signer() const { return m_cms.signer(); }

    using Stamper = CmsSignature::Stamper;
    /**
     * The signed PDF. `signatureValue`: RSA as it is, ECDSA as DER; SignatureWrong if it does not fit.
     * `stamp` is asked for a time-stamp token over the value.
     */
    Expected<QByteArray> complete(QByteArrayView signatureValue, const Stamper& stamp,
                                  const LongTermEvidence& evidence) const;

private:
    PdfSignature(PdfPlaceholder place, CmsSignature cms) : m_place(std::move(place)), m_cms(std::move(cms)) {}

    PdfPlaceholder m_place;
    CmsSignature m_cms;
};

/** What is to be stored for a signature, found by its signer's certificate; without it for a document time
 * stamp. */
using EvidenceSource =
    std::function<Expected<LongTermEvidence>(const std::optional<crypto::Certificate>& signer)>;

/**
 * Adds what is missing in the document security store, then a document time stamp over all (B-LTA; ETSI EN
 * 319 142-1, 5.4.3 and 5.5). AnswerUnreadable, as for signing, and where the PDF has no signature.
 */
Expected<QByteArray> archivePdf(const QByteArray& pdf, const CmsSignature::Stamper& stamp,
                                const EvidenceSource& evidence);

}  // namespace signet::sandbox
