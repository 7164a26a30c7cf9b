#include "signing/SessionList.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>

#include "base/Log.h"
#include "base/OwnWords.h"
#include "base/PrintableText.h"

namespace signet::signing {
namespace {

constexpr QChar ByteOrderMark(0xFEFF);

/** One name for a file, whichever path leads to it. */
QString realPath(const QFileInfo& info) {
    const QString canonical = info.canonicalFilePath();
    return canonical.isEmpty() ? QDir::cleanPath(info.absoluteFilePath()) : canonical;
}

QString words(const char* source) {
    return base::ownWords("SessionList", source);
}

std::optional<base::Error> problemOf(const QFileInfo& info) {
    const QString shown = base::printable(QDir::toNativeSeparators(info.absoluteFilePath()));
    const auto notReadable = [&shown](const QString& reason) {
        return base::Error(base::ErrorCode::FileNotReadable, {shown, reason});
    };
    if (!info.exists())
        return notReadable(words(QT_TRANSLATE_NOOP("SessionList", "it does not exist")));
    if (info.isDir())
        return notReadable(words(QT_TRANSLATE_NOOP("SessionList", "it is a folder")));
    if (!info.isFile())
        return notReadable(words(QT_TRANSLATE_NOOP("SessionList", "it is no ordinary file")));
    QFile file(info.absoluteFilePath());
    if (!file.open(QIODevice::ReadOnly))
        return notReadable(file.errorString());
    if (file.size() == 0)
        return base::Error(base::ErrorCode::FileEmpty, {shown});
    return std::nullopt;
}

void failAtPick(Session& session, const base::Error& error) {
    session.state = SessionState::Failed;
    session.error = error.at(base::Stage::Pick);
    session.endedAt = session.pickedAt;
}

/** What the last run found out and made. */
void forgetRun(Session& session) {
    session.documentsBefore.reset();
    session.results.clear();
    session.digest.reset();
    session.signatureValue.clear();
    session.savedAs.clear();
    session.saveError.reset();
    session.checkError.reset();
    session.signedAt = {};
    session.endedAt = {};
}

void startOver(Session& session) {
    forgetRun(session);
    // What came of an earlier operation is in its session.
    if (!session.file.isEmpty() && session.done.isEmpty())
        session.id.reset();
}

QStringList nonEmptyPieces(QString text, const QRegularExpression& separator) {
    if (text.startsWith(ByteOrderMark))
        text.remove(0, 1);
    return text.split(separator, Qt::SkipEmptyParts);
}

}  // namespace

struct SessionList::Addition {
    QList<Session> rows;
    QList<SessionKey> keys;
    QSet<SessionKey> seen;

