#include "sandbox/service/SessionEntries.h"

#include <QSet>

namespace signet::sandbox {
namespace {

QString idOf(const QJsonValue& asked) {
    return asked[u"sessionId"].toString();
}

QJsonObject errorMembers(const Refusal& refusal) {
    return {{u"error"_qs, QJsonObject{{u"code"_qs, refusal.code}, {u"message"_qs, refusal.message}}}};
}

}  // namespace

Granted<void> SessionEntries::check() const {
    QSet<QString> seen;
    for (const QJsonValue& asked : m_asked) {
        if (!idOf(asked).isEmpty())
            seen.insert(idOf(asked));
    }
    if (m_asked.isEmpty() || seen.size() != m_asked.size())
        return refuse(u"signing:%1:badRequest"_qs.arg(toString(m_operation)),
                      u"The request names no session, or one twice"_qs);
    return {};
}

void SessionEntries::countRequest(Counters& counters) const {
    for (const QJsonValue& asked : m_asked)
        counters.countChangeRequest(m_operation, idOf(asked));
}

void SessionEntries::answerEach(const Work& work) {
    for (const QJsonValue& asked : std::as_const(m_asked)) {
        const auto members =
            session(idOf(asked)).and_then([&](Session* session) { return work(*session, asked); });
        append(idOf(asked), members ? *members : errorMembers(members.error()));
    }
}

void SessionEntries::changeEach(const Change& change, Counters& counters) {
    answerEach([&](Session& session, const QJsonValue& asked) -> Granted<QJsonObject> {
        if (const auto changed = change(session, asked); !changed)
            return tl::unexpected(changed.error());
        counters.countChange(m_operation, session.id);
        return QJsonObject();
    });
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

void SessionEntries::append(const QString& id, QJsonObject entry) {
    entry.insert(u"sessionId"_qs, id);
    if (m_faults.take(FaultKind::SessionLeftOut, m_operation, id))
        return;
    m_entries.append(entry);
    if (m_faults.take(FaultKind::SessionRepeated, m_operation, id))
        m_entries.append(entry);
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
