#include <QSet>
#include <QTest>
#include <QTimer>
#include <algorithm>

#include "BatchBench.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

ScriptedAttendant::Reaction whoWaits() {
    ScriptedAttendant::Reaction reaction;
    reaction.waits = true;
    return reaction;
}

/** How many requests of a call were being answered at the same time, at the most. */
struct InFlight {
    int now = 0;
    int most = 0;
};

void measure(ScriptedService& service, const QByteArray& call, int milliseconds, InFlight& inFlight) {
    service.onCall(call, [&service, &inFlight, milliseconds](const ServiceRequest& request) {
        inFlight.most = std::max(inFlight.most, ++inFlight.now);
        QTimer::singleShot(milliseconds, &service, [&inFlight] { --inFlight.now; });
        ServiceReply reply = service.ordinary(request);
        reply.delay = milliseconds;
        return reply;
    });
}

QList<qsizetype> sizesOf(const QList<ServiceRequest>& requests) {
    QList<qsizetype> sizes;
    for (const ServiceRequest& request : requests)
        sizes.append(request.sessions().size());
    return sizes;
}

}  // namespace

class TestBatchPipeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void preparesAheadWhileThePersonThinks();
    void theCardDoesNotWaitForFinalize();
    void changesInFlight_data();
    void changesInFlight();
    void smallRequestsAtBothEnds();
    void aHangingPreparationHoldsNothingUp();
    void troubleAtTheCardStopsPreparing();
    void outOfReachWhileFinalizing();
    void sealsWhileItLooksAhead();
    void tooManySessionsInOneRequest_data();
    void tooManySessionsInOneRequest();
    void askedTooOften_data();
    void askedTooOften();
    void threeOfForty_data();
    void threeOfForty();
};

void TestBatchPipeline::preparesAheadWhileThePersonThinks() {
    BatchBench bench;
    bench.pick(20);
    bench.order.chunkSize = 2;
    bench.order.chunksAhead = 2;
    bench.attendant.reactions = {whoWaits()};
    Batch& batch = bench.start();
    QTRY_COMPARE(bench.inState(SessionState::Prepared), 6);
    QTRY_COMPARE(bench.attendant.questions.size(), 1);
    QCOMPARE(bench.attendant.questions.first().sessions, 20);
    QCOMPARE(bench.service.countOf("CalculateDigest"), 3);
    batch.requestStop();
    QVERIFY(bench.waitForEnd());
    QVERIFY(bench.everythingSettled());
    QCOMPARE(batch.summary()->cancelled, 20);
}

void TestBatchPipeline::theCardDoesNotWaitForFinalize() {
    BatchBench bench;
    bench.pick(12);
    bench.order.chunkSize = 2;
    bool answered = false;
    bench.service.onCall("finalizeSigning", [&](const ServiceRequest& request) {
        ServiceReply reply = bench.service.ordinary(request);
        // The first answer waits for the card's last signature.
        if (!answered && bench.card->signatureCount() < 12)
            reply.delay = 2'000;
        answered = true;
        return reply;
    });
    bench.start();
    QTRY_COMPARE(bench.card->signatureCount(), 12);
    QVERIFY(bench.inState(SessionState::Finalizing) >= 2);
    QVERIFY(bench.waitForEnd());
    QCOMPARE(bench.inState(SessionState::Finalized), 12);
    QVERIFY(bench.everythingSettled());
}

void TestBatchPipeline::changesInFlight_data() {
    QTest::addColumn<int>("allowed");
    QTest::newRow("one") << 1;
    QTest::newRow("two") << 2;
}

void TestBatchPipeline::changesInFlight() {
    QFETCH(const int, allowed);
    BatchBench bench;
    bench.pick(12);
    bench.order.chunkSize = 2;
    bench.order.changesInFlight = allowed;
    InFlight inFlight;
    measure(bench.service, "finalizeSigning", 150, inFlight);
    QCOMPARE(bench.run().finalized, 12);
    QCOMPARE(inFlight.most, allowed);
}

void TestBatchPipeline::smallRequestsAtBothEnds() {
    BatchBench bench;
    bench.pick(40);
    bench.order.firstChunk = 4;
    bench.order.chunkSize = 10;
    QCOMPARE(bench.run().finalized, 40);
    const QList<qsizetype> sizes = sizesOf(bench.service.requests("CalculateDigest"));
    QCOMPARE(sizes, (QList<qsizetype>{4, 8, 10, 9, 5, 4}));
    // The chunks of CalculateDigest are those of finalizeSigning.
    QCOMPARE(sizesOf(bench.service.requests("finalizeSigning")), sizes);
}

