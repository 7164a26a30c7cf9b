#include "ResumeScene.h"

#include <QTest>

namespace signet::test {
namespace {

using sandbox::Fault;
using sandbox::FaultKind;
using sandbox::Operation;

constexpr int Patience = 60'000;

}  // namespace

QString ResumeScene::start() {
    const QString problem = m_bench.startService();
    return problem.isEmpty() ? m_bench.startCards() : problem;
}

Fault ResumeScene::noListing() {
    Fault blind{FaultKind::Refused, Operation::List};
    blind.status = 500;
    return blind;
}

CliRun ResumeScene::loseSight(const QStringList& arguments, Operation call, FaultKind way) {
    const int before = counts().requests.value(call);
    fault({way, call});
    const auto process = m_bench.begin(arguments + QStringList{u"--timeout"_qs, u"2"_qs} +
                                       QStringList{u"--confirm-seconds"_qs, u"0"_qs});
    const bool arrived = waitForRequests(call, before + 1);
    fault(noListing());
    CliRun run = CliBench::finish(*process);
    if (!arrived)
        qWarning("no such request came: %s", run.everything().constData());
    return run;
}

bool ResumeScene::killWhenSigned(const QStringList& arguments, const QStringList& sessions,
                                 const QByteArray& input) {
    // What was listed before is waited for, a while, before signatures are sent.
    fault({FaultKind::Hang, Operation::List});
    const auto process = m_bench.begin(arguments);
    process->write(input);
    process->closeWriteChannel();
    return killWhenSigned(*process, sessions);
}

bool ResumeScene::killWhenSigned(QProcess& process, const QStringList& sessions) {
    const auto count = static_cast<int>(sessions.size());
    const auto allSigned = [&] {
        return countOf(m_bench.journalFile(), sessions, signing::SessionState::Signed) == count;
    };
    const bool reached = QTest::qWaitFor(allSigned, Patience);
    process.kill();
    process.waitForFinished();
    clearFaults();
    if (!reached)
        qWarning("not signed: %s", process.readAll().constData());
    return reached && allSigned();
}

CliRun ResumeScene::resume(const QStringList& more) {
    return m_bench.run(QStringList{u"resume"_qs} + more);
}

bool ResumeScene::waitForRequests(Operation call, int number) {
    return QTest::qWaitFor([&] { return counts().requests.value(call) >= number; }, Patience);
}

}  // namespace signet::test
