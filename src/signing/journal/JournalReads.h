#pragma once

#include "signing/journal/JournalConnection.h"
#include "signing/journal/JournalTypes.h"

namespace signet::signing {

/** What is read out of a journal; see Journal. Rows that make no sense are left out. Journal thread. */

base::Expected<QList<UnfinishedEntry>> unfinishedEntries(JournalConnection& journal, const QString& owner,
                                                         const QString& api);
base::Expected<QList<UnfinishedEntry>> unfinishedAmong(JournalConnection& journal, const QString& owner,
                                                       const QString& api,
                                                       const QList<base::SessionId>& sessions);
base::Expected<QList<HistoryBatch>> historyBatches(JournalConnection& journal, const HistoryQuery& query);
base::Expected<QList<JournalEntry>> entriesOfBatch(JournalConnection& journal, qint64 batch);

}  // namespace signet::signing
