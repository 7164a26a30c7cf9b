#pragma once

#include <QHash>
#include <QSet>
#include <memory>
#include <optional>

#include "base/Expected.h"
#include "signing/Session.h"
#include "signing/batch/Waiting.h"
#include "signing/journal/JournalTypes.h"

namespace signet::signing {

struct RunContext;

/**
 * A run's pages in the journal (the design's rule 2): what its sessions stand at is written as they change,
 * and is on disk before a request that changes something leaves. Without a journal nothing is written, and
 * everything succeeds. Main thread.
 */
class RunRecords {
public:
    explicit RunRecords(RunContext& ctx) : m_ctx(ctx) {}

    /** Takes the run's sessions for this program: those that another one works on fail (SessionTaken). */
    QCoro::Task<base::Expected<void>> claim(std::shared_ptr<RunContext> ctx);
    /** Begins a page for each of these. JournalFailed: what cannot be recorded is not changed. */
    QCoro::Task<base::Expected<void>> begin(std::shared_ptr<RunContext> ctx, QList<SessionKey> keys);
    /** From now on this session's changes go to a page that is there already. */
    void continueAt(SessionKey key, qint64 entry) { m_entries.insert(key, entry); }
    /** There is a page for this session. */
    bool has(SessionKey key) const { return m_entries.contains(key); }
    /** The session's page stays as it is. */
    void leaveAlone(SessionKey key) { m_entries.remove(key); }

    /** The session has changed: written soon, beside what goes on. */
    void note(SessionKey key);
    /** The same, durable when it ends: JournalFailed. */
    QCoro::Task<base::Expected<void>> secure(std::shared_ptr<RunContext> ctx, QList<SessionKey> keys);
    /** Everything is written, and the sessions are free for other programs. */
    QCoro::Task<> close(std::shared_ptr<RunContext> ctx);
    /** The same without waiting for it. */
    void closeNow();

    /** The journal cannot be used at all, and the run goes on without it. */
    void goWithout(const base::Error& trouble) { m_trouble = trouble; }
    /** Why something was not written; the sessions' states are true all the same. */
    const std::optional<base::Error>& trouble() const { return m_trouble; }

private:
    JournalEntry pageOf(SessionKey key) const;
    QFuture<base::Expected<void>> writeNoted();

    RunContext& m_ctx;
    QHash<SessionKey, qint64> m_entries;
    QSet<SessionKey> m_noted;
    bool m_writeIsDue = false;
    std::optional<qint64> m_batch;
    QList<base::SessionId> m_claimed;
    QList<QFuture<base::Expected<void>>> m_underWay;
    std::optional<base::Error> m_trouble;
};

}  // namespace signet::signing
