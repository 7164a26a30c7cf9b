#pragma once

#include "sandbox/service/PdfSignatureReader.h"
#include "sandbox/service/XadesSignature.h"

namespace signet::sandbox {

class PdfRevision;

/** What is to be stored for one signature or document time stamp. */
struct PdfStoreEntry {
    QByteArray key;  ///< PdfSignatureEntry::storeKey()
    LongTermEvidence evidence;
};

/**
 * The PDF with this evidence in its document security store (ETSI EN 319 142-1, 5.4.2), by an incremental
 * update; what is stored already is not stored again. Without entries the PDF as it is.
 */
Expected<QByteArray> withEvidence(const QByteArray& pdf, const QList<PdfStoreEntry>& entries);

/** For the Pdf* files: what the store holds. May throw, as PdfRevision says. */
PdfEvidence storedEvidence(const PdfRevision& revision);

}  // namespace signet::sandbox
