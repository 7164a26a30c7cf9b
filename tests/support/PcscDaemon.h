#pragma once

#include <QLockFile>
#include <QProcess>
#include <QString>

namespace signet::test {

/**
 * The real pcscd with the virtual reader (vsmartcard-vpcd), for the time of a test. Uses one that runs
 * already; otherwise it starts one and ends it afterwards. There is only one pcscd on a computer: a lock file
 * keeps other tests that need it waiting, unless the test has a machine of its own (signet_test(... PCSCD)).
 * Usage: `QString problem =
 * daemon.start(); QVERIFY2(problem.isEmpty(), ...)`.
 */
class PcscDaemon {
public:
    static constexpr quint16 FirstPort = 35963;   ///< where the card of firstReader() connects
    static constexpr quint16 SecondPort = 35964;  ///< and that of secondReader()
    static QString firstReader() { return QStringLiteral("Virtual PCD 00 00"); }
    static QString secondReader() { return QStringLiteral("Virtual PCD 00 01"); }

    PcscDaemon();
    ~PcscDaemon();
    Q_DISABLE_COPY_MOVE(PcscDaemon)

    /** Empty once both virtual readers are there; otherwise what is missing, as a sentence. */
    QString start();
    /** A new one, with the readers of this folder of configuration files instead of the computer's; empty
     * once they are there under these names. One that runs already is in the way. */
    QString startWith(const QString& configuration, const QStringList& readers);
    /** Ends it, if it is ours. */
    void stop();
    bool isOurs() const { return m_process.state() != QProcess::NotRunning; }

private:
    QString reserve();
    QString launch(const QStringList& arguments, const QStringList& readers);
    QString waitForReaders(const QStringList& wanted);

    QLockFile m_lock;
    QProcess m_process;
};

}  // namespace signet::test
