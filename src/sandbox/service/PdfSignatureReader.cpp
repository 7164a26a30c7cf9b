#include "sandbox/service/PdfSignatureReader.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <algorithm>

#include "sandbox/service/PdfRevision.h"
#include "sandbox/service/PdfSecurityStore.h"

namespace signet::sandbox {
namespace {

constexpr int MaxFields = 10'000;
constexpr int MaxFieldDepth = 32;

/** "D:20260305091427+02'00'" (ISO 32000-1, 7.9.4), in UTC; a missing zone is read as UTC. */
QDateTime pdfTime(const QString& text) {
    static const QRegularExpression form(u"^D:(\\d{14})(?:Z|([+-])(\\d{2})'?(\\d{2})?)?"_qs);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    QDateTime time = QDateTime::fromString(match.captured(1), u"yyyyMMddHHmmss"_qs);
    time.setTimeSpec(Qt::UTC);
    const int minutes = match.captured(3).toInt() * 60 + match.captured(4).toInt();
    return time.addSecs((match.captured(2) == u"-" ? 60 : -60) * minutes);
}

bool isRangeSound(const PdfSignatureEntry& entry, const QByteArray& pdf) {
    const qsizetype gap = entry.secondBegin - entry.firstLength;
    if (entry.firstLength <= 0 || gap < 2 || entry.secondBegin > pdf.size() || entry.secondLength < 0 ||
        entry.secondLength > pdf.size() - entry.secondBegin)
        return false;
    const QByteArray between = pdf.mid(entry.firstLength, gap);
    return between.startsWith('<') && between.endsWith('>') &&
           between.mid(1, gap - 2).toLower() == entry.contents.toHex();
}

std::optional<PdfSignatureEntry> entryOf(QPDFObjectHandle field, QPDFObjectHandle seal,
                                         const QByteArray& pdf) {
    QPDFObjectHandle range = seal.getKey("/ByteRange");
    constexpr int RangeNumbers = 4;
    if (!seal.getKey("/Contents").isString() || !range.isArray() || range.getArrayNItems() != RangeNumbers)
        return std::nullopt;
    std::array<qint64, RangeNumbers> numbers;
    for (int i = 0; i < RangeNumbers; ++i)
        numbers[i] = range.getArrayItem(i).isInteger() ? range.getArrayItem(i).getIntValue() : -1;
    PdfSignatureEntry entry;
    if (field.getKey("/T").isString())
        entry.fieldName = QString::fromStdString(field.getKey("/T").getUTF8Value());
    if (seal.getKey("/SubFilter").isName())
        entry.subFilter = QByteArray::fromStdString(seal.getKey("/SubFilter").getName()).mid(1);
    if (seal.getKey("/M").isString())
        entry.claimedTime = pdfTime(QString::fromStdString(seal.getKey("/M").getUTF8Value()));
    entry.contents = QByteArray::fromStdString(seal.getKey("/Contents").getStringValue());
    const bool inFile = std::all_of(numbers.begin(), numbers.end(),
                                    [&pdf](qint64 number) { return number >= 0 && number <= pdf.size(); });
    if (inFile) {
        entry.firstLength = numbers[1];
        entry.secondBegin = numbers[2];
        entry.secondLength = numbers[3];
    }
    entry.isRangeSound = inFile && numbers[0] == 0 && isRangeSound(entry, pdf);
    return entry;
}

/** Walks the tree of form fields; each field once, for a tree of strangers may have loops. */
class FieldWalk {
public:
    explicit FieldWalk(const QByteArray& pdf) : m_pdf(pdf) {}

    void visit(QPDFObjectHandle fields, int depth = 0) {
        const int count = fields.isArray() && depth < MaxFieldDepth ? fields.getArrayNItems() : 0;
        for (int i = 0; i < count && m_left > 0; ++i) {
            QPDFObjectHandle field = fields.getArrayItem(i);
            if (!field.isDictionary() || (field.isIndirect() && !m_seen.insert(field.getObjGen()).second))
                continue;
            --m_left;
            QPDFObjectHandle seal = field.getKey("/V");
            if (const auto entry = seal.isDictionary() ? entryOf(field, seal, m_pdf) : std::nullopt)
                entries.append(*entry);
            visit(field.getKey("/Kids"), depth + 1);
        }
    }

    QList<PdfSignatureEntry> entries;

private:
    const QByteArray& m_pdf;
    std::set<QPDFObjGen> m_seen;
    int m_left = MaxFields;
};

}  // namespace

QByteArray PdfSignatureEntry::covered(const QByteArray& pdf) const {
    return isRangeSound ? pdf.left(firstLength) + pdf.mid(secondBegin, secondLength) : QByteArray();
}

QByteArray PdfSignatureEntry::storeKey() const {
    return QCryptographicHash::hash(contents, QCryptographicHash::Sha1).toHex().toUpper();
}

Expected<PdfSignatures> readPdfSignatures(const QByteArray& pdf) {
    const auto revision = PdfRevision::open(pdf);
    if (!revision)
        return tl::unexpected(revision.error());
    return readingPdf([&]() -> Expected<PdfSignatures> {
        FieldWalk walk(pdf);
        QPDFObjectHandle form = revision->catalog().getKey("/AcroForm");
        if (form.isDictionary())
            walk.visit(form.getKey("/Fields"));
        std::stable_sort(walk.entries.begin(), walk.entries.end(),
                         [](const PdfSignatureEntry& left, const PdfSignatureEntry& right) {
                             return left.coversUntil() < right.coversUntil();
                         });
        return PdfSignatures{walk.entries, storedEvidence(*revision)};
    });
}

}  // namespace signet::sandbox
