#include "signing/journal/JournalExport.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>

#include "signing/journal/JournalRows.h"

namespace signet::signing {
namespace {

using base::Expected;

constexpr char Utf8Mark[] = "\xEF\xBB\xBF";  // without it, spreadsheets misread letters outside A to Z

constexpr int BatchesInASlice = 10;

struct Line {
    JournalBatch batch;
    JournalEntry entry;
};

struct Column {
    const char* name;
    QString (*text)(const Line&);
};

QString momentText(const QDateTime& moment) {
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

// clang-format off
constexpr std::array Columns{
    Column{"batch", [](const Line& line) { return QString::number(line.batch.id); }},
    Column{"operation", [](const Line& line) { return toString(line.batch.operation); }},
    Column{"service", [](const Line& line) { return line.batch.api; }},
    Column{"profile", [](const Line& line) { return line.batch.profile; }},
    Column{"signer", [](const Line& line) { return line.batch.signer; }},
    Column{"startedAt", [](const Line& line) { return momentText(line.batch.startedAt); }},
    Column{"endedAt", [](const Line& line) { return momentText(line.batch.endedAt); }},
    Column{"sessionId", [](const Line& line) { return line.entry.session ? line.entry.session->toString() : QString(); }},
    Column{"title", [](const Line& line) { return line.entry.title; }},
    Column{"file", [](const Line& line) { return line.entry.file; }},
    Column{"state", [](const Line& line) { return toString(line.entry.state); }},
    Column{"stage", [](const Line& line) { return line.entry.error ? base::toString(line.entry.error->stage()) : QString(); }},
    Column{"code", [](const Line& line) { return line.entry.error ? line.entry.error->publicCode() : QString(); }},
    Column{"message", [](const Line& line) { return line.entry.error ? line.entry.error->message() : QString(); }},
    Column{"savedAs", [](const Line& line) { return line.entry.savedAs; }},
    Column{"changedAt", [](const Line& line) { return momentText(line.entry.changedAt); }},
};
// clang-format on

}  // namespace

/** Lines in one of the formats. */
class HistoryExport::Writer {
public:
    virtual ~Writer() = default;
    virtual QByteArray head() const = 0;
    virtual QByteArray line(const Line& line) = 0;
    virtual QByteArray foot() const = 0;
};

class HistoryExport::CsvWriter : public Writer {
public:
    QByteArray head() const override {
        QStringList names;
        for (const Column& column : Columns)
            names.append(QString::fromLatin1(column.name));
        return Utf8Mark + names.join(u',').toUtf8() + "\r\n";
    }
    QByteArray line(const Line& line) override {
        QStringList cells;
        for (const Column& column : Columns)
            cells.append(csvCell(column.text(line)));
        return cells.join(u',').toUtf8() + "\r\n";
    }
    QByteArray foot() const override { return {}; }
};

class HistoryExport::JsonWriter : public Writer {
public:
    QByteArray head() const override { return "["; }
    QByteArray line(const Line& line) override {
        QJsonObject json;
        for (const Column& column : Columns) {
            const QString text = column.text(line);
            json.insert(QString::fromLatin1(column.name), text.isEmpty() ? QJsonValue() : QJsonValue(text));
        }
        json.insert(QStringLiteral("batch"), line.batch.id);
        const QByteArray before = m_any ? QByteArrayLiteral(",\n") : QByteArrayLiteral("\n");
        m_any = true;
        return before + QJsonDocument(json).toJson(QJsonDocument::Compact);
    }
    QByteArray foot() const override { return "\n]\n"; }

private:
    bool m_any = false;
};

HistoryExport::HistoryExport(const QString& path, Journal::ExportFormat format, HistoryQuery query)
    : m_file(path), m_query(std::move(query)) {
    if (format == Journal::ExportFormat::Json)
        m_writer = std::make_unique<JsonWriter>();
    else
        m_writer = std::make_unique<CsvWriter>();
}

HistoryExport::~HistoryExport() = default;

base::Error HistoryExport::refusal() const {
    return base::Error(base::ErrorCode::FileNotWritable, {m_file.fileName(), m_file.errorString()});
}

Expected<void> HistoryExport::goOn(JournalConnection& journal) {
    if (!m_file.isOpen()) {
        if (!m_file.open(QIODevice::WriteOnly))
            return tl::unexpected(refusal());
        m_file.write(m_writer->head());
    }
    for (int batches = 0; batches < BatchesInASlice; ++batches) {
        const Expected<bool> more = writeNextBatch(journal);
        if (!more)
            return tl::unexpected(more.error());
        if (*more)
            continue;
        m_file.write(m_writer->foot());
        if (!m_file.commit())
            return tl::unexpected(refusal());
        m_isDone = true;
        return {};
    }
    return {};
}

/** False: there is none left. */
Expected<bool> HistoryExport::writeNextBatch(JournalConnection& journal) {
    static const QString nextId =
        QStringLiteral("SELECT max(id) FROM batches WHERE id < ? AND (? IS NULL OR started_at >= ?)");
    static const QString lines =
        QString(QStringLiteral("SELECT ") % BatchColumns % u", " % EntryColumns %
                u" FROM batches JOIN entries ON entries.batch = batches.id WHERE batches.id = ? AND "
                u"(? = '' OR instr(batches.words, ?) > 0 OR instr(entries.words, ?) > 0) "
                u"ORDER BY entries.id");
    const QVariant since = momentValue(m_query.since);
    const Expected<QVariant> id = journal.value(nextId, {m_lastBatch, since, since});
    if (!id)
        return tl::unexpected(id.error());
    if (id->isNull())
        return false;
    m_lastBatch = id->toLongLong();
    const QString text = folded(m_query.text.isNull() ? QStringLiteral("") : m_query.text);
    const auto write = [this](const QSqlQuery& row) {
        const std::optional<JournalBatch> batch = batchFrom(row, 0);
        const std::optional<JournalEntry> entry = entryFrom(row, BatchColumnCount);
        if (batch && entry)
            m_file.write(m_writer->line(Line{*batch, *entry}));
    };
    const Expected<void> read = journal.forEach(lines, {m_lastBatch, text, text, text}, write);
    if (!read)
        return tl::unexpected(read.error());
    return true;
}

QString csvCell(const QString& text) {
    // also where blanks come first, and the wide forms that East Asian spreadsheets know
    static const QStringView formulaSigns(u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    QString cell = text;
    cell.replace(QChar(u'\0'), QChar::ReplacementCharacter);
    const QString begun = cell.trimmed();
    const bool isFormula = (!cell.isEmpty() && formulaSigns.contains(cell.front())) ||
                           (!begun.isEmpty() && formulaSigns.contains(begun.front()));
    if (isFormula)
        cell.prepend(u'\'');
    const bool needsQuotes = cell.contains(u'"') || cell.contains(u',') || cell.contains(u'\r') ||
                             cell.contains(u'\n') || cell != cell.trimmed();
    if (!needsQuotes)
        return cell;
    cell.replace(u'"', QStringLiteral("\"\""));
    return u'"' % cell % u'"';
}

}  // namespace signet::signing
