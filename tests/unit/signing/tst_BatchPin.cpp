#include <QTest>

#include "BatchBench.h"
#include "support/DemoCards.h"

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
    void eachAsked_data();
    void eachAsked();
    void eachAskedAndWrongOnce();
    void eachAskedAndRefusedInTheMiddle();
    void eachAskedAndStopped();
    void warningsAreInTheQuestion();
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

void TestBatchPin::eachAsked_data() {
    QTest::addColumn<sandbox::Pin2Habit>("habit");
    QTest::newRow("the card drops PIN2") << sandbox::Pin2Habit::DropsAfterSignature;
    QTest::newRow("the card would keep it") << sandbox::Pin2Habit::KeepsUntilDeselected;
}

/** One question, one VERIFY, one signature; whatever the card would allow. */
void TestBatchPin::eachAsked() {
    QFETCH(const sandbox::Pin2Habit, habit);
    VirtualCardOptions options;
    options.pin2Habit = habit;
    BatchBench bench(options);
    bench.profile.askForEachSignature = true;
    bench.pick(5);
    bench.order.chunkSize = 2;
    bool keptUp = true;  // no signature is made ahead of its question
    bench.attendant.whenAsked = [&] {
        const int asked = static_cast<int>(bench.attendant.questions.size());
        keptUp = keptUp && bench.card->signatureCount() == asked - 1;
    };
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 5);
    QVERIFY(keptUp);
    QCOMPARE(bench.card->verifyCount(), 5);
    QCOMPARE(bench.card->signatureCount(), 5);
    QCOMPARE(bench.attendant.questions.size(), 5);
    for (int i = 0; i < 5; ++i) {
        const PinQuestion& question = bench.attendant.questions[i];
        QCOMPARE(question.number, i + 1);
        QCOMPARE(question.of, 5);
        QCOMPARE(question.sessions, 1);
        QCOMPARE(question.titles, QStringList{bench.session(i).title()});
    }
}

void TestBatchPin::eachAskedAndWrongOnce() {
    BatchBench bench;
    bench.profile.askForEachSignature = true;
    bench.pick(3);
    bench.attendant.asksAgain = true;
    bench.attendant.reactions = {pin("123456"), pin("999999"), pin("123456"), pin("123456")};
    QCOMPARE(bench.run().finalized, 3);
    QCOMPARE(bench.attendant.questions.size(), 4);
    QCOMPARE(bench.attendant.questions[2].number, 2);
    QVERIFY(bench.attendant.questions[2].previous);
    QCOMPARE(bench.attendant.questions[2].triesLeft, std::optional(2));
    QVERIFY(!bench.attendant.questions[3].previous);
    QCOMPARE(bench.attendant.questions[3].triesLeft, std::optional(3));
    QCOMPARE(bench.card->verifyCount(), 4);
}

/** What was signed by then is finalized; the rest was never begun on the card. */
void TestBatchPin::eachAskedAndRefusedInTheMiddle() {
    BatchBench bench;
    bench.profile.askForEachSignature = true;
    bench.pick(4);
    ScriptedAttendant::Reaction no;
    no.refuses = true;
    bench.attendant.reactions = {pin("123456"), pin("123456"), no};
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.card->signatureCount(), 2);
    QCOMPARE(summary.finalized, 2);
    QCOMPARE(summary.cancelled, 2);
    QCOMPARE(bench.attendant.questions.size(), 3);
}

void TestBatchPin::eachAskedAndStopped() {
    BatchBench bench;
    bench.profile.askForEachSignature = true;
    bench.pick(4);
    ScriptedAttendant::Reaction silence;
    silence.waits = true;
    bench.attendant.reactions = {pin("123456"), silence};
    bench.attendant.whenAsked = [&] {
        if (bench.attendant.questions.size() == 2)
            QMetaObject::invokeMethod(
                bench.batch.get(), [&bench] { bench.batch->requestStop(); }, Qt::QueuedConnection);
    };
    bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.card->signatureCount(), 1);
    QCOMPARE(bench.attendant.questions.size(), 2);
    QVERIFY(bench.attendant.dismissals > 0);
}

void TestBatchPin::warningsAreInTheQuestion() {
    BatchBench bench;
    bench.readers->remove(sandbox::VirtualReaders::demoReaderName());
    QTRY_VERIFY(!bench.cards.selected());
    bench.readers->insert(sandbox::VirtualReaders::demoReaderName(), cardWith({-1000, 10, false}));
    QTRY_VERIFY(bench.cards.selected());
    bench.profile.askForEachSignature = true;
    bench.pick(2);
    QCOMPARE(bench.run().finalized, 2);
    QCOMPARE(bench.attendant.questions[0].warnings.size(), 2);
    QCOMPARE(bench.attendant.questions[1].warnings.size(), 0);  // read once
}

QTEST_GUILESS_MAIN(TestBatchPin)
#include "tst_BatchPin.moc"
