#pragma once

#include <QFuture>
#include <memory>

#include "base/Expected.h"
#include "signing/journal/JournalTypes.h"

namespace signet::signing {

/**
 * The local record from which a batch is resumed: one SQLite file for each person (mode 0600), shared by all
 * of Signet's programs, written in a thread of its own. Several programs may have it open at once. A write is
 * durable (on disk, also after a power cut) when its future finishes. Futures always finish; an error is
 * JournalFailed (with the reason: full disk, not writable), after which nothing of that write is kept. Any
 * thread may call.
 */
class Journal {
public:
    /** Opened when it is first used; see opened(). */
    explicit Journal(const QString& file = defaultFile());
    /** Waits until what was asked for is written. Everything that this program claimed is free again. */
    ~Journal();
    Q_DISABLE_COPY_MOVE(Journal)

    /** signet/journal.sqlite in QStandardPaths::GenericDataLocation, or what SIGNET_JOURNAL names. */
    static QString defaultFile();

    struct Opening {
        QString file;
        /** Where a journal went that could not be read; empty: there was none such. A new one was begun. */
        QString setAside;
    };
    /** How opening it went; opens it if need be. */
    QFuture<base::Expected<Opening>> opened();

    /** The ids that a batch and its entries, in their order, were given. */
    struct Begun {
        qint64 batch = 0;
        QList<qint64> entries;
    };
    QFuture<base::Expected<Begun>> begin(JournalBatch batch, QList<JournalEntry> entries);
    /** Replaces these entries (by id; they stay in their batch), all or none. Writes that wait together share
     * one trip to the disk. */
    QFuture<base::Expected<void>> write(QList<JournalEntry> entries);
    QFuture<base::Expected<void>> end(qint64 batch, QDateTime endedAt);

    /**
     * Takes these sessions of the service `api` for this program, so that no other one works on them: those
     * that another living program has taken are the answer, and are not taken. What a dead program had taken
     * is free.
     */
    QFuture<base::Expected<QList<base::SessionId>>> claim(const QString& api,
                                                          QList<base::SessionId> sessions);
    void release(const QString& api, QList<base::SessionId> sessions);

    /**
     * What is not done, oldest first: Signed and Finalizing (the program ended in between), Unconfirmed, and
     * Cancelled with a signature that was made. Not what another living program is working on, and nothing
     * that a later entry of the same operation on the same session has brought to an end: one that is
     * Finalized, or one that went on with the very same signature. Empty `api`: of all services.
     */
    QFuture<base::Expected<QList<UnfinishedEntry>>> unfinished(const QString& api = {});
    /** The same for these sessions only, the newest of each. */
    QFuture<base::Expected<QList<UnfinishedEntry>>> unfinishedAmong(const QString& api,
                                                                    QList<base::SessionId> sessions);

    QFuture<base::Expected<QList<HistoryBatch>>> history(HistoryQuery query);
    QFuture<base::Expected<QList<JournalEntry>>> entriesOf(qint64 batch);
    enum class ExportFormat { Csv, Json };
    /**
     * One line, or one object, for each session that fits the query (all pages of it), newest batch first;
     * never over a file unless `path` was chosen by a person who was asked. CSV is for spreadsheets: what
     * they would take for a formula begins with an apostrophe. FileNotWritable.
     */
    QFuture<base::Expected<void>> exportTo(const QString& path, ExportFormat format,
                                           const HistoryQuery& query);

    /** Deletes batches that ended, or were left, before this moment; what is unfinished stays. How many went.
     */
    QFuture<base::Expected<int>> removeBefore(QDateTime moment);
    /** How many days a finished batch is kept; 0: for ever. Kept in the journal; 365 at first. */
    QFuture<base::Expected<int>> keepDays();
    QFuture<base::Expected<void>> setKeepDays(int days);

private:
    class Thread;
    std::shared_ptr<Thread> m_thread;
};

}  // namespace signet::signing
