#include "signing/journal/JournalWrites.h"

#include <algorithm>

#include "signing/journal/JournalRows.h"

namespace signet::signing {
namespace {

using base::Expected;

const QString KeepDays = QStringLiteral("keepDays");
constexpr int KeepDaysAtFirst = 365;

const QString Superseding = QStringLiteral(
    "UPDATE entries SET superseded = 1 WHERE session = ? AND id < ? AND superseded = 0 AND EXISTS ("
    "SELECT 1 FROM batches AS theirs, batches AS ours WHERE theirs.id = entries.batch "
    "AND ours.id = (SELECT batch FROM entries AS self WHERE self.id = ?) "
    "AND theirs.api = ours.api AND theirs.operation = ours.operation)");
const QString SupersedingBySignature = QString(Superseding % u" AND signature = ?");

Expected<void> withoutCount(const Expected<int>& changed) {
    if (!changed)
        return tl::unexpected(changed.error());
    return {};
}

/** It has its signature, and stands where that is sent or has been. */
bool goesOnWithSignature(const JournalEntry& entry) {
    switch (entry.state) {
        case SessionState::Signed:
        case SessionState::Finalizing:
        case SessionState::Failed:
        case SessionState::Unconfirmed:
        case SessionState::Cancelled:
            return !entry.signatureValue.isEmpty();
        default:
            return false;
    }
}

/** Marks what this entry brings to an end, once and for all: also after it has itself been removed. */
Expected<void> supersede(JournalConnection& journal, qint64 id, const JournalEntry& entry) {
    if (!entry.session)
        return {};
    const QVariantList which{entry.session->toString(), id, id};
    if (entry.state == SessionState::Finalized)
        return withoutCount(journal.execute(Superseding, which));
    if (goesOnWithSignature(entry))
        return withoutCount(
            journal.execute(SupersedingBySignature, which + QVariantList{entry.signatureValue}));
    return {};
}

base::Error notThere(const JournalConnection& journal) {
    return journalFailure(journal.file(),
                          QT_TRANSLATE_NOOP("Journal", "what was to be changed is not in it any more"));
}

}  // namespace

Expected<Journal::Begun> beginBatch(JournalConnection& journal, const JournalBatch& batch,
                                    const QList<JournalEntry>& entries) {
    const Expected<qint64> batchId = journal.insert(BatchInsertion, valuesOf(batch));
    if (!batchId)
        return tl::unexpected(batchId.error());
    Journal::Begun begun{*batchId, {}};
    for (const JournalEntry& entry : entries) {
        const Expected<qint64> id = journal.insert(EntryInsertion, QVariantList{*batchId} + valuesOf(entry));
        if (!id)
            return tl::unexpected(id.error());
        const Expected<void> marked = supersede(journal, *id, entry);
        if (!marked)
            return tl::unexpected(marked.error());
        begun.entries.append(*id);
    }
    return begun;
}

Expected<void> writeEntries(JournalConnection& journal, const QList<JournalEntry>& entries) {
    for (const JournalEntry& entry : entries) {
        const Expected<int> changed = journal.execute(EntryUpdate, valuesOf(entry) + QVariantList{entry.id});
        if (!changed)
            return tl::unexpected(changed.error());
        if (*changed != 1)
            return tl::unexpected(notThere(journal));
        Expected<void> marked = supersede(journal, entry.id, entry);
        if (!marked)
            return marked;
    }
    return {};
}

Expected<void> endBatch(JournalConnection& journal, qint64 batch, const QDateTime& endedAt) {
    const Expected<int> changed = journal.execute(
        QStringLiteral("UPDATE batches SET ended_at = ? WHERE id = ?"), {momentValue(endedAt), batch});
    if (changed && *changed != 1)
        return tl::unexpected(notThere(journal));
    return withoutCount(changed);
}

Expected<int> removeBefore(JournalConnection& journal, const QDateTime& moment) {
    return journal.execute(
        QStringLiteral("DELETE FROM batches WHERE coalesce(ended_at, max(coalesce(started_at, 0), "
                       "coalesce((SELECT max(changed_at) FROM entries WHERE batch = batches.id), 0))) < ? "
                       "AND NOT EXISTS (SELECT 1 FROM entries WHERE batch = batches.id AND unfinished = 1)"),
        {momentValue(moment)});
}

void giveBackRoom(JournalConnection& journal) {
    std::ignore = journal.value(QStringLiteral("PRAGMA incremental_vacuum"));
    std::ignore = journal.value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

Expected<int> keepDays(JournalConnection& journal) {
    const Expected<QVariant> value =
        journal.value(QStringLiteral("SELECT value FROM meta WHERE name = ?"), {KeepDays});
    if (!value)
        return tl::unexpected(value.error());
    bool isNumber = false;
    const int days = value->toString().toInt(&isNumber);
    return isNumber && days >= 0 ? days : KeepDaysAtFirst;
}

Expected<void> setKeepDays(JournalConnection& journal, int days) {
    return withoutCount(
        journal.execute(QStringLiteral("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)"),
                        {KeepDays, QString::number(std::max(days, 0))}));
}

}  // namespace signet::signing
