#pragma once

#include <QSaveFile>
#include <limits>
#include <memory>

#include "signing/journal/Journal.h"
#include "signing/journal/JournalConnection.h"

namespace signet::signing {

/**
 * The sessions of the history that fit a query (all pages), on their way into a file, a slice at a time: it
 * is replaced as a whole, or not at all. Journal thread.
 */
class HistoryExport {
public:
    HistoryExport(const QString& path, Journal::ExportFormat format, HistoryQuery query);
    ~HistoryExport();
    Q_DISABLE_COPY_MOVE(HistoryExport)

    /** Writes the next slice; after the last one the file is there. FileNotWritable. */
    base::Expected<void> goOn(JournalConnection& journal);
    bool isDone() const { return m_isDone; }

private:
    class Writer;
    class CsvWriter;
    class JsonWriter;
    base::Expected<bool> writeNextBatch(JournalConnection& journal);
    base::Error refusal() const;

    QSaveFile m_file;
    std::unique_ptr<Writer> m_writer;
    HistoryQuery m_query;
    qint64 m_lastBatch = std::numeric_limits<qint64>::max();
    bool m_isDone = false;
};

/** One cell of a CSV file (RFC 4180). What a spreadsheet would take for a formula begins with an apostrophe.
 */
QString csvCell(const QString& text);

}  // namespace signet::signing
