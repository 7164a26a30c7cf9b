#pragma once

#include <QCoroTask>
#include <QObject>
#include <functional>
#include <memory>
#include <vector>

#include "base/SessionId.h"
#include "cli/ProgressLine.h"
#include "cli/Results.h"

namespace signet::cli {

class Interrupts;

/** What is done at one session, changing nothing there. */
using Look = std::function<QCoro::Task<ResultLine>(base::SessionId)>;

/**
 * One run that only looks: from the picked sessions to the exit code, a few at a time, each reported as it
 * ends. After an interrupt nothing new is begun; after the second nothing is waited for. Main thread.
 */
class LookRun : public QObject {
    Q_OBJECT
public:
    /** All but the identifiers outlive it. */
    LookRun(const QStringList& identifiers, Look look, Report& report, Interrupts& interrupts);
    ~LookRun() override;

    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    struct State;
    static QCoro::Task<> work(std::shared_ptr<State> state);
    void pick();
    void interrupt(int count);

    std::shared_ptr<State> m_state;
    Interrupts& m_interrupts;
    std::vector<QCoro::Task<>> m_workers;
};

}  // namespace signet::cli
