#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include "base/SessionId.h"

namespace signet::signapi {

/** A list's entries by the session that each names; strangers and entries without a usable name are logged.
 */
class SessionEntries {
public:
    SessionEntries(const QJsonArray& entries, const QList<base::SessionId>& asked);

    /** All entries that name this session: none, one, or too many. */
    QList<QJsonObject> of(const base::SessionId& session) const { return m_entries.value(session); }
    /** Entries that name no session. */
    const QList<QJsonObject>& unnamed() const { return m_unnamed; }

private:
    QHash<base::SessionId, QList<QJsonObject>> m_entries;
    QList<QJsonObject> m_unnamed;
};

}  // namespace signet::signapi
