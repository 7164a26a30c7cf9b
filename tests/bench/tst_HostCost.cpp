#include <QTemporaryDir>
#include <QTest>
#include <cstdio>

#include "Gauges.h"
#include "ServiceThread.h"
#include "signing/journal/Journal.h"
#include "unit/signing/BatchBench.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

struct Cost {
    double sessionsPerSecond = 0;
    double cpuMilliseconds = 0;  ///< of the main thread, for each session
};

Cost costOf(int sessions, bool recorded) {
    const ServiceThread service;
    const QTemporaryDir folder;
    BatchBench bench;
    bench.profile.api = service.address();
    if (recorded)
        bench.order.journal = std::make_shared<Journal>(folder.filePath(u"journal.sqlite"_qs));
    bench.order.firstChunk = BatchOrder().firstChunk;
    bench.pickIds(service.addSessions(sessions));
    const double before = threadSeconds();
    bench.start();
    if (!bench.waitForEnd(600'000))
        qFatal("the run did not end");
    const double cpu = threadSeconds() - before;
    const BatchSummary summary = *bench.batch->summary();
    if (summary.finalized != sessions)
        qFatal("only %d of %d were finalized", summary.finalized, sessions);
    return {sessions / summary.seconds, cpu * 1000 / sessions};
}

}  // namespace

/**
 * What a session costs this computer, with a card and a service that answer at once: it must not grow with
 * the number of sessions. It prints, and asserts no time.
 */
class HostCost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void perSession();
};

void HostCost::perSession() {
    double first = 0;
    for (const int sessions : {100, 1000, 10'000}) {
        const Cost cost = costOf(sessions, false);
        if (first == 0)
            first = cost.cpuMilliseconds;
        std::printf(
            "%6d sessions: %7.1f sessions/s, %6.3f ms of the main thread for each (%.2f of the first row), "
            "peak %.0f MB\n",
            sessions, cost.sessionsPerSecond, cost.cpuMilliseconds, cost.cpuMilliseconds / first,
            peakMegabytes());
        std::fflush(stdout);
    }
    const Cost plain = costOf(1000, false);
    const Cost recorded = costOf(1000, true);
    std::printf("with the journal: %.1f sessions/s against %.1f without, %.3f ms against %.3f\n",
                recorded.sessionsPerSecond, plain.sessionsPerSecond, recorded.cpuMilliseconds,
                plain.cpuMilliseconds);
}

QTEST_GUILESS_MAIN(HostCost)
#include "tst_HostCost.moc"
