#include <QTest>

#include "support/PcscBench.h"

namespace signet::test {

using sandbox::AnswerHabit;
using sandbox::CardPersonalisation;
using sandbox::CardPin;
using sandbox::Pin2Habit;
using sandbox::VirtualCardOptions;
using State = card::ReaderStatus::State;

/** Signing runs through the real pcscd: twenty digests with one PIN entry, and every way a PIN can go wrong.
 */
class PcscSigningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signsTwenty_data();
    void signsTwenty();
    void leavesPin2Closed();
    void wrongPinEndsTheRun();
    void lastTryNeedsAWord();
    void lastTryGoneWrong_data();
    void lastTryGoneWrong();
    void blockedPinIsNotTried();
    void cardThatKeepsItsTriesToItself();
    void pinOfWrongLengthIsNotSent();
    void digestThatDoesNotFit();

private:
    PcscDaemon m_pcscd;
};

void PcscSigningTest::initTestCase() {
    const QString problem = m_pcscd.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void PcscSigningTest::signsTwenty_data() {
    QTest::addColumn<CardPersonalisation>("personalisation");
    QTest::addColumn<Pin2Habit>("pin2Habit");
    QTest::addColumn<AnswerHabit>("answerHabit");
    QTest::addColumn<int>("verifies");
    const auto drops = Pin2Habit::DropsAfterSignature;
    const auto keeps = Pin2Habit::KeepsUntilDeselected;
    QTest::newRow("RSA, drops PIN2") << CardPersonalisation::Cosmo8Rsa << drops << AnswerHabit::ByLe << 20;
    QTest::newRow("RSA, keeps PIN2") << CardPersonalisation::Cosmo8Rsa << keeps << AnswerHabit::ByLe << 1;
    QTest::newRow("Cosmo 8 EC, drops PIN2")
        << CardPersonalisation::Cosmo8Ec << drops << AnswerHabit::ByLe << 20;
    QTest::newRow("Cosmo 8 EC, keeps PIN2")
        << CardPersonalisation::Cosmo8Ec << keeps << AnswerHabit::ByLe << 1;
    QTest::newRow("Cosmo X EC, drops PIN2")
        << CardPersonalisation::CosmoXEc << drops << AnswerHabit::ByLe << 20;
    QTest::newRow("Cosmo X EC, keeps PIN2")
        << CardPersonalisation::CosmoXEc << keeps << AnswerHabit::ByLe << 1;
    QTest::newRow("RSA over T=0") << CardPersonalisation::Cosmo8Rsa << drops << AnswerHabit::GetResponse
                                  << 20;
    QTest::newRow("EC over T=0") << CardPersonalisation::CosmoXEc << keeps << AnswerHabit::GetResponse << 1;
}

void PcscSigningTest::signsTwenty() {
    QFETCH(CardPersonalisation, personalisation);
    QFETCH(Pin2Habit, pin2Habit);
    QFETCH(AnswerHabit, answerHabit);
    QFETCH(int, verifies);
    VirtualCardOptions options;
    options.pin2Habit = pin2Habit;
    options.answerHabit = answerHabit;
    PcscBench bench;
    const auto card = bench.insert(personalisation, options);
    QCOMPARE(bench.status().state, State::Usable);
    const auto certificate = bench.status().contents->signingCertificate;
    const int length = certificate.keyType() == crypto::KeyType::Rsa ? 32 : 48;

    const auto run = bench.openRun();
    QCOMPARE(codeOf(run), QString());
    QCOMPARE(card->verifyCount(), 1);
    for (int i = 0; i < 20; ++i) {
        const auto digest = digestNumber(i, length);
        const auto signature = bench.sign(*run, digest);
        QCOMPARE(codeOf(signature), QString());
        QVERIFY(PcscBench::fits(certificate, digest, *signature));
        QVERIFY(!PcscBench::fits(certificate, digestNumber(i + 1, length), *signature));
    }
    QCOMPARE(codeOf(bench.closeRun(*run)), QString());
    QCOMPARE(card->signatureCount(), 20);
    QCOMPARE(card->verifyCount(), verifies);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 3);
}

