#include "sandbox/service/SessionEntries.h"

#include <QSet>

namespace signet::sandbox {

bool SessionEntries::isSessionList(const QJsonArray& list) {
    QSet<QString> seen;
    for (const QJsonValue& value : list) {
        const QString id = value[u"sessionId"].toString();
        if (id.isEmpty() || seen.contains(id))
            return false;
        seen.insert(id);
    }
    return !list.isEmpty();
}

Granted<Session*> SessionEntries::session(const QString& id) {
    if (const auto fault = m_faults.take(FaultKind::SessionError, m_operation, id))
        return refuse(fault->code.isEmpty() ? u"signing:" + toString(m_operation) : fault->code,
                      fault->message.isEmpty() ? u"The session cannot be processed"_qs : fault->message);
    const bool expired = m_faults.take(FaultKind::SessionExpired, m_operation, id).has_value();
    Session* session = expired ? nullptr : m_sessions.find(id);
    if (!session)
        return refuse(u"session:notFound"_qs, u"The session does not exist, has expired or is closed"_qs);
    return session;
}

void SessionEntries::append(const QJsonObject& entry) {
    const QString id = entry[u"sessionId"].toString();
    if (m_faults.take(FaultKind::SessionLeftOut, m_operation, id))
        return;
    m_entries.append(entry);
    if (m_faults.take(FaultKind::SessionRepeated, m_operation, id))
        m_entries.append(entry);
}

void SessionEntries::appendError(const QString& id, const Refusal& refusal) {
    append({{u"sessionId"_qs, id},
            {u"error"_qs, QJsonObject{{u"code"_qs, refusal.code}, {u"message"_qs, refusal.message}}}});
}

QJsonArray SessionEntries::finish(QJsonObject strangerMembers) {
    constexpr int IdBytes = 32;
    if (m_faults.take(FaultKind::Stranger, m_operation)) {
        strangerMembers.insert(u"sessionId"_qs, randomHex(IdBytes));
        m_entries.append(strangerMembers);
    }
    return m_entries;
}

}  // namespace signet::sandbox
