#pragma once

#include <QSqlQuery>
#include <QStringView>
#include <QVariantList>
#include <optional>

#include "signing/journal/JournalTypes.h"

namespace signet::signing {

/**
 * How batches and entries lie in the journal's tables. What comes out is foreign (the file may be damaged or
 * edited): a row that makes no sense is nothing, and is said in the log.
 */

/** The columns that batchFrom and entryFrom read, in their order, of tables called `batches` and `entries`.
 */
extern const QString BatchColumns;
constexpr int BatchColumnCount = 11;
extern const QString EntryColumns;
constexpr int EntryColumnCount = 14;

std::optional<JournalBatch> batchFrom(const QSqlQuery& row, int firstColumn);
std::optional<JournalEntry> entryFrom(const QSqlQuery& row, int firstColumn);

/** INSERT of a batch, and of an entry (its values begin with the batch's id). */
extern const QString BatchInsertion;
QVariantList valuesOf(const JournalBatch& batch);
extern const QString EntryInsertion;
/** UPDATE of all but the batch; its values end with the entry's id. */
extern const QString EntryUpdate;
QVariantList valuesOf(const JournalEntry& entry);

/** Milliseconds since 1970, or NULL. */
QVariant momentValue(const QDateTime& moment);

/** Text as it is searched: letters of either case alike, in every language. */
QString folded(QStringView text);

}  // namespace signet::signing
