#include <QElapsedTimer>
#include <QTest>
#include <cstdio>

#include "unit/signing/BatchBench.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

using std::chrono::milliseconds;

constexpr int Sessions = 100;
constexpr milliseconds CardTime{300};
constexpr milliseconds RequestTime{200};
constexpr milliseconds SessionTime{20};

/** Every call takes its time, and the more the more sessions it names. */
void slowDown(ScriptedService& service) {
    for (const char* call : {"CalculateDigest", "finalizeSigning", "list", "config"}) {
        service.onCall(call, [&service](const ServiceRequest& request) {
            ServiceReply reply = service.ordinary(request);
            const auto time = RequestTime + SessionTime * request.sessions().size();
            reply.delay = static_cast<int>(time.count());
            return reply;
        });
    }
}

/** Wall time of one run. */
double secondsFor(int sessions, const std::function<void(BatchOrder&)>& options) {
    sandbox::VirtualCardOptions slow;
    slow.timePerSignature = CardTime;
    BatchBench bench(slow);
    slowDown(bench.service);
    bench.pick(sessions);
    options(bench.order);
    const BatchSummary summary = bench.run();
    if (summary.finalized != sessions)
        qFatal("only %d of %d were finalized", summary.finalized, sessions);
    return summary.seconds;
}

void print(const char* what, int sessions, double seconds) {
    const double cardTime = sessions * std::chrono::duration<double>(CardTime).count();
    std::printf("%-46s %4d sessions %7.2f s   efficiency %.3f\n", what, sessions, seconds,
                cardTime / seconds);
    std::fflush(stdout);
}

}  // namespace

/**
 * How much of the time the card is at work: N * card time / wall time, with a card of 300 ms for each
 * signature and a service of 200 ms for each request and 20 ms for each session in it. It prints, and asserts
 * no time.
 */
class Efficiency : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pipelined();
};

void Efficiency::pipelined() {
    print("pipelined, as by default", Sessions,
          secondsFor(Sessions, [](BatchOrder& order) { order.firstChunk = BatchOrder().firstChunk; }));
    print("pipelined, all chunks alike", Sessions,
          secondsFor(Sessions, [](BatchOrder& order) { order.firstChunk = 0; }));
    print("chunk by chunk, nothing ahead", Sessions, secondsFor(Sessions, [](BatchOrder& order) {
              order.chunksAhead = 0;
              order.changesInFlight = 1;
          }));
    constexpr int Few = 20;  // one at a time is slow, and every session costs the same
    double oneByOne = 0;
    for (int i = 0; i < Few; ++i)
        oneByOne += secondsFor(1, [](BatchOrder&) {});
    print("one session at a time", Few, oneByOne);
    for (const int most : {5, 10, 40})
        print(qPrintable(QStringLiteral("pipelined, chunks of up to %1").arg(most)), Sessions,
              secondsFor(Sessions, [most](BatchOrder& order) {
                  order.firstChunk = BatchOrder().firstChunk;
                  order.chunkSize = most;
              }));
}

QTEST_GUILESS_MAIN(Efficiency)
#include "tst_Efficiency.moc"
