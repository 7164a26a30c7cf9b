#pragma once

#include <QCborMap>
#include <QString>
#include <chrono>
#include <memory>
#include <stop_token>

#include "base/Expected.h"
#include "base/SecretBytes.h"

class QDeadlineTimer;
class QProcess;

namespace signet::card {

using base::Expected;

/**
 * One signet-cardhost with its module: started when it is first asked, and again when it is asked after its
 * end. One thread, which needs no event loop.
 */
class HostProcess {
public:
    HostProcess(QString module, QString program);
    ~HostProcess();
    HostProcess(const HostProcess&) = delete;
    HostProcess& operator=(const HostProcess&) = delete;

    /**
     * The answer to `request`. The process is ended by force, and nothing is left of it, with the errors
     * CardSilent (no answer within `limit`), CardDataInvalid (an answer that is none) and Cancelled (`stop`);
     * ModuleCrashed if it ended by itself; ModuleUnusable if it cannot be started.
     */
    Expected<QCborMap> ask(const QCborMap& request, const base::SecretBytes& secret,
                           std::chrono::milliseconds limit, const std::stop_token& stop);
    /** Which process it is, counted from 1; 0 if none runs. */
    quint64 number() const;

    /** Beside the running program, or in ../libexec of it. */
    static QString usualProgram();

private:
    Expected<void> start();
    void send(const QCborMap& request, const base::SecretBytes& secret);
    void overwriteSecret(std::size_t length);
    void flush();
    Expected<QByteArray> receive(qsizetype length, const QDeadlineTimer& deadline,
                                 const std::stop_token& stop);
    base::Error crashed() const;
    void kill();

    QString m_module;
    QString m_program;
    std::unique_ptr<QProcess> m_process;
    quint64 m_number = 0;
};

}  // namespace signet::card
