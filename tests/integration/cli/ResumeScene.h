#pragma once

#include "CliBench.h"
#include "JournalView.h"

namespace signet::test {

/** Runs of the real command line that end before their work is done, and what is left of them. */
class ResumeScene {
public:
    explicit ResumeScene(const sandbox::SandboxOptions& options = {}) : m_bench(options) {}

    /** Service and cards; empty, or what is missing. */
    QString start();
    CliBench& bench() { return m_bench; }
    void fault(const sandbox::Fault& fault) { m_bench.service().faults().add(fault); }
    static sandbox::Fault noListing();
    void clearFaults() { m_bench.service().faults().clear(); }
    sandbox::CounterValues counts() { return m_bench.service().counters().values(); }
    QList<signing::UnfinishedEntry> unfinished() const { return unfinishedIn(m_bench.journalFile()); }

    /** Runs it until its request `call` got lost on this `way`; nothing can be listed from then on. */
    CliRun loseSight(const QStringList& arguments, sandbox::Operation call, sandbox::FaultKind way);
    /** Runs `sign` and kills it when the sessions are signed, and none is sent. False if it went wrong. */
    bool killWhenSigned(const QStringList& arguments, const QStringList& sessions,
                        const QByteArray& input = {});
    bool killWhenSigned(QProcess& process, const QStringList& sessions);

    CliRun resume(const QStringList& more = {});
    /** Waits for so many more requests. */
    bool waitForRequests(sandbox::Operation call, int number);

private:
    CliBench m_bench;
};

}  // namespace signet::test
