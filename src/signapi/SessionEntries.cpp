#include "signapi/SessionEntries.h"

#include <QSet>

#include "base/Log.h"

namespace signet::signapi {

SessionEntries::SessionEntries(const QJsonArray& entries, const QList<base::SessionId>& asked) {
    const QSet<base::SessionId> known(asked.begin(), asked.end());
    for (const QJsonValue& value : entries) {
        const QJsonObject entry = value.toObject();
        const QString name = entry.value(u"sessionId").toString();
        const auto session = base::SessionId::parse(name);
        // Compared exactly: a name that had to be trimmed is not the one that was sent.
        if (session && session->toString() == name && known.contains(*session)) {
            m_entries[*session].append(entry);
            continue;
        }
        if (name.isEmpty())
            m_unnamed.append(entry);
        qCWarning(base::logService).noquote()
            << "the answer has an entry for a session that was not asked for:" << base::redacted(name, 80);
    }
}

}  // namespace signet::signapi
