#include "signing/journal/JournalClaims.h"

#include "signing/journal/JournalOwner.h"

namespace signet::signing {

using base::Expected;

bool LivingOwners::contains(const QString& owner) {
    auto known = m_known.find(owner);
    if (known == m_known.end())
        known = m_known.insert(owner, JournalOwner::isAlive(m_journal, owner));
    return *known;
}

Expected<QList<base::SessionId>> claimSessions(JournalConnection& journal, const QString& owner,
                                               const QString& api, const QList<base::SessionId>& sessions) {
    LivingOwners living(journal.file());
    QList<base::SessionId> taken;
    for (const base::SessionId& session : sessions) {
        const Expected<QVariant> present =
            journal.value(QStringLiteral("SELECT owner FROM claims WHERE api = ? AND session = ?"),
                          {api, session.toString()});
        if (!present)
            return tl::unexpected(present.error());
        const QString other = present->toString();
        if (present->isValid() && other != owner && living.contains(other)) {
            taken.append(session);
            continue;
        }
        const Expected<int> claimed =
            journal.execute(QStringLiteral("INSERT OR REPLACE INTO claims (api, session, owner) "
                                           "VALUES (?, ?, ?)"),
                            {api, session.toString(), owner});
        if (!claimed)
            return tl::unexpected(claimed.error());
    }
    return taken;
}

Expected<void> releaseSessions(JournalConnection& journal, const QString& owner, const QString& api,
                               const QList<base::SessionId>& sessions) {
    for (const base::SessionId& session : sessions) {
        const Expected<int> released =
            journal.execute(QStringLiteral("DELETE FROM claims WHERE api = ? AND session = ? AND owner = ?"),
                            {api, session.toString(), owner});
        if (!released)
            return tl::unexpected(released.error());
    }
    return {};
}

}  // namespace signet::signing
