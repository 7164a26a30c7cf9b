#include "signing/journal/JournalFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSet>
#include <chrono>

#include "base/Log.h"
#include "signing/FreeName.h"
#include "signing/journal/FileIdentity.h"
#include "signing/journal/JournalClaims.h"
#include "signing/journal/JournalSchema.h"
#include "signing/journal/PrivatePlace.h"

namespace signet::signing {
namespace {

using base::Expected;
using namespace std::chrono_literals;

// Opening is a matter of milliseconds; only setting up after a crash, with a long history, takes more.
constexpr auto PatienceWithOthers = 30s;
constexpr int MostNames = 10'000;

// What SQLite keeps beside its file. They have to go along before the file itself goes: SQLite would take
// them for a new file's.
const QStringList Companions{QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")};

QString freeNameBeside(const QString& path) {
    const QFileInfo info(path);
    const QString name = QString(info.completeBaseName() % u" (damaged)." % info.suffix());
    for (int number = 1; number <= MostNames; ++number) {
        QString candidate = info.absoluteDir().filePath(numberedName(name, number));
        if (!QFileInfo::exists(candidate) && !QFileInfo(candidate).isSymLink())
            return candidate;
    }
    return {};
}

/** The answer of a PRAGMA is not needed; that it is carried out, is. */
Expected<void> pragma(JournalConnection& connection, const QString& setting) {
    const Expected<QVariant> done = connection.value(QStringLiteral("PRAGMA ") + setting);
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

}  // namespace

JournalFile::JournalFile(const QString& path) : m_owner(QFileInfo(path).absoluteFilePath()) {
    m_opening.file = QFileInfo(path).absoluteFilePath();
}

JournalFile::~JournalFile() {
    close();
}

void JournalFile::close() {
    if (m_connection && !m_connection->metDamage())
        std::ignore =
            m_connection->execute(QStringLiteral("DELETE FROM claims WHERE owner = ?"), {m_owner.token()});
    m_connection.reset();
    m_owner.end();
}

Expected<void> JournalFile::open() {
    const bool isInPlace = m_connection && m_identity == fileIdentity(m_opening.file);
    if (isInPlace && !m_condemned)
        return {};
    if (m_connection && !isInPlace)
        qCWarning(base::logSigning) << "another file stands in the journal's place";
    if (!isInPlace)
        m_connection.reset();
    QLockFile lock(m_opening.file + u".lock");
    Expected<void> provided = providePrivateFile(m_opening.file);
    if (!provided)
        return provided;
    if (!lock.tryLock(PatienceWithOthers)) {
        const bool busy = lock.error() == QLockFile::LockFailedError;
        return tl::unexpected(journalFailure(
            m_opening.file, busy ? QT_TRANSLATE_NOOP("Journal", "another program is using it")
                                 : QT_TRANSLATE_NOOP("Journal", "no file can be made beside it")));
    }
    Expected<void> opened = openLocked();
    if (!opened) {
        m_connection.reset();
        m_owner.end();
    }
    return opened;
}

Expected<void> JournalFile::openLocked() {
    if (!m_owner.begin())
        return tl::unexpected(
            journalFailure(m_opening.file, QT_TRANSLATE_NOOP("Journal", "no file can be made beside it")));
    m_doubtful = JournalOwner::buryDead(m_opening.file) || m_doubtful;
    // unless another program has begun a new one meanwhile
    const bool condemned = m_condemned && m_condemned == fileIdentity(m_opening.file);
    m_condemned.reset();
    Expected<void> connected = condemned ? setAside() : Expected<void>();
    connected = connected.and_then([this] { return connect(); });
    if (!connected && m_connection && m_connection->metDamage()) {
        qCWarning(base::logSigning) << "the journal is damaged:" << connected.error().detail();
        connected = setAside().and_then([this] { return connect(); });
    }
    if (!connected)
        return connected;
    m_doubtful = false;
    m_identity = fileIdentity(m_opening.file);
    claimAgain();
    return {};
}

Expected<void> JournalFile::connect() {
    Expected<void> provided = providePrivateFile(m_opening.file);
    if (!provided)
        return provided;
    m_connection.reset();
    Expected<std::unique_ptr<JournalConnection>> connection = JournalConnection::open(m_opening.file);
    if (!connection)
        return tl::unexpected(connection.error());
    m_connection = std::move(*connection);
    const Expected<bool> fresh = isUsable();
    if (!fresh)
        return tl::unexpected(fresh.error());
    return setUp(*fresh).and_then([this] { return freeOfDead(); });
}

/** Looks without changing anything; whether it is empty as yet. */
Expected<bool> JournalFile::isUsable() {
    const Expected<SchemaFindings> found = inspect(*m_connection);
    if (!found)
        return tl::unexpected(found.error());
    if (found->isForeign)
        return tl::unexpected(
            journalFailure(m_opening.file, QT_TRANSLATE_NOOP("Journal", "it belongs to another program")));
    const int newest = journalSteps().constLast().version;
    if (found->version > newest)
        return base::fail(base::ErrorCode::JournalNewer, QStringList{m_opening.file},
                          QStringLiteral("version %1, known: %2").arg(found->version).arg(newest));
    const bool incomplete = found->version > 0 && !found->isWhole;
    Expected<QVariant> sound(QStringLiteral("ok"));
    if (m_doubtful && !found->isEmpty)
        sound = m_connection->value(QStringLiteral("PRAGMA quick_check(1)"));
    if (!sound)
        return tl::unexpected(sound.error());
    if (incomplete || sound->toString() != u"ok") {
        m_connection->noteDamage();
        return tl::unexpected(
            journalFailure(m_opening.file, QT_TRANSLATE_NOOP("Journal", "it is damaged"), sound->toString()));
    }
    return found->isEmpty;
}

Expected<void> JournalFile::setUp(bool isFresh) {
    makePrivate(m_opening.file);
    for (const QString& companion : Companions)
        makePrivate(m_opening.file + companion);
    // Has to come before the first table and before WAL: what is deleted gives its room back.
    if (isFresh)
        std::ignore = pragma(*m_connection, QStringLiteral("auto_vacuum = INCREMENTAL"));
    // Some file systems cannot share memory between programs: the old way then.
    if (!pragma(*m_connection, QStringLiteral("journal_mode = WAL")) && !m_connection->metDamage())
        std::ignore = pragma(*m_connection, QStringLiteral("journal_mode = DELETE"));
    for (const QString& setting : {QStringLiteral("synchronous = FULL"), QStringLiteral("foreign_keys = ON"),
                                   QStringLiteral("secure_delete = ON")}) {
        Expected<void> set = pragma(*m_connection, setting);
        if (!set)
            return set;
    }
    return migrate(*m_connection);
}

Expected<void> JournalFile::setAside() {
    if (!OpenFilesCanBeMoved)
        m_connection.reset();
    const QString place = freeNameBeside(m_opening.file);
    bool moved = !place.isEmpty();
    for (const QString& companion : Companions) {
        if (moved && QFileInfo::exists(m_opening.file + companion))
            moved = QFile::rename(m_opening.file + companion, place + companion);
    }
    if (!moved || !QFile::rename(m_opening.file, place))
        return tl::unexpected(journalFailure(
            m_opening.file,
            QT_TRANSLATE_NOOP("Journal", "it is damaged and could not be moved out of the way")));
    // Not before: SQLite takes its log away at the end, which may be what there is to save.
    m_connection.reset();
    makePrivate(place);
    m_opening.setAside = place;
    return {};
}

Expected<void> JournalFile::replaceDamaged() {
    if (m_replaced)
        return tl::unexpected(journalFailure(m_opening.file, QT_TRANSLATE_NOOP("Journal", "it is damaged")));
    qCWarning(base::logSigning) << "the journal turned out to be damaged";
    m_replaced = true;
    m_condemned = m_identity;
    return open();
}

/** Nothing of the dead is kept but their work. That it cannot be written can wait; damage cannot. */
Expected<void> JournalFile::freeOfDead() {
    QStringList dead;
    const auto note = [this, &dead](const QSqlQuery& row) {
        const QString owner = row.value(0).toString();
        if (owner != m_owner.token() && !JournalOwner::isAlive(m_opening.file, owner))
            dead.append(owner);
    };
    const Expected<void> read =
        m_connection->forEach(QStringLiteral("SELECT DISTINCT owner FROM claims"), {}, note);
    for (const QString& owner : std::as_const(dead))
        std::ignore = m_connection->execute(QStringLiteral("DELETE FROM claims WHERE owner = ?"), {owner});
    if (m_connection->metDamage())
        return tl::unexpected(journalFailure(m_opening.file, QT_TRANSLATE_NOOP("Journal", "it is damaged"),
                                             read ? QString() : read.error().detail()));
    return {};
}

void JournalFile::claimAgain() {
    for (auto service = m_claims.cbegin(); service != m_claims.cend(); ++service)
        std::ignore = claimSessions(*m_connection, m_owner.token(), service.key(), service.value());
}

void JournalFile::noteClaims(const QString& api, const QList<base::SessionId>& sessions) {
    m_claims[api] += sessions;
}

void JournalFile::forgetClaims(const QString& api, const QList<base::SessionId>& sessions) {
    const QSet<base::SessionId> gone(sessions.begin(), sessions.end());
    m_claims[api].removeIf([&gone](const base::SessionId& session) { return gone.contains(session); });
}

}  // namespace signet::signing