void PcscSigningTest::leavesPin2Closed() {
    VirtualCardOptions options;
    options.pin2Habit = Pin2Habit::KeepsUntilDeselected;
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::CosmoXEc, options);
    const auto run = bench.openRun();
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 48))), QString());
    QCOMPARE(codeOf(bench.closeRun(*run)), QString());
    // whoever comes next finds it so, whatever is selected
    const QByteArray pso = QByteArray::fromHex("002A9E9A30") + QByteArray(48, 'x') + QByteArray(1, '\0');
    QCOMPARE(card->transmit(pso).right(2), QByteArray::fromHex("6985"));
    card->transmit(QByteArray::fromHex("00A4040C1051534344204170706C69636174696F6E"));
    QCOMPARE(card->transmit(QByteArray::fromHex("00200085")), QByteArray::fromHex("63C3"));
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 48))), QStringLiteral("internal-error"));
}

void PcscSigningTest::wrongPinEndsTheRun() {
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::Cosmo8Ec);
    const auto run = bench.openRun("999999");
    QCOMPARE(codeOf(run), QStringLiteral("pin-wrong"));
    QCOMPARE(run.error().count(), 2);
    QCOMPARE(card->verifyCount(), 1);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 2);
    // the right one afterwards
    const auto again = bench.openRun();
    QCOMPARE(codeOf(again), QString());
    QCOMPARE(card->triesLeft(CardPin::Pin2), 3);
    QCOMPARE(codeOf(bench.closeRun(*again)), QString());
}

void PcscSigningTest::lastTryNeedsAWord() {
    VirtualCardOptions options;
    options.pin2Tries = {3, 1};
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::Cosmo8Rsa, options);
    QCOMPARE(bench.status().contents->pin2, (card::PinTries{1, 3}));
    QCOMPARE(codeOf(bench.openRun()), QStringLiteral("pin-last-try"));
    QCOMPARE(card->verifyCount(), 0);
    const auto run = bench.openRun("123456", true);
    QCOMPARE(codeOf(run), QString());
    QCOMPARE(card->triesLeft(CardPin::Pin2), 3);
}

void PcscSigningTest::lastTryGoneWrong_data() {
    QTest::addColumn<quint16>("lastWrongStatus");
    QTest::newRow("63C0") << quint16{0x63C0};
    QTest::newRow("6983") << quint16{0x6983};
    QTest::newRow("6984") << quint16{0x6984};
}

void PcscSigningTest::lastTryGoneWrong() {
    QFETCH(quint16, lastWrongStatus);
    VirtualCardOptions options;
    options.pin2Tries = {3, 1};
    options.lastWrongPinStatus = lastWrongStatus;
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::Cosmo8Rsa, options);
    QCOMPARE(codeOf(bench.openRun("999999", true)), QStringLiteral("pin-blocked"));
    QCOMPARE(card->triesLeft(CardPin::Pin2), 0);
}

void PcscSigningTest::blockedPinIsNotTried() {
    VirtualCardOptions options;
    options.pin2Tries = {3, 0};
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::CosmoXEc, options);
    QCOMPARE(codeOf(bench.openRun("123456", true)), QStringLiteral("pin-blocked"));
    QCOMPARE(card->verifyCount(), 0);
}

void PcscSigningTest::cardThatKeepsItsTriesToItself() {
    VirtualCardOptions options;
    options.tellsTries = false;
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::CosmoXEc, options);
    QCOMPARE(bench.status().state, State::Usable);
    QVERIFY(!bench.status().contents->pin2);
    const auto run = bench.openRun();
    QCOMPARE(codeOf(run), QString());
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 48))), QString());
}

void PcscSigningTest::pinOfWrongLengthIsNotSent() {
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    for (const char* pin : {"", "12345", "1234567890123", "12345x"})
        QCOMPARE(codeOf(bench.openRun(pin)), QStringLiteral("pin-format"));
    QCOMPARE(card->verifyCount(), 0);
}

void PcscSigningTest::digestThatDoesNotFit() {
    PcscBench bench;
    const auto card = bench.insert(CardPersonalisation::Cosmo8Rsa);
    const auto run = bench.openRun();
    QCOMPARE(codeOf(run), QString());
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 48))), QStringLiteral("digest-length"));
    // and the run goes on
    const auto signature = bench.sign(*run, digestNumber(2, 32));
    QCOMPARE(codeOf(signature), QString());

    // a P-384 key takes shorter and longer ones
    bench.remove();
    bench.insert(CardPersonalisation::CosmoXEc);
    const auto certificate = bench.status().contents->signingCertificate;
    const auto other = bench.openRun();
    for (const int length : {32, 48, 64}) {
        const auto digest = digestNumber(3, length);
        const auto value = bench.sign(*other, digest);
        QCOMPARE(codeOf(value), QString());
        QVERIFY(PcscBench::fits(certificate, digest, *value));
    }
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::PcscSigningTest)
#include "tst_PcscSigning.moc"
