#include "signing/journal/Journal.h"

#include <QDir>
#include <QStandardPaths>

#include "base/Log.h"
#include "signing/journal/JournalClaims.h"
#include "signing/journal/JournalExport.h"
#include "signing/journal/JournalReads.h"
#include "signing/journal/JournalThread.h"
#include "signing/journal/JournalWrites.h"

namespace signet::signing {
namespace {

using base::Expected;
using Kind = JournalJob::Kind;

/** An empty text is no missing one, as the tables see it. */
QString present(const QString& text) {
    return text.isNull() ? QStringLiteral("") : text;
}

}  // namespace

Journal::Journal(const QString& file) : m_thread(std::make_shared<Thread>(file)) {}

Journal::~Journal() = default;

QString Journal::defaultFile() {
    QString chosen = qEnvironmentVariable("SIGNET_JOURNAL");
    if (!chosen.isEmpty())
        return chosen;
    const QDir place(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    return place.filePath(QStringLiteral("signet/journal.sqlite"));
}

QFuture<Expected<Journal::Opening>> Journal::opened() {
    return m_thread->post<Opening>(Kind::Other,
                                   [](JournalFile& file) -> Expected<Opening> { return file.opening(); });
}

QFuture<Expected<Journal::Begun>> Journal::begin(JournalBatch batch, QList<JournalEntry> entries) {
    return m_thread->post<Begun>(Kind::Write,
                                 [batch = std::move(batch), entries = std::move(entries)](JournalFile& file) {
                                     return beginBatch(file.connection(), batch, entries);
                                 });
}

QFuture<Expected<void>> Journal::write(QList<JournalEntry> entries) {
    return m_thread->post<void>(Kind::Write, [entries = std::move(entries)](JournalFile& file) {
        return writeEntries(file.connection(), entries);
    });
}

QFuture<Expected<void>> Journal::end(qint64 batch, QDateTime endedAt) {
    return m_thread->post<void>(Kind::Write, [batch, endedAt = std::move(endedAt)](JournalFile& file) {
        return endBatch(file.connection(), batch, endedAt);
    });
}

QFuture<Expected<QList<base::SessionId>>> Journal::claim(const QString& api,
                                                         QList<base::SessionId> sessions) {
    return m_thread->post<QList<base::SessionId>>(
        Kind::Write, [api = present(api), sessions = std::move(sessions)](JournalFile& file) {
            auto taken = claimSessions(file.connection(), file.owner(), api, sessions);
            if (taken) {
                file.noteClaims(api, sessions);
                file.forgetClaims(api, *taken);
            }
            return taken;
        });
}

void Journal::release(const QString& api, QList<base::SessionId> sessions) {
    m_thread->post<void>(
        Kind::Write, [api = present(api), sessions = std::move(sessions)](JournalFile& file) {
            file.forgetClaims(api, sessions);
            Expected<void> done = releaseSessions(file.connection(), file.owner(), api, sessions);
            if (!done)
                qCWarning(base::logSigning) << "sessions stay taken:" << done.error().detail();
            return done;
        });
}

QFuture<Expected<QList<UnfinishedEntry>>> Journal::unfinished(const QString& api) {
    return m_thread->post<QList<UnfinishedEntry>>(Kind::Other, [api = present(api)](JournalFile& file) {
        return unfinishedEntries(file.connection(), file.owner(), api);
    });
}

QFuture<Expected<QList<UnfinishedEntry>>> Journal::unfinishedAmong(const QString& api,
                                                                   QList<base::SessionId> sessions) {
    return m_thread->post<QList<UnfinishedEntry>>(
        Kind::Other, [api = present(api), sessions = std::move(sessions)](JournalFile& file) {
            return signing::unfinishedAmong(file.connection(), file.owner(), api, sessions);
        });
}

QFuture<Expected<QList<HistoryBatch>>> Journal::history(HistoryQuery query) {
    return m_thread->post<QList<HistoryBatch>>(Kind::Other, [query = std::move(query)](JournalFile& file) {
        return historyBatches(file.connection(), query);
    });
}

QFuture<Expected<QList<JournalEntry>>> Journal::entriesOf(qint64 batch) {
    return m_thread->post<QList<JournalEntry>>(
        Kind::Other, [batch](JournalFile& file) { return entriesOfBatch(file.connection(), batch); });
}

QFuture<Expected<void>> Journal::exportTo(const QString& path, ExportFormat format,
                                          const HistoryQuery& query) {
    const auto exporting = std::make_shared<HistoryExport>(path, format, query);
    return m_thread->post<void>(
        Kind::Other, [exporting](JournalFile& file) { return exporting->goOn(file.connection()); },
        [exporting] { return !exporting->isDone(); });
}

QFuture<Expected<int>> Journal::removeBefore(QDateTime moment) {
    return m_thread->post<int>(Kind::Other, [moment = std::move(moment)](JournalFile& file) {
        Expected<int> removed(0);
        const Expected<void> done = file.connection().transact([&]() -> Expected<void> {
            removed = signing::removeBefore(file.connection(), moment);
            return removed.map([](int) {});
        });
        if (!done)
            return Expected<int>(tl::unexpected(done.error()));
        if (*removed > 0)
            giveBackRoom(file.connection());
        return removed;
    });
}

QFuture<Expected<int>> Journal::keepDays() {
    return m_thread->post<int>(Kind::Other,
                               [](JournalFile& file) { return signing::keepDays(file.connection()); });
}

QFuture<Expected<void>> Journal::setKeepDays(int days) {
    return m_thread->post<void>(
        Kind::Write, [days](JournalFile& file) { return signing::setKeepDays(file.connection(), days); });
}

}  // namespace signet::signing
