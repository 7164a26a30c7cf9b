#include <QTest>

#include "support/PadReader.h"
#include "support/PcscBench.h"
#include "support/PcscNeighbour.h"

namespace signet::test {

using sandbox::AnswerHabit;
using sandbox::CardPersonalisation;
using sandbox::CardPin;
using sandbox::Pin2Habit;
using sandbox::VirtualCardOptions;
using State = card::ReaderStatus::State;

/** A reader that speaks T=0 only, through the real pcscd: no command has both data and Le, every answer is
 * fetched. */
class PcscT0Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAndSigns_data();
    void readsAndSigns();
    void wrongPinIsTriedOnce();
    void virtualReaderSpeaksT1();

private:
    static VirtualCardOptions options(Pin2Habit habit) {
        VirtualCardOptions options;
        options.answerHabit = AnswerHabit::GetResponse;
        options.pin2Habit = habit;
        return options;
    }

    std::unique_ptr<PadReader> m_reader;
};

void PcscT0Test::initTestCase() {
    m_reader = std::make_unique<PadReader>();
    const QString problem = m_reader->start(PadReader::Protocols::OnlyT0);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void PcscT0Test::readsAndSigns_data() {
    QTest::addColumn<CardPersonalisation>("personalisation");
    QTest::addColumn<Pin2Habit>("habit");
    QTest::newRow("RSA, drops PIN2") << CardPersonalisation::Cosmo8Rsa << Pin2Habit::DropsAfterSignature;
    QTest::newRow("P-384, keeps PIN2") << CardPersonalisation::CosmoXEc << Pin2Habit::KeepsUntilDeselected;
}

void PcscT0Test::readsAndSigns() {
    QFETCH(const CardPersonalisation, personalisation);
    QFETCH(const Pin2Habit, habit);
    const int length = personalisation == CardPersonalisation::Cosmo8Rsa ? 32 : 48;
    PcscBench bench({}, {PadReader::name(), PadReader::Port});
    const auto card = bench.insert(personalisation, options(habit));
    PcscNeighbour neighbour;
    QVERIFY(neighbour.connectCard(PadReader::name()));
    QVERIFY(!neighbour.isT1());
    neighbour.disconnectCard();
    QCOMPARE(bench.status().state, State::Usable);
    const auto contents = bench.status().contents;
    QCOMPARE(contents->signingCertificate.der(), demoIdentity(personalisation).signing.certificateDer);
    QCOMPARE(contents->authenticationCertificate->der(),
             demoIdentity(personalisation).authentication.certificateDer);
    const auto run = bench.openRun();
    QCOMPARE(codeOf(run), QString());
    for (int i = 1; i <= 3; ++i) {
        const auto signature = bench.sign(*run, digestNumber(i, length));
        QCOMPARE(codeOf(signature), QString());
        QVERIFY(PcscBench::fits(contents->signingCertificate, digestNumber(i, length), *signature));
    }
    QCOMPARE(codeOf(bench.closeRun(*run)), QString());
    QCOMPARE(card->signatureCount(), 3);
    QVERIFY(card->verifyCount() <= 3);
    bench.remove();
}

void PcscT0Test::wrongPinIsTriedOnce() {
    PcscBench bench({}, {PadReader::name(), PadReader::Port});
    const auto card = bench.insert(CardPersonalisation::CosmoXEc, options(Pin2Habit::KeepsUntilDeselected));
    QCOMPARE(codeOf(bench.openRun("654321")), QStringLiteral("pin-wrong"));
    QCOMPARE(card->verifyCount(), 1);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 2);
    bench.remove();
}

/** So the other tests over pcscd are about T=1. */
void PcscT0Test::virtualReaderSpeaksT1() {
    m_reader.reset();
    PcscDaemon daemon;
    QCOMPARE(daemon.start(), QString());
    PcscBench bench;
    bench.insert(CardPersonalisation::CosmoXEc);
    PcscNeighbour neighbour;
    QVERIFY(neighbour.connectCard(PcscDaemon::firstReader()));
    QVERIFY(neighbour.isT1());
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::PcscT0Test)
#include "tst_PcscT0.moc"
