#pragma once

#include <future>
#include <memory>
#include <optional>
#include <thread>

#include "base/HandoverQueue.h"
#include "card/HostProcess.h"

namespace signet::card {

/**
 * A PKCS#11 module in a process of its own, signet-cardhost: a crash or a hang of the module is an error
 * here, and the next request starts the process anew. One request at a time, in a thread that belongs to
 * this. Any thread.
 */
class CardHost {
public:
    struct Request {
        QCborMap words;
        base::SecretBytes secret = {};
        std::chrono::milliseconds limit{30'000};  ///< from its turn on; then the process is ended by force
        /** Only in this process (Answer::process), since it builds on what the process did before:
         * ModuleCrashed otherwise. */
        std::optional<quint64> process = {};
        /** The caller waits no longer: Cancelled. What is under way is finished nevertheless. */
        std::stop_token stop = {};
    };
    struct Answer {
        QCborMap words;
        quint64 process = 0;
    };

    /** `module`: the absolute path of its file. `program`: HostProcess::usualProgram() if it is empty. */
    explicit CardHost(QString module, QString program = {});
    /** Ends the process; by force if a request is under way. */
    ~CardHost();
    CardHost(const CardHost&) = delete;
    CardHost& operator=(const CardHost&) = delete;

    const QString& module() const { return m_module; }
    /** Waits. The errors are HostProcess::ask()'s. */
    Expected<Answer> ask(Request request);

private:
    struct Turn {
        Request request;
        std::promise<Expected<Answer>> answer;
    };
    void serve();
    Expected<Answer> answerTo(HostProcess& process, const Request& request);

    const QString m_module;
    const QString m_program;
    base::HandoverQueue<Turn> m_turns;
    std::stop_source m_end;
    std::thread m_thread;
};

}  // namespace signet::card
