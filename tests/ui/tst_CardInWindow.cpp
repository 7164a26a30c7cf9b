#include "WindowBench.h"

#include <QComboBox>

#include "support/DemoCards.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionState;
using test::WindowBench;

/** Cards and readers come and go, and the window follows. */
class CardInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void removedAndInserted();
    void removedWhileSigning();
    void twoCardsWantAChoice();
};

void CardInWindow::removedAndInserted() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    const QString reader = sandbox::VirtualReaders::demoReaderName();
    QTRY_COMPARE(bench.textOf("cardHolder"), u"ANDRIS PARAUDZIŅŠ"_s);
    QCOMPARE(bench.textOf("cardPersonCode"), u"PNOLV-010180-12345"_s);
    bench.demo.virtualReaders().remove(reader);
    QTRY_COMPARE(bench.textOf("cardHolder"), u"No card to sign with"_s);
    QTRY_VERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
    bench.demo.virtualReaders().unplug(reader);
    QTRY_VERIFY(bench.textOf("signWords").contains(u"no card reader"_s));
    bench.demo.virtualReaders().plugIn(reader);
    bench.demo.virtualReaders().insert(reader, bench.demo.card());
    QTRY_COMPARE(bench.textOf("cardHolder"), u"ANDRIS PARAUDZIŅŠ"_s);
    QTRY_VERIFY(bench.find<QPushButton>("signButton")->isEnabled());
}

void CardInWindow::removedWhileSigning() {
    sandbox::DemoOptions options;
    options.card.faults = {{.mishap = sandbox::CardMishap::Removed,
                            .moment = sandbox::CardFault::Moment::Signature,
                            .number = 6}};
    WindowBench bench(options);
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Finalized), 5);
    QCOMPARE(bench.countOf(SessionState::Failed), 15);
    QVERIFY2(bench.message().contains(u"taken out"_s), qPrintable(bench.message()));
    QTRY_COMPARE(bench.textOf("cardHolder"), u"No card to sign with"_s);
}

void CardInWindow::twoCardsWantAChoice() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    const QString second = u"Another reader"_s;
    bench.demo.virtualReaders().plugIn(second);
    QVERIFY(
        bench.demo.virtualReaders().insert(second, test::demoCard(sandbox::CardPersonalisation::Cosmo8Rsa)));
    auto* readers = bench.find<QComboBox>("cardReaders");
    QTRY_VERIFY(readers->isVisible());
    QTRY_VERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
    const int index = readers->findData(second);
    QVERIFY(index > 0);
    readers->setCurrentIndex(index);
    Q_EMIT readers->activated(index);
    QTRY_VERIFY(bench.find<QPushButton>("signButton")->isEnabled());
    QCOMPARE(bench.cards->selected()->name, second);
}

QTEST_MAIN(CardInWindow)
#include "tst_CardInWindow.moc"
