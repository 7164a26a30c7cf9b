#include <QTest>

#include "BatchBench.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;
using sandbox::VirtualCardOptions;

namespace {

ScriptedAttendant::Reaction pin(const QByteArray& digits, bool lastTryAgreed = false) {
    ScriptedAttendant::Reaction reaction;
    reaction.pin = digits;
    reaction.lastTryAgreed = lastTryAgreed;
    return reaction;
}

VirtualCardOptions withTriesLeft(int left) {
    VirtualCardOptions options;
    options.pin2Tries.left = left;
    return options;
}

}  // namespace

class TestBatchPin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatThePersonIsTold();
    void wrongPinEndsTheRun();
    void wrongPinAsksAgain();
    void lastTryWithoutAgreement();
    void lastTryAgreed();
    void lastTryAfterAWrongOne();
    void blockedByTheLastTry();
    void blockedBefore();
    void personRefuses();
    void readerWithoutPad();
};

void TestBatchPin::whatThePersonIsTold() {
    BatchBench bench;
    bench.pick(7);
    bench.order.chunkSize = 3;
    bench.run();
    const PinQuestion question = bench.attendant.questions.value(0);
    const DeskReader reader = *bench.cards.selected();
    QCOMPARE(question.holder, reader.holder());
    QCOMPARE(question.serialNumber, reader.signingCertificate->serialNumber());
    QCOMPARE(question.reader, sandbox::VirtualReaders::demoReaderName());
    QCOMPARE(question.sessions, 7);
    QCOMPARE(question.titles.size(), 5);
    QCOMPARE(question.triesLeft, std::optional(3));
    QVERIFY(!question.lastTry && !question.previous);
    QCOMPARE(bench.attendant.questions.size(), 1);
}

void TestBatchPin::wrongPinEndsTheRun() {
    BatchBench bench;
    bench.pick(5);
    bench.order.chunkSize = 2;
    bench.attendant.reactions = {pin("999999")};
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 5);
    QCOMPARE(base::toString(summary.endedBy->code()), base::toString(base::ErrorCode::PinWrong));
    QCOMPARE(summary.endedBy->count(), std::optional(2));
    for (int row = 0; row < 5; ++row) {
        QCOMPARE(bench.code(row), u"pin-wrong"_qs);
        QCOMPARE(bench.stage(row), u"sign"_qs);
    }
    QCOMPARE(bench.card->verifyCount(), 1);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 0);
}

void TestBatchPin::wrongPinAsksAgain() {
    BatchBench bench;
    bench.pick(2);
    bench.attendant.asksAgain = true;
    bench.attendant.reactions = {pin("999999"), pin("12345"), pin("123456")};
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 2);
    QCOMPARE(bench.attendant.questions.size(), 3);
    QCOMPARE(base::toString(bench.attendant.questions[1].previous->code()),
             base::toString(base::ErrorCode::PinWrong));
    QCOMPARE(bench.attendant.questions[1].triesLeft, std::optional(2));
    QVERIFY(!bench.attendant.questions[1].lastTry);
    QCOMPARE(base::toString(bench.attendant.questions[2].previous->code()),
             base::toString(base::ErrorCode::PinFormat));
    QCOMPARE(bench.card->triesLeft(sandbox::CardPin::Pin2), 3);
}

void TestBatchPin::lastTryWithoutAgreement() {
    BatchBench bench(withTriesLeft(1));
    bench.pick(2);
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QVERIFY(bench.attendant.questions.first().lastTry);
    QCOMPARE(summary.failed, 2);
    QCOMPARE(base::toString(summary.endedBy->code()), base::toString(base::ErrorCode::PinLastTry));
    QCOMPARE(bench.code(0), u"pin-last-try"_qs);
    QCOMPARE(bench.card->verifyCount(), 0);
}

void TestBatchPin::lastTryAgreed() {
    BatchBench bench(withTriesLeft(1));
    bench.pick(2);
    bench.attendant.reactions = {pin("123456", true)};
    QCOMPARE(bench.run().finalized, 2);
    QCOMPARE(bench.card->triesLeft(sandbox::CardPin::Pin2), 3);
}

void TestBatchPin::lastTryAfterAWrongOne() {
    BatchBench bench(withTriesLeft(2));
    bench.pick(1);
    bench.attendant.asksAgain = true;
    bench.attendant.reactions = {pin("999999"), pin("123456")};
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QVERIFY(!bench.attendant.questions[0].lastTry);
    QVERIFY(bench.attendant.questions[1].lastTry);
    QCOMPARE(bench.attendant.questions[1].triesLeft, std::optional(1));
    QCOMPARE(summary.failed, 1);
    QCOMPARE(bench.card->verifyCount(), 1);
    QCOMPARE(bench.card->triesLeft(sandbox::CardPin::Pin2), 1);
}

void TestBatchPin::blockedByTheLastTry() {
    BatchBench bench(withTriesLeft(1));
    bench.pick(1);
    bench.attendant.asksAgain = true;
    bench.attendant.reactions = {pin("999999", true)};
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(base::toString(summary.endedBy->code()), base::toString(base::ErrorCode::PinBlocked));
    QCOMPARE(bench.code(0), u"pin-blocked"_qs);
    QCOMPARE(bench.attendant.questions.size(), 1);
}

void TestBatchPin::blockedBefore() {
    BatchBench bench(withTriesLeft(0));
    bench.pick(2);
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(base::toString(summary.endedBy->code()), base::toString(base::ErrorCode::PinBlocked));
    QCOMPARE(bench.attendant.questions.size(), 0);
    QCOMPARE(bench.service.countOf("CalculateDigest"), 0);
}

void TestBatchPin::readerWithoutPad() {
    BatchBench bench;
    bench.pick(2);
    ScriptedAttendant::Reaction onPad;
    onPad.usePinPad = true;
    bench.attendant.reactions = {onPad};
    const BatchSummary summary = bench.run();
    QVERIFY(!bench.attendant.questions.value(0).pinPad);
    QCOMPARE(summary.failed, 2);
    QCOMPARE(bench.code(0), u"pin-pad-missing"_qs);
    QCOMPARE(bench.card->verifyCount(), 0);
    QVERIFY(bench.attendant.prompts.isEmpty());
    QVERIFY(bench.everythingSettled());
}

void TestBatchPin::personRefuses() {
    BatchBench bench;
    bench.pick(3);
    bench.order.chunkSize = 2;
    ScriptedAttendant::Reaction no;
    no.refuses = true;
    bench.attendant.reactions = {no};
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.cancelled, 3);
    QCOMPARE(base::toString(summary.endedBy->code()), base::toString(base::ErrorCode::Cancelled));
    QCOMPARE(bench.card->verifyCount(), 0);
}

QTEST_GUILESS_MAIN(TestBatchPin)
#include "tst_BatchPin.moc"
