#pragma once

#include "signing/journal/Journal.h"
#include "signing/journal/JournalConnection.h"

namespace signet::signing {

/**
 * Writes the sessions of the history that fit the query (all pages) into a file: it is replaced as a whole,
 * or not at all. FileNotWritable. Journal thread.
 */
base::Expected<void> exportHistory(JournalConnection& journal, const QString& path,
                                   Journal::ExportFormat format, const HistoryQuery& query);

/** One cell of a CSV file (RFC 4180). What a spreadsheet would take for a formula begins with an apostrophe.
 */
QString csvCell(const QString& text);

}  // namespace signet::signing
