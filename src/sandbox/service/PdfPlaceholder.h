#pragma once

#include <QByteArray>
#include <QDateTime>

#include "base/Expected.h"

namespace signet::sandbox {

using base::Expected;

/** What a signature field of a PDF holds. */
enum class PdfSeal {
    Signature,      ///< SubFilter ETSI.CAdES.detached (ETSI EN 319 142-1, 6.3)
    DocumentStamp,  ///< SubFilter ETSI.RFC3161 (ETSI EN 319 142-1, 5.4.3)
};

/**
 * A PDF with a new, invisible signature field on its first page, whose dictionary has room for the Contents
 * that are still to come; its ByteRange covers all the rest of the file. A value; any thread.
 */
class PdfPlaceholder {
public:
    /**
     * Adds the field by an incremental update. `name` stands in the dictionary, for readers that do not look
     * into the certificate. AnswerUnreadable (reason as detail) if the PDF cannot be continued, or its author
     * allows no changes (DocMDP level 1).
     */
    static Expected<PdfPlaceholder> reserve(const QByteArray& pdf, PdfSeal kind, const QString& name,
                                            const QDateTime& signingTime);

    /** What the ByteRange covers. */
    QByteArray covered() const;
    /** The PDF with `der` as Contents; InternalError if it does not fit. */
    Expected<QByteArray> filled(QByteArrayView der) const;

private:
    PdfPlaceholder() = default;

    QByteArray m_pdf;
    qsizetype m_contentsBegin = 0;  ///< of the '<'
    qsizetype m_contentsEnd = 0;    ///< behind the '>'
};

}  // namespace signet::sandbox
