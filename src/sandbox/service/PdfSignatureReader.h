#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include "base/Expected.h"

namespace signet::sandbox {

using base::Expected;

/** A filled signature field of a PDF. What stands in it is not verified. */
struct PdfSignatureEntry {
    QString fieldName;
    QByteArray subFilter;   ///< "ETSI.CAdES.detached", "ETSI.RFC3161", "adbe.pkcs7.detached"
    QByteArray contents;    ///< DER of the SignedData or the time-stamp token, with the zeros behind it
    QDateTime claimedTime;  ///< the dictionary's M, UTC; may be invalid
    /** The ByteRange: two stretches of the file, the Contents between them. */
    qsizetype firstLength = 0;
    qsizetype secondBegin = 0;
    qsizetype secondLength = 0;
    /** Whether the stretches lie in the file and leave out the Contents and nothing more. */
    bool isRangeSound = false;

    bool isDocumentStamp() const { return subFilter == "ETSI.RFC3161"; }
    /** The end of what is covered; later bytes came with later updates. */
    qsizetype coversUntil() const { return secondBegin + secondLength; }
    /** The covered bytes; empty where the range is not sound. */
    QByteArray covered(const QByteArray& pdf) const;
    /** The key of this signature in the DSS's VRI (ETSI EN 319 142-1, 5.4.2.3). */
    QByteArray storeKey() const;
};

/** The document security store (ETSI EN 319 142-1, 5.4.2): all DER. */
struct PdfEvidence {
    QList<QByteArray> certificates;
    QList<QByteArray> ocspResponses;
    QList<QByteArray> storeKeys;  ///< the signatures that have an entry in VRI
};

struct PdfSignatures {
    QList<PdfSignatureEntry> entries;  ///< in the order in which they were made
    PdfEvidence evidence;
};

/** Finds the signatures and document time stamps of a PDF. AnswerUnreadable (reason as detail) as for signing
 * it. */
Expected<PdfSignatures> readPdfSignatures(const QByteArray& pdf);

}  // namespace signet::sandbox
