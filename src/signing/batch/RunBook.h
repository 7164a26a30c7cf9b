#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QPointer>
#include <functional>

#include "signing/BatchSummary.h"
#include "signing/SessionList.h"

namespace signet::signing {

/**
 * The accounts of one run: which sessions are in it, what becomes of them, and who has been told. The only
 * writer to the session list in a run; once closed it writes nothing more, so that a coroutine that is still
 * waiting for a card or an answer can do no harm. Main thread.
 */
class RunBook {
public:
    struct Listeners {
        std::function<void()> progressChanged;
        std::function<void(SessionKey)> settled;
        std::function<void(SessionKey)> changed;  ///< something that is worth keeping
    };

    /** Takes hold of the rows. Rows that are gone, or in another run, are not part of this one. */
    RunBook(SessionList& sessions, Operation operation, const QList<SessionKey>& keys, Listeners listeners);
    ~RunBook();
    Q_DISABLE_COPY_MOVE(RunBook)

    /** Settles the rows that had ended before (an identifier that is none), and starts the clock. */
    void begin();
    bool isClosed() const { return m_closed; }
    /** Nothing is written, and nobody is told anything, from now on. */
    void close();

    const QList<SessionKey>& keys() const { return m_keys; }
    const Session& session(SessionKey key) const;
    SessionState state(SessionKey key) const { return session(key).state; }
    /** Those of `keys` in this state, in their order. */
    QList<SessionKey> inState(const QList<SessionKey>& keys, SessionState state) const;
    /** There is a row with this identifier. */
    bool isTaken(const base::SessionId& id) const;
    /** Those that have no end state yet. */
    QList<SessionKey> underWay() const;

    void update(SessionKey key, const std::function<void(Session&)>& change);
    void apply(SessionKey key, SessionEvent event);
    void apply(SessionKey key, SessionEvent event, const base::Error& error);
    /** Fail, and settled. The error's stage has to be set. */
    void fail(SessionKey key, const base::Error& error);
    /** Cancel, and settled; the stage is where it stood. `why`: a code of the kind Cancelled. */
    void cancel(SessionKey key, base::ErrorCode why);
    /** Nothing more will happen to it in this run. It has an end state; a second time does nothing. */
    void settle(SessionKey key);
    bool isSettled(SessionKey key) const { return m_settled.contains(key); }

    /** The remaining time is reckoned from here on (the time in which a person types a PIN does not count).
     */
    void startPace();
    BatchProgress progress() const;
    BatchSummary summary() const;

private:
    SessionList& list() const { return *m_list; }

    QPointer<SessionList> m_list;
    Operation m_operation;
    QList<SessionKey> m_keys;
    Listeners m_listeners;
    QHash<SessionKey, SessionState> m_settled;
    int m_signed = 0;
    int m_settledBeforePace = 0;
    QElapsedTimer m_clock;
    QElapsedTimer m_pace;
    bool m_closed = false;
};

}  // namespace signet::signing
