#pragma once

#include <QJsonArray>

#include "sandbox/service/FaultPlan.h"
#include "sandbox/service/Refusal.h"
#include "sandbox/service/SessionStore.h"

namespace signet::sandbox {

/** The entries of one answer, one for each session of the request, as the faults want them. */
class SessionEntries {
public:
    SessionEntries(FaultPlan faults, SessionStore& sessions, Operation operation)
        : m_faults(std::move(faults)), m_sessions(sessions), m_operation(operation) {}

    /** Whether these are objects with a sessionId each, all different, at least one. */
    static bool isSessionList(const QJsonArray& list);

    /** The session, for nothing but the next entry; refused if a fault says so or there is none. */
    Granted<Session*> session(const QString& id);

    /** Adds the entry: once, twice, or not at all. */
    void append(const QJsonObject& entry);
    void appendDone(const QString& id) { append({{u"sessionId"_qs, id}}); }
    void appendError(const QString& id, const Refusal& refusal);
    /** All entries, and perhaps a stranger's, made of `strangerMembers`. */
    QJsonArray finish(QJsonObject strangerMembers = {});

private:
    FaultPlan m_faults;
    SessionStore& m_sessions;
    Operation m_operation;
    QJsonArray m_entries;
};

}  // namespace signet::sandbox
