#include <QElapsedTimer>
#include <QTest>

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

}  // namespace

class TestBatchStop : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beforeAnythingBegan();
    void whileDigestsAreAskedFor();
    void whileThePinIsAskedFor();
    void whileTheCardSigns();
    void whileFinalizing();
    void whileFinalizingTheFirstChunk();
    void whileLookingUp();
    void twiceIsOnce();
    void abandonAtOnce_data();
    void abandonAtOnce();
    void abandonWhileFinalizing();
    void abandonWhileTheCardIsMute();
    void deletedWhileRunning();
    void afterTheEnd();
};

void TestBatchStop::beforeAnythingBegan() {
    BatchBench bench;
    bench.pick(3);
    bench.start().requestStop();
    QVERIFY(bench.waitForEnd());
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.batch->summary()->cancelled, 3);
    QCOMPARE(base::toString(bench.batch->summary()->endedBy->code()),
             base::toString(base::ErrorCode::Cancelled));
    QCOMPARE(bench.stage(0), u"prepare"_qs);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 0);
}

void TestBatchStop::whileDigestsAreAskedFor() {
    BatchBench bench;
    bench.pick(3);
    bench.service.delay("CalculateDigest", 20'000);
    Batch& batch = bench.start();
    QTRY_COMPARE(bench.service.countOf("CalculateDigest"), 1);
    batch.requestStop();
    QVERIFY(batch.progress().stopping);
    QVERIFY(bench.waitForEnd(5'000));
    QVERIFY(bench.everythingSettled());
    QCOMPARE(batch.summary()->cancelled, 3);
    QCOMPARE(bench.attendant.questions.size(), 0);
}

void TestBatchStop::whileThePinIsAskedFor() {
    BatchBench bench;
    bench.pick(3);
    bench.attendant.reactions = {whoWaits()};
    Batch& batch = bench.start();
    QTRY_COMPARE(bench.attendant.questions.size(), 1);
    batch.requestStop();
    QCOMPARE(bench.attendant.dismissals, 1);
    QVERIFY(bench.waitForEnd(5'000));
    QVERIFY(bench.everythingSettled());
    QCOMPARE(batch.summary()->cancelled, 3);
    QCOMPARE(bench.stage(0), u"sign"_qs);
    QCOMPARE(bench.card->verifyCount(), 0);
}

void TestBatchStop::whileTheCardSigns() {
    sandbox::VirtualCardOptions slow;
    slow.timePerSignature = std::chrono::milliseconds(100);
    BatchBench bench(slow);
    bench.pick(20);
    Batch& batch = bench.start();
    QTRY_VERIFY(bench.inState(SessionState::Signed) >= 2);
    batch.requestStop();
    QVERIFY(bench.waitForEnd(10'000));
    QVERIFY(bench.everythingSettled());
    QCOMPARE(batch.summary()->cancelled, 20);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 0);
    // What the card had signed is kept, the rest was not signed at all.
    QVERIFY(!bench.session(0).signatureValue.isEmpty());
    QVERIFY(bench.session(19).signatureValue.isEmpty());
    QVERIFY(bench.card->signatureCount() < 20);
}

void TestBatchStop::whileFinalizing() {
    BatchBench bench;
    bench.pick(3);
    bench.service.delay("finalizeSigning", 500);
    Batch& batch = bench.start();
    QTRY_COMPARE(bench.service.countOf("finalizeSigning"), 1);
    batch.requestStop();
    QVERIFY(bench.waitForEnd(10'000));
    QVERIFY(bench.everythingSettled());
    // What has been sent is waited for.
    QCOMPARE(batch.summary()->finalized, 3);
}

void TestBatchStop::whileFinalizingTheFirstChunk() {
    BatchBench bench;
    bench.pick(5);
    bench.order.chunkSize = 2;
    bench.order.changesInFlight = 1;
    bench.service.delay("finalizeSigning", 500);
    Batch& batch = bench.start();
    QTRY_COMPARE(bench.service.countOf("finalizeSigning"), 1);
    batch.requestStop();
    QVERIFY(bench.waitForEnd(10'000));
    QVERIFY(bench.everythingSettled());
    QCOMPARE(batch.summary()->finalized, 2);
    QCOMPARE(batch.summary()->cancelled, 3);
    QCOMPARE(base::toString(batch.summary()->endedBy->code()), base::toString(base::ErrorCode::Cancelled));
}

void TestBatchStop::whileLookingUp() {
    BatchBench bench;
    bench.pick(2);
    bench.order.confirmTime = std::chrono::seconds(60);
    bench.service.answerWith("finalizeSigning", hangingUp());
    Batch& batch = bench.start();
    QTRY_COMPARE(bench.inState(SessionState::Unconfirmed), 2);
    QVERIFY(bench.settled.isEmpty());
    batch.requestStop();
    QVERIFY(bench.waitForEnd(5'000));
    QVERIFY(bench.everythingSettled());
    QCOMPARE(batch.summary()->unconfirmed, 2);
    QCOMPARE(bench.stage(0), u"finalize"_qs);
}

void TestBatchStop::twiceIsOnce() {
    BatchBench bench;
    bench.pick(1);
    bench.attendant.reactions = {whoWaits()};
    Batch& batch = bench.start();
    QTRY_COMPARE(bench.attendant.questions.size(), 1);
    batch.requestStop();
    batch.requestStop();
    QCOMPARE(bench.attendant.dismissals, 1);
    QVERIFY(bench.waitForEnd(5'000));
    QVERIFY(bench.everythingSettled());
}

void TestBatchStop::abandonAtOnce_data() {
    QTest::addColumn<QByteArray>("call");
    QTest::newRow("at the start") << QByteArray();
    QTest::newRow("listing") << QByteArray("list");
    QTest::newRow("digests") << QByteArray("CalculateDigest");
}

void TestBatchStop::abandonAtOnce() {
    QFETCH(const QByteArray, call);
    BatchBench bench;
    bench.pick(3);
    bench.service.delay(call, 20'000);
    Batch& batch = bench.start();
    if (!call.isEmpty())
        QTRY_VERIFY(bench.service.countOf(call) > 0);
    batch.requestStop();
    batch.abandon();
    QVERIFY(!batch.isRunning());
    QCOMPARE(bench.inState(SessionState::Cancelled), 3);
    QVERIFY(bench.waitForEnd(1'000));
    QVERIFY(bench.everythingSettled());
}

void TestBatchStop::abandonWhileFinalizing() {
    BatchBench bench;
    bench.pick(5);
    bench.order.chunkSize = 3;
    bench.order.changesInFlight = 1;
    bench.service.delay("finalizeSigning", 20'000);
    Batch& batch = bench.start();
    QTRY_COMPARE(bench.service.countOf("finalizeSigning"), 1);
    batch.requestStop();
    QTest::qWait(100);
    QVERIFY(batch.isRunning());
    batch.abandon();
    QVERIFY(bench.waitForEnd(1'000));
    QVERIFY(bench.everythingSettled());
    QCOMPARE(batch.summary()->unconfirmed, 3);
    QCOMPARE(batch.summary()->cancelled, 2);
    QCOMPARE(bench.stage(0), u"finalize"_qs);
    QCOMPARE(bench.code(0), u"outcome-unknown"_qs);
    // What comes home later changes nothing.
    QTest::qWait(300);
    QCOMPARE(bench.inState(SessionState::Unconfirmed), 3);
}

void TestBatchStop::abandonWhileTheCardIsMute() {
    sandbox::VirtualCardOptions options;
    sandbox::CardFault mute;
    mute.mishap = sandbox::CardMishap::Silence;
    mute.moment = sandbox::CardFault::Moment::Signature;
    mute.number = 2;
    options.faults.append(mute);
    BatchBench bench(options);
    bench.pick(4);
    Batch& batch = bench.start();
    QTRY_COMPARE(bench.inState(SessionState::Signed), 1);
    batch.requestStop();
    QTest::qWait(100);
    QVERIFY(batch.isRunning());
    batch.abandon();
    QVERIFY(bench.waitForEnd(1'000));
    QVERIFY(bench.everythingSettled());
    QCOMPARE(batch.summary()->cancelled, 4);
    QVERIFY(!bench.session(0).signatureValue.isEmpty());
    bench.readers->remove(sandbox::VirtualReaders::demoReaderName());
    QTest::qWait(300);
    QCOMPARE(bench.inState(SessionState::Cancelled), 4);
}

void TestBatchStop::deletedWhileRunning() {
    BatchBench bench;
    bench.pick(3);
    bench.attendant.reactions = {whoWaits()};
    bench.start();
    QTRY_COMPARE(bench.attendant.questions.size(), 1);
    bench.batch.reset();
    bench.attendant.dismiss();
    QTest::qWait(200);
    QCOMPARE(bench.finishedCount, 0);
    for (const SessionKey key : bench.order.sessions)
        QVERIFY(!bench.sessions.isHeld(key));
}

void TestBatchStop::afterTheEnd() {
    BatchBench bench;
    bench.pick(1);
    bench.run();
    bench.batch->requestStop();
    bench.batch->abandon();
    QCOMPARE(toString(bench.session(0).state), toString(SessionState::Finalized));
    QVERIFY(bench.everythingSettled());
    QVERIFY(!bench.batch->summary()->endedBy);
}

QTEST_GUILESS_MAIN(TestBatchStop)
#include "tst_BatchStop.moc"
