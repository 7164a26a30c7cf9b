#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace signet::test {

/** A secret in every form in which it might lie about: as it is, UTF-16, UTF-32, hexadecimal, base64 at any
 * place of a longer text, percent-encoded. */
struct SecretForms {
    QString name;
    QList<QByteArray> forms;

    static SecretForms of(const QString& name, const QByteArray& secret);
    bool isIn(QByteArrayView bytes) const;
};

/** The files below `folder` that hold a form of one of the secrets, but those in `except` (absolute paths).
 */
QStringList filesWith(const QList<SecretForms>& secrets, const QString& folder,
                      const QStringList& except = {});

/** Where a secret stands in a process's memory. */
struct MemoryHit {
    QString secret;
    QString mapping;        ///< its line of /proc/PID/maps
    bool isLocked = false;  ///< not swapped out, and left out of a core dump
};

/** A process that is looked at from outside while it lives (proc(5)); Linux, with the right to trace it. */
class LiveProcess {
public:
    explicit LiveProcess(qint64 pid) : m_pid(pid) {}

    /** Every writable mapping, which is more than a core dump of it would hold. The process stands still
     * meanwhile. */
    QList<MemoryHit> find(const QList<SecretForms>& secrets) const;
    /** Where its memory begins that is locked and left out of core dumps. */
    QList<quint64> lockedAddresses() const;
    /** Its arguments and its environment, as everybody can see them. */
    QByteArray argumentsAndEnvironment() const;
    /** The line of /proc/PID/limits, soft and hard, such as "0 0". */
    QString coreSizeLimit() const;

private:
    QByteArray read(const QString& file) const;

    qint64 m_pid;
};

}  // namespace signet::test
