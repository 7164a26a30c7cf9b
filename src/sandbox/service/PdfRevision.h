#pragma once

#include <QByteArray>
#include <QHash>
#include <memory>
#include <qpdf/QPDF.hh>
#include <set>

#include "base/Expected.h"

namespace signet::sandbox {

using base::Expected;

/**
 * One incremental update of a PDF (ISO 32000-1, 7.5.6): the bytes there are stay as they are, changed and new
 * objects follow with a cross-reference section of the same kind. qpdf reads; this class writes.
 *
 * For the Pdf* files only: members other than open() may throw qpdf's exceptions, because every look at an
 * object may find it broken. Their callers run inside readingPdf().
 */
class PdfRevision {
public:
    /**
     * Refuses (AnswerUnreadable, reason as detail) what is no PDF, damaged, encrypted, larger than 64 MiB, or
     * without a first page.
     */
    static Expected<PdfRevision> open(const QByteArray& pdf);

    QPDFObjectHandle catalog() const { return m_qpdf->getRoot(); }
    QPDFObjectHandle firstPage() const;
    const QByteArray& original() const { return m_original; }

    /** This indirect object was changed in place; it is written anew. */
    void touch(const QPDFObjectHandle& object);
    /** A new indirect object; the answer is the reference to it, to be changed further until write(). */
    QPDFObjectHandle add(const QPDFObjectHandle& object);
    /** A new indirect object whose text is given; `write()` tells where it came to lie. */
    QPDFObjectHandle addText(const QByteArray& text);
    QPDFObjectHandle addStream(const QByteArray& content);

    struct Written {
        QByteArray pdf;
        QHash<int, qsizetype> bodies;  ///< where the text of each object begins, by its number
    };
    Written write() const;

private:
    PdfRevision(QByteArray original, std::unique_ptr<QPDF> qpdf);
    QByteArray textOf(QPDFObjGen object) const;
    QPDFObjectHandle trailer(qsizetype previous) const;

    QByteArray m_original;
    std::unique_ptr<QPDF> m_qpdf;
    std::set<QPDFObjGen> m_touched;
    QHash<int, QByteArray> m_texts;
    int m_next;  ///< the next free object number
};

/** AnswerUnreadable with this reason. */
tl::unexpected<base::Error> unreadablePdf(const QString& reason);

/** Runs what looks into a PDF; an exception of qpdf becomes AnswerUnreadable. `work` returns an Expected. */
template <typename Work>
auto readingPdf(Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::exception& exception) {
        return unreadablePdf(QString::fromUtf8(exception.what()));
    }
}

}  // namespace signet::sandbox
