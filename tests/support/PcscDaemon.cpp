#include "support/PcscDaemon.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QThread>
#include <algorithm>

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

/** Empty once nobody else uses pcscd. */
QString PcscDaemon::reserve() {
    const bool isAlone = qEnvironmentVariableIsSet("SIGNET_TEST_OWN_MACHINE");
    if (!isAlone && !m_lock.isLocked() && !m_lock.tryLock(LockMilliseconds))
        return QStringLiteral("Another test has kept pcscd for five minutes.");
    if (program().isEmpty())
        return QStringLiteral("pcscd is not installed (Debian: package pcscd).");
    return {};
}

QString PcscDaemon::start() {
    const QString problem = reserve();
    if (!problem.isEmpty())
        return problem;
    if (!QFile::exists(QStringLiteral("/etc/reader.conf.d/vpcd")))
        return QStringLiteral("The virtual reader is not installed (Debian: package vsmartcard-vpcd).");
    if (PcscNeighbour().canReachService())
        return waitForReaders({firstReader(), secondReader()});
    return launch({QStringLiteral("--foreground")}, {firstReader(), secondReader()});
}

QString PcscDaemon::startWith(const QString& configuration, const QStringList& readers) {
    const QString problem = reserve();
    if (!problem.isEmpty())
        return problem;
    if (PcscNeighbour().canReachService())
        return QStringLiteral("A pcscd is running already; this test needs one of its own.");
    return launch({QStringLiteral("--foreground"), QStringLiteral("--config"), configuration}, readers);
}

QString PcscDaemon::launch(const QStringList& arguments, const QStringList& readers) {
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program(), arguments);
    if (!m_process.waitForStarted(StartMilliseconds))
        return QStringLiteral("pcscd does not start: ") + m_process.errorString();
    return waitForReaders(readers);
}

QString PcscDaemon::waitForReaders(const QStringList& wanted) {
    for (QDeadlineTimer deadline(StartMilliseconds); !deadline.hasExpired(); QThread::msleep(20)) {
        const QStringList readers = PcscNeighbour().readers();
        const auto isThere = [&readers](const QString& name) { return readers.contains(name); };
        if (std::all_of(wanted.begin(), wanted.end(), isThere))
            return {};
        m_process.waitForReadyRead(0);
    }
    return QStringLiteral("pcscd does not show the readers. It said: ") +
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
