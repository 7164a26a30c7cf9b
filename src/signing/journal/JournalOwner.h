#pragma once

#include <QLockFile>
#include <QString>
#include <QStringList>
#include <memory>

namespace signet::signing {

/**
 * Proof that whoever has a journal open still lives: a lock file beside it, named with a token that nobody
 * else ever has. The system drops the lock with the process, however that ends; a process that later gets the
 * same number does not hold it. One thread.
 */
class JournalOwner {
public:
    explicit JournalOwner(QString journal);
    Q_DISABLE_COPY_MOVE(JournalOwner)

    /** False if the lock file cannot be made. A second time does nothing. */
    bool begin();
    void end();
    const QString& token() const { return m_token; }

    /** Takes away the lock files of those that ended without a farewell; whether there were any. */
    static bool buryDead(const QString& journal);
    /** False for what is no token. */
    static bool isAlive(const QString& journal, const QString& token);

private:
    QString m_journal;
    QString m_token;
    std::unique_ptr<QLockFile> m_lock;
};

}  // namespace signet::signing
