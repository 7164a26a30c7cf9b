#pragma once

#include <QJsonArray>
#include <functional>

#include "sandbox/service/Counters.h"
#include "sandbox/service/FaultPlan.h"
#include "sandbox/service/Refusal.h"
#include "sandbox/service/SessionStore.h"

namespace signet::sandbox {

/**
 * The sessions that one request names, and the entries of its answer: one for each of them, in their order,
 * as the faults want them.
 */
class SessionEntries {
public:
    /** What is asked for is an object with a sessionId and whatever else the call has for each session. */
    SessionEntries(QJsonArray asked, Operation operation, FaultPlan faults, SessionStore& sessions)
        : m_asked(std::move(asked)),
          m_operation(operation),
          m_faults(std::move(faults)),
          m_sessions(sessions) {}

    /** `signing:<operation>:badRequest` unless these are objects with a sessionId each, all different, at
     * least one. */
    Granted<void> check() const;
    /** The request has arrived, whatever becomes of it. */
    void countRequest(Counters& counters) const;

    using Work = std::function<Granted<QJsonObject>(Session&, const QJsonValue& asked)>;
    using Change = std::function<Granted<void>(Session&, const QJsonValue& asked)>;

    /** Does `work` in each session, and makes its members, or its refusal, the session's entry. */
    void answerEach(const Work& work);
    /** The same for what changes a session; what was really changed is counted. */
    void changeEach(const Change& change, Counters& counters);
    /** All entries, and perhaps a stranger's, made of `strangerMembers`. */
    QJsonArray finish(QJsonObject strangerMembers = {});

private:
    /** The session, for nothing but the next entry; refused if a fault says so or there is none. */
    Granted<Session*> session(const QString& id);
    /** Adds the entry: once, twice, or not at all. */
    void append(const QString& id, QJsonObject entry);

    QJsonArray m_asked;
    Operation m_operation;
    FaultPlan m_faults;
    SessionStore& m_sessions;
    QJsonArray m_entries;
};

}  // namespace signet::sandbox
