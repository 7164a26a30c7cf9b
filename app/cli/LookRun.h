#pragma once

#include <QCoroTask>
#include <QObject>
#include <functional>
#include <memory>
#include <vector>

#include "cli/ProgressLine.h"
#include "cli/Results.h"
#include "signing/Session.h"

namespace signet::cli {

class Interrupts;

/** What is done at one picked session or file, changing nothing of what was there. */
using Look = std::function<QCoro::Task<ResultLine>(signing::Session)>;

/**
 * One run that only looks: from the picked sessions or files to the exit code, a few at a time, each reported
 * as it ends. After an interrupt nothing new is begun; after the second nothing is waited for. Main thread.
 */
class LookRun : public QObject {
    Q_OBJECT
public:
    /** Report and interrupts outlive it. */
    LookRun(const QStringList& identifiers, const QStringList& files, Look look, Report& report,
            Interrupts& interrupts);
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
