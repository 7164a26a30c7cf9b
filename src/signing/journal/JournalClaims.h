#pragma once

#include <QHash>

#include "base/SessionId.h"
#include "signing/journal/JournalConnection.h"

namespace signet::signing {

/** Which owners live, asked of the system once for each. Short-lived. */
class LivingOwners {
public:
    explicit LivingOwners(QString journal) : m_journal(std::move(journal)) {}
    bool contains(const QString& owner);

private:
    QString m_journal;
    QHash<QString, bool> m_known;
};

/** Takes what no other living owner has; what one has, is the answer. Inside a transaction. Journal thread.
 */
base::Expected<QList<base::SessionId>> claimSessions(JournalConnection& journal, const QString& owner,
                                                     const QString& api,
                                                     const QList<base::SessionId>& sessions);
base::Expected<void> releaseSessions(JournalConnection& journal, const QString& owner, const QString& api,
                                     const QList<base::SessionId>& sessions);

}  // namespace signet::signing
