#include "sandbox/service/PdfRevision.h"

#include <QRandomGenerator>
#include <QtEndian>
#include <array>
#include <qpdf/QPDFExc.hh>

#include "sandbox/service/PdfBoundedInflate.h"

namespace signet::sandbox {
namespace {

constexpr qsizetype MaxPdfBytes = 64 * 1024 * 1024;
constexpr int MaxObjectNumber = 8'388'607;  // ISO 32000-1, annex C
constexpr int MaxPageTreeDepth = 64;

/** A line of the cross-reference section: object, and the offset of its "N G obj". */
struct Entry {
    QPDFObjGen object;
    qsizetype offset;
};

/** Runs of neighbouring object numbers; `entries` is in their order. */
QList<QList<Entry>> runsOf(const QList<Entry>& entries) {
    QList<QList<Entry>> runs;
    for (const Entry& entry : entries) {
        if (runs.isEmpty() || runs.last().last().object.getObj() + 1 != entry.object.getObj())
            runs.append(QList<Entry>());
        runs.last().append(entry);
    }
    return runs;
}

QByteArray padded(qsizetype number, int digits) {
    return QByteArray::number(number).rightJustified(digits, '0');
}

QByteArray crossReferenceTable(const QList<Entry>& entries, QPDFObjectHandle trailer) {
    QByteArray text = "xref\n";
    for (const QList<Entry>& run : runsOf(entries)) {
        text += QByteArray::number(run.first().object.getObj()) + ' ' + QByteArray::number(run.size()) + '\n';
        for (const Entry& entry : run)
            text += padded(entry.offset, 10) + ' ' + padded(entry.object.getGen(), 5) + " n \n";
    }
    return text + "trailer\n" + QByteArray::fromStdString(trailer.unparse()) + '\n';
}

/** The same as a stream (ISO 32000-1, 7.5.8); `entries` holds the stream itself as well. */
QByteArray crossReferenceStream(const QList<Entry>& entries, int number, QPDFObjectHandle trailer) {
    QByteArray rows;
    QPDFObjectHandle index = QPDFObjectHandle::newArray();
    for (const QList<Entry>& run : runsOf(entries)) {
        index.appendItem(QPDFObjectHandle::newInteger(run.first().object.getObj()));
        index.appendItem(QPDFObjectHandle::newInteger(run.size()));
        for (const Entry& entry : run) {
            std::array<char, 7> row{1};
            qToBigEndian(static_cast<quint32>(entry.offset), &row[1]);
            qToBigEndian(static_cast<quint16>(entry.object.getGen()), &row[5]);
            rows.append(row.data(), row.size());
        }
    }
    trailer.replaceKey("/Type", QPDFObjectHandle::newName("/XRef"));
    trailer.replaceKey("/W", QPDFObjectHandle::parse("[1 4 2]"));
    trailer.replaceKey("/Index", index);
    trailer.replaceKey("/Length", QPDFObjectHandle::newInteger(rows.size()));
    return QByteArray::number(number) + " 0 obj\n" + QByteArray::fromStdString(trailer.unparse()) +
           "\nstream\n" + rows + "\nendstream\nendobj\n";
}

/** What the last startxref says; -1 if there is none, or it points outside. */
qsizetype lastCrossReference(const QByteArray& pdf) {
    constexpr QByteArrayView Keyword("startxref");
    constexpr qsizetype LongestLine = 32;
    const qsizetype keyword = pdf.lastIndexOf(Keyword);
    if (keyword < 0)
        return -1;
    const QByteArray words = pdf.mid(keyword + Keyword.size(), LongestLine).simplified();
    bool isNumber = false;
    const qsizetype offset = words.left(words.indexOf(' ')).toLongLong(&isNumber);
    return isNumber && offset > 0 && offset < pdf.size() ? offset : -1;
}

/** The first object number that was never used; 0 if the file claims too many. */
int firstFreeNumber(QPDF& qpdf) {
    const auto table = qpdf.getXRefTable();
    QPDFObjectHandle size = qpdf.getTrailer().getKey("/Size");
    const qint64 claimed = size.isInteger() ? size.getIntValue() : 0;
    const qint64 used = table.empty() ? 0 : table.rbegin()->first.getObj();
    const qint64 next = std::max(claimed, used + 1);
    return next < MaxObjectNumber - 1000 ? static_cast<int>(next) : 0;
}

bool isStream(const QByteArray& pdf, qsizetype crossReference) {
    constexpr qsizetype Enough = 16;
    return !pdf.mid(crossReference, Enough).trimmed().startsWith("xref");
}

}  // namespace

tl::unexpected<base::Error> unreadablePdf(const QString& reason) {
    return base::fail(base::ErrorCode::AnswerUnreadable, QStringList(), reason);
}

PdfRevision::PdfRevision(QByteArray original, std::unique_ptr<QPDF> qpdf)
    : m_original(std::move(original)), m_qpdf(std::move(qpdf)), m_next(firstFreeNumber(*m_qpdf)) {}

Expected<PdfRevision> PdfRevision::open(const QByteArray& pdf) {
    if (pdf.size() > MaxPdfBytes)
        return unreadablePdf(u"the PDF is too large"_qs);
    if (!pdf.startsWith("%PDF-"))
        return unreadablePdf(u"the file is not a PDF"_qs);
    return readingPdf([&pdf]() -> Expected<PdfRevision> {
        beginBoundedInflating();
        auto qpdf = std::make_unique<QPDF>();
        qpdf->setSuppressWarnings(true);
        // What has to be repaired cannot be continued: an update refers to the cross-references as they are.
        qpdf->setAttemptRecovery(false);
        try {
            qpdf->processMemoryFile("PDF", pdf.constData(), static_cast<size_t>(pdf.size()));
        } catch (const QPDFExc& exception) {
            if (exception.getErrorCode() == qpdf_e_password)
                return unreadablePdf(u"the PDF is encrypted"_qs);
            throw;
        }
        if (qpdf->isEncrypted())
            return unreadablePdf(u"the PDF is encrypted"_qs);
        if (!qpdf->getRoot().isIndirect() || lastCrossReference(pdf) < 0)
            return unreadablePdf(u"the PDF is damaged"_qs);
        PdfRevision revision(pdf, std::move(qpdf));
        if (revision.m_next == 0)
            return unreadablePdf(u"the PDF has too many objects"_qs);
        if (!revision.firstPage().isIndirect())
            return unreadablePdf(u"the PDF has no page"_qs);
        return revision;
    });
}

QPDFObjectHandle PdfRevision::firstPage() const {
    QPDFObjectHandle node = catalog().getKey("/Pages");
    for (int depth = 0; depth < MaxPageTreeDepth && node.isDictionary(); ++depth) {
        QPDFObjectHandle kids = node.getKey("/Kids");
        if (!kids.isArray())
            return node;
        QPDFObjectHandle first = QPDFObjectHandle::newNull();
        // An empty branch before the first leaf is allowed.
        for (int i = 0; i < kids.getArrayNItems() && !first.isDictionary(); ++i) {
            QPDFObjectHandle kid = kids.getArrayItem(i);
            if (!kid.getKey("/Kids").isArray() || kid.getKey("/Kids").getArrayNItems() > 0)
                first = kid;
        }
        node = first;
    }
    return QPDFObjectHandle::newNull();
}

void PdfRevision::touch(const QPDFObjectHandle& object) {
    m_touched.insert(object.getObjGen());
}

QPDFObjectHandle PdfRevision::add(const QPDFObjectHandle& object) {
    const QPDFObjGen number(m_next++, 0);
    m_qpdf->replaceObject(number, object);
    m_touched.insert(number);
    return m_qpdf->getObject(number);
}

QPDFObjectHandle PdfRevision::addText(const QByteArray& text) {
    // A reference to nothing would be left out of dictionaries: an empty one stands in for the text.
    const QPDFObjectHandle reference = add(QPDFObjectHandle::newDictionary());
    m_texts.insert(reference.getObjectID(), text);
    return reference;
}

QPDFObjectHandle PdfRevision::addStream(const QByteArray& content) {
    return addText("<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content +
                   "\nendstream");
}

QByteArray PdfRevision::textOf(QPDFObjGen object) const {
    const auto text = m_texts.constFind(object.getObj());
    return text != m_texts.constEnd()
               ? *text
               : QByteArray::fromStdString(m_qpdf->getObject(object).unparseResolved());
}

QPDFObjectHandle PdfRevision::trailer(qsizetype previous) const {
    QPDFObjectHandle trailer = m_qpdf->getTrailer().shallowCopy();
    for (const char* key : {"/XRefStm", "/Type", "/W", "/Index", "/Length", "/Filter", "/DecodeParms", "/DL"})
        trailer.removeKey(key);
    trailer.replaceKey("/Prev", QPDFObjectHandle::newInteger(previous));
    // The second half of the identifier says which state of the document this is (ISO 32000-1, 14.4).
    std::array<quint32, 4> random;
    QRandomGenerator::global()->fillRange(random.data(), random.size());
    const QPDFObjectHandle state =
        QPDFObjectHandle::newString(std::string(reinterpret_cast<const char*>(random.data()), sizeof random));
    QPDFObjectHandle old = trailer.getKey("/ID");
    const bool hasOld = old.isArray() && old.getArrayNItems() == 2 && old.getArrayItem(0).isString();
    trailer.replaceKey("/ID", QPDFObjectHandle::newArray({hasOld ? old.getArrayItem(0) : state, state}));
    return trailer;
}

PdfRevision::Written PdfRevision::write() const {
    Written written{m_original, {}};
    QByteArray& pdf = written.pdf;
    if (!pdf.endsWith('\n'))
        pdf += '\n';
    QList<Entry> entries;
    for (const QPDFObjGen& object : m_touched) {
        entries.append({object, pdf.size()});
        pdf += QByteArray::number(object.getObj()) + ' ' + QByteArray::number(object.getGen()) + " obj\n";
        written.bodies.insert(object.getObj(), pdf.size());
        pdf += textOf(object) + "\nendobj\n";
    }
    const qsizetype previous = lastCrossReference(m_original);
    const bool asStream = isStream(m_original, previous);
    QPDFObjectHandle end = trailer(previous);
    end.replaceKey("/Size", QPDFObjectHandle::newInteger(m_next + (asStream ? 1 : 0)));
    const qsizetype crossReference = pdf.size();
    if (asStream)
        entries.append({QPDFObjGen(m_next, 0), crossReference});
    pdf += asStream ? crossReferenceStream(entries, m_next, end) : crossReferenceTable(entries, end);
    pdf += "startxref\n" + QByteArray::number(crossReference) + "\n%%EOF\n";
    return written;
}

}  // namespace signet::sandbox