    void take(SessionKey key) {
        if (seen.contains(key))
            return;
        seen.insert(key);
        keys.append(key);
    }
};

SessionList::SessionList(QObject* parent) : QObject(parent) {}

const Session& SessionList::session(SessionKey key) const {
    static const Session none;
    const int row = rowOf(key);
    return row < 0 ? none : m_sessions[row];
}

int SessionList::rowOf(SessionKey key) const {
    return m_rows.value(key, -1);
}

std::optional<SessionKey> SessionList::find(const base::SessionId& id) const {
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? std::nullopt : std::optional(*found);
}

QList<SessionKey> SessionList::addIdentifiers(const QStringList& entered) {
    Addition addition;
    for (const QString& text : entered)
        addIdentifier(text, addition);
    append(addition.rows);
    return addition.keys;
}

QList<SessionKey> SessionList::addFiles(const QStringList& paths) {
    Addition addition;
    for (const QString& path : paths)
        addFile(path, addition);
    append(addition.rows);
    return addition.keys;
}

Session SessionList::newRow() {
    Session session;
    session.key = m_nextKey++;
    session.pickedAt = QDateTime::currentDateTimeUtc();
    return session;
}

std::optional<SessionKey> SessionList::findOrigin(const QString& origin) const {
    const auto found = m_byOrigin.constFind(origin);
    return found == m_byOrigin.constEnd() ? std::nullopt : std::optional(*found);
}

void SessionList::setOrigin(SessionKey key, const QString& origin) {
    m_byOrigin.insert(origin, key);
    m_originOf.insert(key, origin);
}

void SessionList::addIdentifier(const QString& entered, Addition& addition) {
    const auto id = base::SessionId::parse(entered);
    const QString text = entered.trimmed();
    const QString origin = u"typed:" % text;
    if (const auto known = id ? find(*id) : findOrigin(origin)) {
        addition.take(*known);
        return;
    }
    Session session = newRow();
    if (id) {
        session.id = *id;
        m_byId.insert(*id, session.key);
    } else {
        session.entered = text;
        failAtPick(session, id.error());
        setOrigin(session.key, origin);
    }
    addition.take(session.key);
    addition.rows.append(session);
}

void SessionList::addFile(const QString& path, Addition& addition) {
    const QFileInfo info(path);
    const QString origin = u"file:" % realPath(info);
    if (const auto known = findOrigin(origin)) {
        addition.take(*known);
        return;
    }
    Session session = newRow();
    session.file = QDir::cleanPath(info.absoluteFilePath());
    if (const auto problem = problemOf(info))
        failAtPick(session, *problem);
    setOrigin(session.key, origin);
    addition.take(session.key);
    addition.rows.append(session);
}

void SessionList::append(const QList<Session>& sessions) {
    if (sessions.isEmpty())
        return;
    const int first = size();
    const int count = static_cast<int>(sessions.size());
    Q_EMIT aboutToAdd(first, count);
    for (const Session& session : sessions) {
        m_rows.insert(session.key, size());
        m_sessions.append(session);
    }
    Q_EMIT added(first, count);
}

void SessionList::remove(const QList<SessionKey>& keys) {
    QList<int> rows;
    for (const SessionKey key : keys) {
        const int row = rowOf(key);
        if (row >= 0 && !isHeld(key))
            rows.append(row);
    }
    // From the end: rows that are still to be removed keep their numbers, and fewer others move.
    std::sort(rows.begin(), rows.end(), std::greater<>());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (const int row : rows)
        removeRow(row);
}

void SessionList::removeRow(int row) {
    Q_EMIT aboutToRemove(row);
    const SessionKey key = m_sessions[row].key;
    if (const auto& id = m_sessions[row].id; id && find(*id) == key)
        m_byId.remove(*id);
    m_byOrigin.remove(m_originOf.take(key));
    m_rows.remove(key);
    m_sessions.removeAt(row);
    for (int i = row; i < size(); ++i)
        m_rows[m_sessions[i].key] = i;
    Q_EMIT removed(row);
}

void SessionList::hold(const QList<SessionKey>& keys) {
    for (const SessionKey key : keys)
        m_held.insert(key);
}

void SessionList::release(SessionKey key) {
    m_held.remove(key);
}

bool SessionList::apply(SessionKey key, SessionEvent event) {
    return carryOut(key, event, std::nullopt);
}

bool SessionList::apply(SessionKey key, SessionEvent event, const base::Error& error) {
    return carryOut(key, event, error);
}

bool SessionList::carryOut(SessionKey key, SessionEvent event, const std::optional<base::Error>& error) {
    const int row = rowOf(key);
    const auto state = row < 0 ? std::nullopt : next(m_sessions[row].operation, m_sessions[row].state, event);
    if (!state) {
        qCWarning(base::logSigning, "event %d cannot happen to row %d in state %s", static_cast<int>(event),
                  row, row < 0 ? "(none)" : qPrintable(toString(m_sessions[row].state)));
        return false;
    }
    Session& session = m_sessions[row];
    session.state = *state;
    session.error = error;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (event == SessionEvent::SignatureMade)
        session.signedAt = now;
    if (isEnd(*state))
        session.endedAt = now;
    if (*state == SessionState::Finalized)
        session.done.append(session.operation);
    if (event == SessionEvent::PickAgain)
        update(key, startOver);
    else if (event == SessionEvent::PickNext)
        update(key, forgetRun);
    else
        Q_EMIT changed(row);
    return true;
}

void SessionList::update(SessionKey key, const std::function<void(Session&)>& change) {
    const int row = rowOf(key);
    if (row < 0)
        return;
    const auto idBefore = m_sessions[row].id;
    const SessionState state = m_sessions[row].state;
    change(m_sessions[row]);
    Session& session = m_sessions[row];
    session.state = state;
    session.key = key;
    if (session.id != idBefore) {
        if (idBefore && find(*idBefore) == key)
            m_byId.remove(*idBefore);
        if (session.id && !m_byId.contains(*session.id))
            m_byId.insert(*session.id, key);
    }
    Q_EMIT changed(row);
}

QStringList identifiersFromText(const QString& text) {
    static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
    return nonEmptyPieces(text, separators);
}

QStringList identifiersFromLines(const QString& text) {
    static const QRegularExpression lineEnds(QStringLiteral("[\\r\\n]+"));
    QStringList lines;
    for (const QString& line : nonEmptyPieces(text, lineEnds)) {
        const QString trimmed = line.trimmed();
        if (!trimmed.isEmpty())
            lines.append(trimmed);
    }
    return lines;
}

}  // namespace signet::signing
