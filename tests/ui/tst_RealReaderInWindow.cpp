#include "WindowBench.h"

#include "card/PcscReaders.h"
#include "sandbox/card/VpcdLink.h"
#include "support/DemoCards.h"
#include "support/PcscDaemon.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionState;
using test::WindowBench;

/** The window, the computer's own PC/SC service, and a card in its virtual reader. */
class RealReaderInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twentySessions_data();
    void twentySessions();

private:
    test::PcscDaemon m_daemon;
};

void RealReaderInWindow::initTestCase() {
    const QString problem = m_daemon.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void RealReaderInWindow::twentySessions_data() {
    QTest::addColumn<sandbox::CardPersonalisation>("personalisation");
    QTest::newRow("P-384") << sandbox::CardPersonalisation::CosmoXEc;
    QTest::newRow("RSA") << sandbox::CardPersonalisation::Cosmo8Rsa;
}

void RealReaderInWindow::twentySessions() {
    QFETCH(sandbox::CardPersonalisation, personalisation);
    sandbox::DemoOptions options;
    options.personalisation = personalisation;
    WindowBench bench(options, std::make_shared<card::PcscReaders>(QString()));
    sandbox::VpcdLink link({u"127.0.0.1"_s, test::PcscDaemon::FirstPort});
    QCOMPARE(bench.start(), QString());
    link.insert(bench.demo.card());
    QCOMPARE(bench.open(), QString());
    QTRY_COMPARE_WITH_TIMEOUT(bench.textOf("cardReader"), test::PcscDaemon::firstReader(), 20'000);
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd(120'000));
    QCOMPARE(bench.countOf(SessionState::Finalized), 20);
    link.remove();
    QTRY_COMPARE_WITH_TIMEOUT(bench.textOf("cardHolder"), u"No card to sign with"_s, 20'000);
}

QTEST_MAIN(RealReaderInWindow)
#include "tst_RealReaderInWindow.moc"
