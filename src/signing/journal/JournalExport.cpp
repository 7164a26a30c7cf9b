#include "signing/journal/JournalExport.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <array>

#include "signing/journal/JournalRows.h"

namespace signet::signing {
namespace {

using base::Expected;

constexpr char Utf8Mark[] = "\xEF\xBB\xBF";  // without it, spreadsheets misread letters outside A to Z

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

/** Writes lines in one of the formats; trouble shows in the file's error. */
class LineWriter {
public:
    virtual ~LineWriter() = default;
    virtual QByteArray head() const = 0;
    virtual QByteArray line(const Line& line) = 0;
    virtual QByteArray foot() const = 0;
};

class CsvWriter : public LineWriter {
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

class JsonWriter : public LineWriter {
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

std::unique_ptr<LineWriter> writerFor(Journal::ExportFormat format) {
    if (format == Journal::ExportFormat::Json)
        return std::make_unique<JsonWriter>();
    return std::make_unique<CsvWriter>();
}

Expected<void> forEachLine(JournalConnection& journal, const HistoryQuery& query,
                           const std::function<void(const Line&)>& take) {
    static const QString sql = QString(
        QStringLiteral("SELECT ") % BatchColumns % u", " % EntryColumns %
        u" FROM batches JOIN entries ON entries.batch = batches.id WHERE (? IS NULL OR started_at >= ?) AND "
        u"(? = '' OR instr(batches.words, ?) > 0 OR instr(entries.words, ?) > 0) "
        u"ORDER BY batches.id DESC, entries.id");
    const QString text = folded(query.text.isNull() ? QStringLiteral("") : query.text);
    const QVariant since = momentValue(query.since);
    return journal.forEach(sql, {since, since, text, text, text}, [&take](const QSqlQuery& row) {
        const std::optional<JournalBatch> batch = batchFrom(row, 0);
        const std::optional<JournalEntry> entry = entryFrom(row, BatchColumnCount);
        if (batch && entry)
            take(Line{*batch, *entry});
    });
}

}  // namespace

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

Expected<void> exportHistory(JournalConnection& journal, const QString& path, Journal::ExportFormat format,
                             const HistoryQuery& query) {
    QSaveFile file(path);
    const auto refused = [&file, &path] {
        return base::fail(base::ErrorCode::FileNotWritable, QStringList{path, file.errorString()});
    };
    if (!file.open(QIODevice::WriteOnly))
        return refused();
    const std::unique_ptr<LineWriter> writer = writerFor(format);
    file.write(writer->head());
    const Expected<void> read =
        forEachLine(journal, query, [&file, &writer](const Line& line) { file.write(writer->line(line)); });
    if (!read)
        return read;
    file.write(writer->foot());
    if (!file.commit())
        return refused();
    return {};
}

}  // namespace signet::signing
