#include <QTest>

#include "support/PcscBench.h"
#include "support/PcscNeighbour.h"

namespace signet::test {

using sandbox::AnswerHabit;
using sandbox::CardPersonalisation;
using sandbox::VirtualCardOptions;
using State = card::ReaderStatus::State;

/** What the product reads of cards through the real pcscd, and how it follows cards, readers and pcscd
 * itself. */
class PcscReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsPersonalisations_data();
    void readsPersonalisations();
    void followsCardsInAndOut();
    void followsASwap();
    void refreshesTries();
    void survivesPcscd();

private:
    PcscDaemon m_pcscd;
};

void PcscReadingTest::initTestCase() {
    const QString problem = m_pcscd.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void PcscReadingTest::readsPersonalisations_data() {
    QTest::addColumn<CardPersonalisation>("personalisation");
    QTest::addColumn<AnswerHabit>("habit");
    QTest::addColumn<int>("padding");
    QTest::addColumn<int>("longestRead");
    const auto habit = AnswerHabit::ByLe;
    QTest::newRow("Cosmo 8, RSA") << CardPersonalisation::Cosmo8Rsa << habit << 0 << 256;
    QTest::newRow("Cosmo 8, P-384") << CardPersonalisation::Cosmo8Ec << habit << 0 << 256;
    QTest::newRow("Cosmo X, P-384") << CardPersonalisation::CosmoXEc << habit << 0 << 256;
    QTest::newRow("Estonia, Cosmo 8") << CardPersonalisation::EstonianCosmo8 << habit << 0 << 256;
    QTest::newRow("Estonia, Cosmo X") << CardPersonalisation::EstonianCosmoX << habit << 0 << 256;
    QTest::newRow("T=0, RSA") << CardPersonalisation::Cosmo8Rsa << AnswerHabit::GetResponse << 0 << 256;
    QTest::newRow("T=0, P-384") << CardPersonalisation::Cosmo8Ec << AnswerHabit::GetResponse << 0 << 256;
    QTest::newRow("padded records") << CardPersonalisation::Cosmo8Ec << habit << 32 << 256;
    QTest::newRow("short blocks") << CardPersonalisation::CosmoXEc << habit << 0 << 48;
    QTest::newRow("T=0, short blocks")
        << CardPersonalisation::CosmoXEc << AnswerHabit::GetResponse << 0 << 100;
}

void PcscReadingTest::readsPersonalisations() {
    QFETCH(CardPersonalisation, personalisation);
    QFETCH(AnswerHabit, habit);
    QFETCH(int, padding);
    QFETCH(int, longestRead);
    VirtualCardOptions options;
    options.answerHabit = habit;
    options.paddingAfterRecords = padding;
    options.longestRead = longestRead;
    options.pin2Tries = {3, 2};
    PcscBench bench;
    const auto card = bench.insert(personalisation, options);
    const auto status = bench.status();
    QVERIFY2(status.contents,
             status.problem ? qPrintable(status.problem->message() + status.problem->detail()) : "");
    QCOMPARE(status.contents->signingCertificate.der(), demoIdentity(personalisation).signing.certificateDer);
    QVERIFY(status.contents->authenticationCertificate);
    QCOMPARE(status.contents->authenticationCertificate->der(),
             demoIdentity(personalisation).authentication.certificateDer);
    QCOMPARE(status.contents->signingCertificate.surname(), QStringLiteral("Bērziņa"));
    QCOMPARE(status.contents->pin2, (card::PinTries{2, 3}));
    QCOMPARE(card->verifyCount(), 0);
}

void PcscReadingTest::followsCardsInAndOut() {
    PcscBench bench;
    QVERIFY(bench.waitForState(State::Empty));
    for (int i = 0; i < 3; ++i) {
        bench.insert(CardPersonalisation::CosmoXEc);
        QCOMPARE(bench.status().state, State::Usable);
        bench.remove();
        QCOMPARE(bench.status().state, State::Empty);
    }
}

void PcscReadingTest::followsASwap() {
    PcscBench bench;
    bench.insert(CardPersonalisation::CosmoXEc);
    const auto first = bench.status().contents->signingCertificate;
    bench.link().insert(demoCard(CardPersonalisation::Cosmo8Rsa));
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto contents = bench.status().contents;
            return contents && !(contents->signingCertificate == first);
        },
        10'000));
    QCOMPARE(bench.status().contents->signingCertificate.der(),
             demoIdentity(CardPersonalisation::Cosmo8Rsa).signing.certificateDer);
}

void PcscReadingTest::refreshesTries() {
    PcscBench bench;
    bench.insert(CardPersonalisation::CosmoXEc);
    QCOMPARE(bench.status().contents->pin2, (card::PinTries{3, 3}));
    PcscNeighbour neighbour;
    QVERIFY(neighbour.connectCard(PcscDaemon::firstReader()));
    neighbour.transmit(QByteArray::fromHex("00A4040C1051534344204170706C69636174696F6E"));
    QCOMPARE(neighbour.transmit(QByteArray::fromHex("002000850C393939393939FFFFFFFFFFFF")),
             QByteArray::fromHex("63C2"));
    bench.service().refresh(PcscDaemon::firstReader());
    QVERIFY(QTest::qWaitFor([&] { return bench.status().contents->pin2 == card::PinTries{2, 3}; }, 5000));
}

void PcscReadingTest::survivesPcscd() {
    if (!m_pcscd.isOurs())
        QSKIP("No machine of its own for this test, and the computer's pcscd is not ours to stop");
    PcscBench bench;
    bench.insert(CardPersonalisation::CosmoXEc);
    QCOMPARE(bench.status().state, State::Usable);

    m_pcscd.stop();
    QVERIFY(QTest::qWaitFor([&] { return bench.service().problem().has_value(); }, 10'000));
    QCOMPARE(base::toString(bench.service().problem()->code()), QStringLiteral("pcsc-not-running"));

    const QString problem = m_pcscd.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY(bench.waitForState(State::Usable, 20'000));
    QVERIFY(!bench.service().problem());
    const auto run = bench.openRun();
    QCOMPARE(codeOf(run), QString());
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 48))), QString());
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::PcscReadingTest)
#include "tst_PcscReading.moc"
