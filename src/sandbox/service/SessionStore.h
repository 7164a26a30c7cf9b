#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <memory>

#include "sandbox/service/DocumentSigner.h"

namespace signet::sandbox {

/** A file of a session, as it was uploaded or as signing left it. */
struct StoredDocument {
    QString id;
    QString name;
    QByteArray bytes;
    /** The files inside, if it is a container: identifier and name and size are all that is kept. */
    QList<StoredDocument> included = {};
    qint64 size = 0;
};

struct Session {
    QString id;
    QDateTime expires;
    QList<StoredDocument> documents;
    /** What CalculateDigest prepared; null if nothing, or if the documents have changed since. */
    std::shared_ptr<const PendingSignature> prepared;
    bool finalized = false;  ///< `prepared` has been completed
};

/** The sessions of the one customer that the sandbox has, in memory. Not thread-safe. */
class SessionStore {
public:
    explicit SessionStore(int lifetimeSeconds) : m_lifetimeSeconds(lifetimeSeconds) {}

    Session& start();
    /** Null if there is none or it has expired. */
    Session* find(const QString& id);
    bool close(const QString& id) { return m_sessions.remove(id) > 0; }
    void expire(const QString& id) { m_sessions[id].expires = QDateTime::fromSecsSinceEpoch(0); }

private:
    int m_lifetimeSeconds;
    QHash<QString, Session> m_sessions;
};

/** With a new identifier; looks inside if it is a container. */
StoredDocument makeDocument(const QString& name, const QByteArray& bytes);
/** As upload and list show it (signapi.md 4.1). */
QJsonObject toJson(const StoredDocument& document);

/** `bytes` random bytes as lower-case hexadecimal digits. */
QString randomHex(int bytes);

}  // namespace signet::sandbox
