#include "support/PcscDaemon.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QThread>

#include "support/PcscNeighbour.h"

namespace signet::test {
namespace {

constexpr int LockMilliseconds = 300'000;
constexpr int StartMilliseconds = 15'000;
constexpr int StopMilliseconds = 5'000;

QString program() {
    const QString found = QStandardPaths::findExecutable(QStringLiteral("pcscd"));
    return !found.isEmpty()
               ? found
               : QStandardPaths::findExecutable(QStringLiteral("pcscd"), {QStringLiteral("/usr/sbin")});
}

}  // namespace

PcscDaemon::PcscDaemon() : m_lock(QDir::temp().filePath(QStringLiteral("signet-test-pcscd.lock"))) {
    m_lock.setStaleLockTime(0);
}

PcscDaemon::~PcscDaemon() {
    stop();
}

QString PcscDaemon::start() {
    const bool isAlone = qEnvironmentVariableIsSet("SIGNET_TEST_OWN_MACHINE");
    if (!isAlone && !m_lock.isLocked() && !m_lock.tryLock(LockMilliseconds))
        return QStringLiteral("Another test has kept pcscd for five minutes.");
    if (program().isEmpty())
        return QStringLiteral("pcscd is not installed (Debian: package pcscd).");
    if (!QFile::exists(QStringLiteral("/etc/reader.conf.d/vpcd")))
        return QStringLiteral("The virtual reader is not installed (Debian: package vsmartcard-vpcd).");
    if (PcscNeighbour().canReachService())
        return waitForReaders();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program(), {QStringLiteral("--foreground")});
    if (!m_process.waitForStarted(StartMilliseconds))
        return QStringLiteral("pcscd does not start: ") + m_process.errorString();
    return waitForReaders();
}

QString PcscDaemon::waitForReaders() {
    for (QDeadlineTimer deadline(StartMilliseconds); !deadline.hasExpired(); QThread::msleep(20)) {
        const QStringList readers = PcscNeighbour().readers();
        if (readers.contains(firstReader()) && readers.contains(secondReader()))
            return {};
        m_process.waitForReadyRead(0);
    }
    return QStringLiteral("pcscd does not show the virtual readers. It said: ") +
           QString::fromLocal8Bit(m_process.readAll());
}

void PcscDaemon::stop() {
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(StopMilliseconds)) {
        m_process.kill();
        m_process.waitForFinished(StopMilliseconds);
    }
}

}  // namespace signet::test