void TestBatchPipeline::aHangingPreparationHoldsNothingUp() {
    BatchBench bench;
    bench.pick(4);
    bench.order.chunkSize = 2;
    bench.service.onCall("CalculateDigest", [&](const ServiceRequest& request) {
        const bool first = bench.service.countOf("CalculateDigest") == 1;
        return first ? bench.service.ordinary(request) : silence();
    });
    Batch& batch = bench.start();
    // What was prepared before is finished, whatever hangs.
    QTRY_COMPARE(bench.inState(SessionState::Finalized), 2);
    batch.requestStop();
    QVERIFY(bench.waitForEnd(5'000));
    QVERIFY(bench.everythingSettled());
    QCOMPARE(batch.summary()->cancelled, 2);
}

void TestBatchPipeline::troubleAtTheCardStopsPreparing() {
    BatchBench bench;
    bench.pick(40);
    bench.order.chunkSize = 2;
    bench.service.onCall("CalculateDigest", [&](const ServiceRequest& request) {
        const bool early = bench.service.countOf("CalculateDigest") <= 2;
        return early ? bench.service.ordinary(request) : silence();
    });
    bench.attendant.reactions = {{"999999"}};
    bench.start();
    // The request that hangs is not waited for.
    QVERIFY(bench.waitForEnd(10'000));
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.inState(SessionState::Failed), 40);
    for (const int row : {0, 3, 39}) {
        QCOMPARE(bench.code(row), u"pin-wrong"_qs);
        QCOMPARE(bench.stage(row), u"sign"_qs);
    }
    QVERIFY(bench.service.countOf("CalculateDigest") <= 3);
}

void TestBatchPipeline::outOfReachWhileFinalizing() {
    BatchBench bench;
    bench.pick(8);
    bench.order.chunkSize = 2;
    bench.order.changesInFlight = 1;
    // It goes once the first chunk's answer is here, and before the next request leaves.
    QObject::connect(&bench.sessions, &SessionList::changed, &bench.service, [&bench](int row) {
        if (bench.session(row).state == SessionState::Finalized)
            bench.service.goAway();
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 2);
    QCOMPARE(summary.failed, 6);
    QCOMPARE(base::toString(summary.endedBy->code()), base::toString(base::ErrorCode::NoConnection));
}

void TestBatchPipeline::sealsWhileItLooksAhead() {
    BatchBench bench;
    bench.pick(12);
    bench.orderSeal();
    bench.order.chunkSize = 2;
    bench.order.changesInFlight = 2;
    InFlight inFlight;
    measure(bench.service, "eSealCreate", 300, inFlight);
    bench.start();
    QTRY_COMPARE(bench.service.countOf("eSealCreate"), 2);
    // Two requests are under way, one chunk waits for its turn, and two more are being looked at.
    QTRY_COMPARE(bench.service.countOf("list"), 10);
    QVERIFY(bench.waitForEnd());
    QCOMPARE(bench.inState(SessionState::Finalized), 12);
    QCOMPARE(inFlight.most, 2);
    QCOMPARE(bench.service.countOf("eSealCreate"), 6);
}

void TestBatchPipeline::tooManySessionsInOneRequest_data() {
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<int>("status");
    QTest::newRow("digests, 413") << QByteArray("CalculateDigest") << 413;
    QTest::newRow("digests, 400") << QByteArray("CalculateDigest") << 400;
    QTest::newRow("finalize, 413") << QByteArray("finalizeSigning") << 413;
    QTest::newRow("finalize, 400") << QByteArray("finalizeSigning") << 400;
}

void TestBatchPipeline::tooManySessionsInOneRequest() {
    QFETCH(const QByteArray, call);
    QFETCH(const int, status);
    BatchBench bench;
    bench.pick(48);
    bench.order.chunkSize = 16;
    bench.order.chunksAhead = 0;
    bench.order.changesInFlight = 1;
    bench.service.onCall(call, [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.sessions().size() <= 8)
            return std::nullopt;
        return refusal(status, u"too-many"_qs, u"Too many sessions"_qs);
    });
    QCOMPARE(bench.run().finalized, 48);
    const QList<qsizetype> sizes = sizesOf(bench.service.requests(call));
    // It is learnt once, or twice where the next chunk was already on its way.
    const auto refused = std::count_if(sizes.begin(), sizes.end(), [](qsizetype size) { return size > 8; });
    QVERIFY2(refused <= 2, qPrintable(QString::number(refused)));
    QCOMPARE(bench.card->signatureCount(), 48);
}

void TestBatchPipeline::askedTooOften_data() {
    QTest::addColumn<QByteArray>("call");
    QTest::newRow("digests") << QByteArray("CalculateDigest");
    QTest::newRow("finalize") << QByteArray("finalizeSigning");
}

void TestBatchPipeline::askedTooOften() {
    QFETCH(const QByteArray, call);
    BatchBench bench;
    bench.pick(8);
    bench.order.chunkSize = 4;
    // Once more than the client itself repeats.
    bench.service.onCall(call, [&](const ServiceRequest&) -> std::optional<ServiceReply> {
        if (bench.service.countOf(call) > 2)
            return std::nullopt;
        return refusal(429, {}, u"Slow down"_qs);
    });
    QCOMPARE(bench.run().finalized, 8);
    QCOMPARE(bench.card->signatureCount(), 8);
}

void TestBatchPipeline::threeOfForty_data() {
    QTest::addColumn<QByteArray>("call");
    QTest::newRow("digests") << QByteArray("CalculateDigest");
    QTest::newRow("finalize") << QByteArray("finalizeSigning");
}

void TestBatchPipeline::threeOfForty() {
    QFETCH(const QByteArray, call);
    BatchBench bench;
    bench.pick(40);
    const QSet<QString> guilty{bench.idOf(3), bench.idOf(17), bench.idOf(31)};
    bench.service.onCall(call, [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        const QStringList named = request.sessions();
        const auto bad =
            std::find_if(named.begin(), named.end(), [&](const QString& id) { return guilty.contains(id); });
        if (bad == named.end())
            return std::nullopt;
        return refusal(400, u"own:code"_qs, u"Own words of " + *bad);
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 37);
    QCOMPARE(summary.failed, 3);
    for (const int row : {3, 17, 31}) {
        QCOMPARE(bench.code(row), u"own:code"_qs);
        QCOMPARE(bench.session(row).error->message(), u"Own words of " + bench.idOf(row));
    }
    const int extra = bench.service.countOf(call) - 2;
    qInfo("%d requests more than the 2 of a run without trouble", extra);
    // 2 * log2(20) for each guilty one, and the request that met it.
    QVERIFY2(extra <= 3 * 9, qPrintable(QString::number(extra)));
    QCOMPARE(bench.card->signatureCount(), call == "CalculateDigest" ? 37 : 40);
}

QTEST_GUILESS_MAIN(TestBatchPipeline)
#include "tst_BatchPipeline.moc"
