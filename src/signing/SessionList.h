#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <functional>

#include "signing/Session.h"

namespace signet::signing {

/**
 * The sessions that a person has picked, and the only place where their states change. Identifiers and files
 * are unique in it. Constant time by key. Main thread.
 */
class SessionList : public QObject {
    Q_OBJECT
public:
    explicit SessionList(QObject* parent = nullptr);

    int size() const { return static_cast<int>(m_sessions.size()); }
    const Session& at(int row) const { return m_sessions[row]; }
    const Session& session(SessionKey key) const;
    int rowOf(SessionKey key) const;  ///< -1 if it is no longer there
    std::optional<SessionKey> find(const base::SessionId& id) const;

    /**
     * One row for each identifier; what is none becomes a Failed row (stage pick). Repeated ones count once:
     * the key of the row that is there already is returned in their place. No key is returned twice.
     */
    QList<SessionKey> addIdentifiers(const QStringList& entered);
    /** One row for each file; one that cannot be read, is empty or is no file becomes a Failed row (stage
     * pick). The same file by another path counts once, as with identifiers. */
    QList<SessionKey> addFiles(const QStringList& paths);
    /** Rows that are held stay. */
    void remove(const QList<SessionKey>& keys);
    /** While a batch holds a row, it cannot be removed. */
    void hold(const QList<SessionKey>& keys);
    void release(SessionKey key);
    bool isHeld(SessionKey key) const { return m_held.contains(key); }

    /**
     * Carries out `event` (see next()); false, with a warning in the log, if it cannot happen in its state.
     * PickAgain forgets what the last run found out; a file gets a new session, unless something has been
     * done with it. PickNext forgets that run as well, and keeps the session.
     */
    bool apply(SessionKey key, SessionEvent event);
    /** Fail, LoseSight or Cancel, with the error that says why; its stage has to be set. */
    bool apply(SessionKey key, SessionEvent event, const base::Error& error);
    /** Changes anything but the state. */
    void update(SessionKey key, const std::function<void(Session&)>& change);

Q_SIGNALS:
    void aboutToAdd(int firstRow, int count);
    void added(int firstRow, int count);
    void aboutToRemove(int row);
    void removed(int row);
    void changed(int row);

private:
    /** Rows that are to be appended together, and the keys of all that was asked for. */
    struct Addition;
    Session newRow();
    std::optional<SessionKey> findOrigin(const QString& origin) const;
    void setOrigin(SessionKey key, const QString& origin);
    void addIdentifier(const QString& entered, Addition& addition);
    void addFile(const QString& path, Addition& addition);
    void append(const QList<Session>& sessions);
    void removeRow(int row);
    bool carryOut(SessionKey key, SessionEvent event, const std::optional<base::Error>& error);

    QList<Session> m_sessions;
    QHash<SessionKey, int> m_rows;
    QHash<base::SessionId, SessionKey> m_byId;
    QHash<QString, SessionKey> m_byOrigin;  ///< by what was typed (no identifier), or by a file's real path
    QHash<SessionKey, QString> m_originOf;
    QSet<SessionKey> m_held;
    SessionKey m_nextKey = 1;
};

/** Identifiers out of pasted text or a file: separated by white space, commas or semicolons; a BOM is
 * ignored. */
QStringList identifiersFromText(const QString& text);
/** Identifiers out of a list with one on each line: blank lines, white space around, CRLF and a BOM are
 * ignored. */
QStringList identifiersFromLines(const QString& text);

}  // namespace signet::signing
