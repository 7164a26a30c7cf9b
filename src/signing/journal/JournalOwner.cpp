#include "signing/journal/JournalOwner.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>
#include <chrono>

namespace signet::signing {
namespace {

using namespace std::chrono_literals;

const QString Ending = QStringLiteral(".lock");

// QLockFile believes a process number for this long, then asks the system for the lock itself: that tells a
// living owner from another process of the same name that got the number of a dead one. Long enough for the
// moment between the file's creation and its lock.
constexpr auto TrustInNumber = 10s;

QString lockPath(const QString& journal, const QString& token) {
    return QString(journal % u'.' % token % Ending);
}

bool isToken(const QString& token) {
    static const QRegularExpression form(QStringLiteral("\\A[0-9a-f]{32}\\z"));
    return form.match(token).hasMatch();
}

/** True: nobody holds it; it is gone then. */
bool isFree(const QString& lockFile) {
    QLockFile probe(lockFile);
    probe.setStaleLockTime(TrustInNumber);
    return probe.tryLock();
}

}  // namespace

JournalOwner::JournalOwner(QString journal)
    : m_journal(std::move(journal)), m_token(QUuid::createUuid().toString(QUuid::Id128)) {}

bool JournalOwner::begin() {
    if (m_lock)
        return true;
    auto lock = std::make_unique<QLockFile>(lockPath(m_journal, m_token));
    lock->setStaleLockTime(0s);
    if (!lock->tryLock())
        return false;
    m_lock = std::move(lock);
    return true;
}

void JournalOwner::end() {
    m_lock.reset();
}

bool JournalOwner::buryDead(const QString& journal) {
    const QFileInfo place(journal);
    bool any = false;
    const QStringList names = place.absoluteDir().entryList(QDir::Files | QDir::Hidden);
    for (const QString& name : names) {
        const qsizetype begin = place.fileName().size() + 1;
        const QString token = name.mid(begin, name.size() - begin - Ending.size());
        if (isToken(token) && place.absoluteDir().filePath(name) == lockPath(place.absoluteFilePath(), token))
            any = isFree(lockPath(journal, token)) || any;
    }
    return any;
}

bool JournalOwner::isAlive(const QString& journal, const QString& token) {
    return isToken(token) && QFileInfo::exists(lockPath(journal, token)) && !isFree(lockPath(journal, token));
}

}  // namespace signet::signing
