#include "signing/journal/JournalReads.h"

#include <algorithm>

#include "signing/journal/JournalClaims.h"
#include "signing/journal/JournalRows.h"

namespace signet::signing {
namespace {

using base::Expected;

// The order of the tables is given: from the few that are unfinished to their batches and claims.
QString unfinishedSelection(QStringView condition) {
    return QStringLiteral("SELECT ") % BatchColumns % u", " % EntryColumns %
           u", claims.owner FROM entries CROSS JOIN batches ON batches.id = entries.batch "
           u"LEFT JOIN claims ON claims.api = batches.api AND claims.session = entries.session "
           u"WHERE entries.unfinished = 1 AND " %
           condition;
}

/** Reads rows of unfinishedSelection, without what another living program is working on. */
class UnfinishedRows {
public:
    UnfinishedRows(const JournalConnection& journal, QString owner)
        : m_living(journal.file()), m_owner(std::move(owner)) {}

    std::optional<UnfinishedEntry> read(const QSqlQuery& row) {
        const QString owner = row.value(BatchColumnCount + EntryColumnCount).toString();
        if (!owner.isEmpty() && owner != m_owner && m_living.contains(owner))
            return std::nullopt;
        const std::optional<JournalBatch> batch = batchFrom(row, 0);
        const std::optional<JournalEntry> entry = entryFrom(row, BatchColumnCount);
        if (!batch || !entry)
            return std::nullopt;
        return UnfinishedEntry{*batch, *entry, 0};
    }

private:
    LivingOwners m_living;
    QString m_owner;
};

/** How many sessions each batch of these has. */
Expected<void> countBatches(JournalConnection& journal, QList<UnfinishedEntry>& entries) {
    static const QString sql = QStringLiteral("SELECT count(*) FROM entries WHERE batch = ?");
    QHash<qint64, int> sizes;
    for (UnfinishedEntry& one : entries) {
        if (!sizes.contains(one.batch.id)) {
            const auto read = journal.forEach(sql, {one.batch.id}, [&](const QSqlQuery& row) {
                sizes.insert(one.batch.id, row.value(0).toInt());
            });
            if (!read)
                return read;
        }
        one.batchSize = sizes.value(one.batch.id);
    }
    return {};
}

Expected<QList<UnfinishedEntry>> counted(JournalConnection& journal, QList<UnfinishedEntry> entries) {
    return countBatches(journal, entries).map([&entries] { return std::move(entries); });
}

/** Batches that fit a query, the newest first, one page of them. */
const QString HistoryPage = QStringLiteral(
    "SELECT * FROM batches WHERE (? IS NULL OR started_at >= ?) AND (? = '' OR instr(words, ?) > 0 OR "
    "EXISTS (SELECT 1 FROM entries WHERE batch = batches.id AND instr(entries.words, ?) > 0)) "
    "ORDER BY id DESC LIMIT ? OFFSET ?");

QString countOf(SessionState state) {
    return QStringLiteral(", coalesce(sum(entries.state = '%1'), 0)").arg(toString(state));
}

}  // namespace

Expected<QList<UnfinishedEntry>> unfinishedEntries(JournalConnection& journal, const QString& owner,
                                                   const QString& api) {
    UnfinishedRows rows(journal, owner);
    QList<UnfinishedEntry> found;
    static const QString sql = unfinishedSelection(u"(? = '' OR batches.api = ?) ORDER BY entries.id");
    const QString service = api.isNull() ? QStringLiteral("") : api;
    const Expected<void> read = journal.forEach(sql, {service, service}, [&](const QSqlQuery& row) {
        const std::optional<UnfinishedEntry> entry = rows.read(row);
        if (entry)
            found.append(*entry);
    });
    if (!read)
        return tl::unexpected(read.error());
    return counted(journal, found);
}

Expected<QList<UnfinishedEntry>> unfinishedAmong(JournalConnection& journal, const QString& owner,
                                                 const QString& api, const QList<base::SessionId>& sessions) {
    UnfinishedRows rows(journal, owner);
    QList<UnfinishedEntry> found;
    static const QString sql =
        unfinishedSelection(u"entries.session = ? AND batches.api = ? ORDER BY entries.id DESC");
    for (const base::SessionId& session : sessions) {
        std::optional<UnfinishedEntry> newest;
        const Expected<void> read =
            journal.forEach(sql, {session.toString(), api}, [&](const QSqlQuery& row) {
                if (!newest)
                    newest = rows.read(row);
            });
        if (!read)
            return tl::unexpected(read.error());
        if (newest)
            found.append(*newest);
    }
    std::sort(found.begin(), found.end(), [](const UnfinishedEntry& one, const UnfinishedEntry& other) {
        return one.entry.id < other.entry.id;
    });
    return counted(journal, found);
}

Expected<QList<HistoryBatch>> historyBatches(JournalConnection& journal, const HistoryQuery& query) {
    static const QString sql = QString(
        QStringLiteral("SELECT ") % BatchColumns % u", count(entries.id)" % countOf(SessionState::Finalized) %
        countOf(SessionState::Failed) % countOf(SessionState::Unconfirmed) %
        countOf(SessionState::Cancelled) % u" FROM (" % HistoryPage %
        u") AS batches LEFT JOIN entries ON entries.batch = batches.id GROUP BY batches.id "
        u"ORDER BY batches.id DESC");
    const QString text = folded(query.text.isNull() ? QStringLiteral("") : query.text);
    const QVariant since = momentValue(query.since);
    QList<HistoryBatch> found;
    const QVariantList values{
        since, since, text, text, text, std::max(query.limit, 0), std::max(query.offset, 0)};
    const Expected<void> read = journal.forEach(sql, values, [&found](const QSqlQuery& row) {
        const std::optional<JournalBatch> batch = batchFrom(row, 0);
        int column = BatchColumnCount;
        const auto next = [&row, &column] { return row.value(column++).toInt(); };
        if (batch)
            found.append(HistoryBatch{*batch, next(), next(), next(), next(), next()});
    });
    if (!read)
        return tl::unexpected(read.error());
    return found;
}

Expected<QList<JournalEntry>> entriesOfBatch(JournalConnection& journal, qint64 batch) {
    static const QString sql =
        QString(QStringLiteral("SELECT ") % EntryColumns % u" FROM entries WHERE batch = ? ORDER BY id");
    QList<JournalEntry> found;
    const Expected<void> read = journal.forEach(sql, {batch}, [&found](const QSqlQuery& row) {
        const std::optional<JournalEntry> entry = entryFrom(row, 0);
        if (entry)
            found.append(*entry);
    });
    if (!read)
        return tl::unexpected(read.error());
    return found;
}

}  // namespace signet::signing
