#include <QTest>

#include "card/PcscReaders.h"
#include "sandbox/card/VpcdLink.h"
#include "support/DemoCards.h"
#include "support/PadReader.h"
#include "support/SteppedReaders.h"
#include "unit/signing/CardFaultBench.h"

using namespace signet;
using namespace signet::test;
using namespace std::chrono_literals;
using card::CommandApdu;
using sandbox::CardFault;
using sandbox::CardMishap;
using sandbox::CardPersonalisation;
using sandbox::CardPin;
using sandbox::Pin2Habit;

/** The rows of tst_PcscFaultMatrix for which the reader has to be one of the test's own: it is pulled out,
 * with its card; and it gives an answer without a status. */
class TestPcscReaderFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cell_data();
    void cell();

private:
    PadReader m_reader;
};

void TestPcscReaderFaults::initTestCase() {
    const QString problem = m_reader.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestPcscReaderFaults::cell_data() {
    QTest::addColumn<bool>("isPulledOut");
    QTest::addColumn<bool>("carriedOut");
    QTest::addColumn<int>("exchange");
    QTest::addColumn<QString>("expected");
    // as tst_CardFaultMatrix knows the exchanges of a card that keeps PIN2
    constexpr int verify = 7;
    constexpr int secondPso = 9;
    constexpr int end = 11;
    QTest::newRow("unplugged at VERIFY") << true << false << verify << u"xxx card-removed"_qs;
    QTest::newRow("unplugged after VERIFY") << true << true << verify << u"xxx card-removed"_qs;
    QTest::newRow("unplugged at the second PSO") << true << false << secondPso << u"Fxx card-removed"_qs;
    QTest::newRow("unplugged after the second PSO") << true << true << secondPso << u"Fxx card-removed"_qs;
    QTest::newRow("unplugged at the end") << true << false << end << u"FFF"_qs;
    QTest::newRow("no status at VERIFY") << false << false << verify << u"xxx card-silent"_qs;
    QTest::newRow("no status after VERIFY") << false << true << verify << u"xxx card-silent"_qs;
    QTest::newRow("no status at the second PSO") << false << false << secondPso << u"Fxx card-silent"_qs;
    QTest::newRow("no status after the second PSO") << false << true << secondPso << u"Fxx card-silent"_qs;
    QTest::newRow("no status at the end") << false << false << end << u"FFF"_qs;
}

void TestPcscReaderFaults::cell() {
    QFETCH(const bool, isPulledOut);
    QFETCH(const bool, carriedOut);
    QFETCH(const int, exchange);
    QFETCH(const QString, expected);
    QVERIFY(CardFaultBench::waitUntil([] { return !PadReader::hasCard(); }));  // the last one
    sandbox::VirtualCardOptions options;
    options.pin2Habit = Pin2Habit::KeepsUntilDeselected;
    options.pin2Tries.left = 2;
    const auto card = demoCard(CardPersonalisation::CosmoXEc, options);
    sandbox::VpcdLink link({u"127.0.0.1"_qs, PadReader::Port});
    link.insert(card);
    card::CardLimits limits;
    limits.grace = 60s;  // the exchanges are counted
    const auto stepped = std::make_shared<SteppedReaders>(std::make_shared<card::PcscReaders>(QString()));
    CardFaultBench bench(stepped, limits);
    QVERIFY(bench.waitForSigner());
    stepped->startAnew();
    stepped->atExchange(exchange, [&](const CommandApdu& command, card::CardTransport& inner) {
        if (!isPulledOut) {
            card->addFault({CardMishap::EmptyAnswer, CardFault::Moment::Exchange, 1, carriedOut});
            return inner.transmit(command);
        }
        if (carriedOut)
            static_cast<void>(inner.transmit(command));
        m_reader.unplug();
        return inner.transmit(command);
    });
    QCOMPARE(bench.run(3), expected);
    bench.settle();
    QCOMPARE(card->triesLeft(CardPin::Pin2), exchange > 7 || carriedOut ? 3 : 2);
    QVERIFY(card->verifyCount() <= 1);
    if (isPulledOut) {
        QVERIFY(CardFaultBench::waitUntil([&bench] { return !bench.cards.selected(); }));
        QCOMPARE(bench.run(1), u"x no-card"_qs);
        m_reader.plugIn();
    } else {
        QVERIFY(!CardFaultBench::isPin2Open(*card));
    }
    QCOMPARE(bench.untruthsOf(*card, CardPersonalisation::CosmoXEc), QString());
}

QTEST_GUILESS_MAIN(TestPcscReaderFaults)
#include "tst_PcscReaderFaults.moc"
