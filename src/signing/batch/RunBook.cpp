#include "signing/batch/RunBook.h"

#include <QSet>
#include <algorithm>

#include "base/Log.h"

namespace signet::signing {
namespace {

/** The stage at which a session stands, for what is stopped there. */
base::Stage stageOf(SessionState state) {
    switch (state) {
        case SessionState::Prepared:
        case SessionState::Signing:
        case SessionState::Signed:
            return base::Stage::Sign;
        case SessionState::Finalizing:
            return base::Stage::Finalize;
        default:
            return base::Stage::Prepare;
    }
}

/** Until there is a signature, a session that was interrupted has lost nothing. */
bool isWorthKeeping(SessionEvent event) {
    return event != SessionEvent::Prepare && event != SessionEvent::DigestArrived &&
           event != SessionEvent::Sign;
}

}  // namespace

RunBook::RunBook(SessionList& sessions, Operation operation, const QList<SessionKey>& keys,
                 Listeners listeners)
    : m_list(&sessions), m_operation(operation), m_listeners(std::move(listeners)) {
    QSet<SessionKey> seen;
    for (const SessionKey key : keys) {
        if (seen.contains(key))
            continue;
        seen.insert(key);
        const bool free = sessions.rowOf(key) >= 0 && !sessions.isHeld(key);
        if (free)
            m_keys.append(key);
        else
            qCWarning(base::logSigning, "a session is gone, or in another run: it is left out");
    }
    sessions.hold(m_keys);
    for (const SessionKey key : std::as_const(m_keys)) {
        if (!isEnd(state(key)) && sessions.session(key).operation != operation)
            sessions.update(key, [operation](Session& session) { session.operation = operation; });
    }
}

RunBook::~RunBook() {
    close();
}

void RunBook::begin() {
    m_clock.start();
    const QList<SessionKey> keys = m_keys;
    for (const SessionKey key : keys) {
        if (isEnd(state(key)))
            settle(key);
    }
}

void RunBook::close() {
    if (m_closed)
        return;
    m_closed = true;
    if (!m_list)
        return;
    for (const SessionKey key : m_keys) {
        if (!m_settled.contains(key))
            m_list->release(key);
    }
}

const Session& RunBook::session(SessionKey key) const {
    static const Session none;
    return m_list ? m_list->session(key) : none;
}

QList<SessionKey> RunBook::inState(const QList<SessionKey>& keys, SessionState state) const {
    QList<SessionKey> found;
    for (const SessionKey key : keys) {
        if (!isSettled(key) && this->state(key) == state)
            found.append(key);
    }
    return found;
}

bool RunBook::isTaken(const base::SessionId& id) const {
    return m_list && m_list->find(id).has_value();
}

QList<SessionKey> RunBook::underWay() const {
    QList<SessionKey> found;
    for (const SessionKey key : m_keys) {
        if (!isSettled(key) && !isEnd(state(key)))
            found.append(key);
    }
    return found;
}

void RunBook::update(SessionKey key, const std::function<void(Session&)>& change) {
    if (!m_closed)
        list().update(key, change);
}

void RunBook::apply(SessionKey key, SessionEvent event) {
    if (m_closed || !list().apply(key, event))
        return;
    if (isWorthKeeping(event))
        m_listeners.changed(key);
    if (event != SessionEvent::SignatureMade)
        return;
    ++m_signed;
    m_listeners.progressChanged();
}

void RunBook::apply(SessionKey key, SessionEvent event, const base::Error& error) {
    if (m_closed || !list().apply(key, event, error))
        return;
    if (isWorthKeeping(event))
        m_listeners.changed(key);
}

void RunBook::fail(SessionKey key, const base::Error& error) {
    apply(key, SessionEvent::Fail, error);
    settle(key);
}

void RunBook::cancel(SessionKey key, base::ErrorCode why) {
    const base::Error error = base::Error(why).at(stageOf(state(key)));
    apply(key, SessionEvent::Cancel, error);
    settle(key);
}

void RunBook::settle(SessionKey key) {
    if (m_closed || m_settled.contains(key))
        return;
    Q_ASSERT(isEnd(state(key)));
    m_settled.insert(key, state(key));
    list().release(key);
    m_listeners.changed(key);
    m_listeners.settled(key);
    m_listeners.progressChanged();
}

void RunBook::startPace() {
    m_pace.start();
    m_settledBeforePace = static_cast<int>(m_settled.size());
}

BatchProgress RunBook::progress() const {
    BatchProgress progress;
    progress.operation = m_operation;
    progress.total = static_cast<int>(m_keys.size());
    progress.ended = static_cast<int>(m_settled.size());
    progress.signedCount = m_signed;
    // A session's way is two steps, the card's signature and its end, so that there is a pace from the first
    // one.
    const int steps = 2 * (progress.total - m_settledBeforePace);
    const int made =
        progress.ended - m_settledBeforePace + std::max(m_signed, progress.ended - m_settledBeforePace);
    if (m_pace.isValid() && made > 0) {
        const double minutes = static_cast<double>(std::max<qint64>(1, m_pace.elapsed())) / 60'000;
        progress.perMinute = made / 2.0 / minutes;
        const qint64 left = m_pace.elapsed() * (steps - made) / made;
        progress.remaining = std::chrono::seconds((left + 999) / 1000);
    }
    return progress;
}

BatchSummary RunBook::summary() const {
    BatchSummary summary;
    summary.operation = m_operation;
    summary.picked = static_cast<int>(m_keys.size());
    for (const SessionState state : m_settled) {
        summary.finalized += state == SessionState::Finalized ? 1 : 0;
        summary.failed += state == SessionState::Failed ? 1 : 0;
        summary.unconfirmed += state == SessionState::Unconfirmed ? 1 : 0;
        summary.cancelled += state == SessionState::Cancelled ? 1 : 0;
    }
    summary.seconds = m_clock.isValid() ? static_cast<double>(m_clock.elapsed()) / 1000 : 0;
    return summary;
}

}  // namespace signet::signing
