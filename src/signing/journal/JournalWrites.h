#pragma once

#include "signing/journal/Journal.h"
#include "signing/journal/JournalConnection.h"

namespace signet::signing {

/** What is written into a journal. Each function is to be run inside a transaction, and writes nothing that
 * counts if it gives an error. Journal thread. */

base::Expected<Journal::Begun> beginBatch(JournalConnection& journal, const JournalBatch& batch,
                                          const QList<JournalEntry>& entries);
/** JournalFailed also where an entry is not there (any more). */
base::Expected<void> writeEntries(JournalConnection& journal, const QList<JournalEntry>& entries);
base::Expected<void> endBatch(JournalConnection& journal, qint64 batch, const QDateTime& endedAt);

base::Expected<int> removeBefore(JournalConnection& journal, const QDateTime& moment);
/** Gives the room of what was removed back to the disk, and leaves no copy of it behind. Not in a
 * transaction. */
void giveBackRoom(JournalConnection& journal);

base::Expected<int> keepDays(JournalConnection& journal);
base::Expected<void> setKeepDays(JournalConnection& journal, int days);

}  // namespace signet::signing
