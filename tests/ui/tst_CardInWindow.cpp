#include "WindowBench.h"

#include <QComboBox>
#include <QPlainTextEdit>

#include "support/DemoCards.h"
#include "ui/common/WarningList.h"

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
    void warnsBeforeSigning();
    void expiredCardCannotSign();
    void noFalseWarnings();
    void contactlessReader();
    void readersAreTold();

private:
    static sandbox::DemoOptions withCertificates(const sandbox::CertificateTerms& terms) {
        sandbox::DemoOptions options;
        options.certificates = terms;
        return options;
    }
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
    QTRY_COMPARE(bench.textOf("cardHolder"), u"Which card?"_s);
    QTRY_VERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
    const int index = readers->findData(second);
    QVERIFY(index > 0);
    readers->setCurrentIndex(index);
    Q_EMIT readers->activated(index);
    QTRY_VERIFY(bench.find<QPushButton>("signButton")->isEnabled());
    QCOMPARE(bench.cards->selected()->name, second);
}

/** At the panel and in the PIN dialog; it stops nobody. */
void CardInWindow::warnsBeforeSigning() {
    WindowBench bench(withCertificates({-1000, 10, false}));
    QCOMPARE(bench.open(), QString());
    auto* warnings = bench.find<ui::WarningList>("cardWarnings");
    QTRY_VERIFY(warnings->isVisible());
    QVERIFY2(warnings->text().contains(u"expires on"_s), qPrintable(warnings->text()));
    QVERIFY2(warnings->text().contains(u"not a qualified"_s), qPrintable(warnings->text()));
    QVERIFY2(bench.textOf("cardValidity").contains(u"days left"_s), qPrintable(bench.textOf("cardValidity")));
    QVERIFY(!bench.find("cardProblem")->isVisible());
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    QVERIFY(bench.find("pinWarnings")->isVisible());
    QCOMPARE(bench.find<ui::WarningList>("pinWarnings")->text(), warnings->text());
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Finalized), 20);
}

void CardInWindow::expiredCardCannotSign() {
    WindowBench bench(withCertificates({-1000, -2, true}));
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QTRY_VERIFY(bench.find("cardProblem")->isVisible());
    QCOMPARE(bench.textOf("cardHolder"), u"ANDRIS PARAUDZIŅŠ"_s);
    QVERIFY2(bench.textOf("cardValidity").startsWith(u"expired on"_s),
             qPrintable(bench.textOf("cardValidity")));
    QVERIFY2(bench.textOf("signWords").contains(u"expired on"_s), qPrintable(bench.textOf("signWords")));
    QVERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
    QVERIFY(!bench.find("cardWarnings")->isVisible());
    QCOMPARE(bench.demo.card()->verifyCount(), 0);
}

void CardInWindow::noFalseWarnings() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    QVERIFY(!bench.find("cardWarnings")->isVisible());
    QVERIFY(!bench.find("pinWarnings")->isVisible());
    bench.click("pinCancel");
    QVERIFY(bench.awaitEnd());
}

/** Not "unknown card": what to do with it. */
void CardInWindow::contactlessReader() {
    sandbox::DemoOptions options;
    options.card.contactless = true;
    WindowBench bench(options);
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QTRY_VERIFY(bench.find("cardProblem")->isVisible());
    QCOMPARE(bench.textOf("cardHolder"), u"No card to sign with"_s);
    QTRY_VERIFY2(bench.textOf("signWords").contains(u"without contact"_s),
                 qPrintable(bench.textOf("signWords")));
    const auto* hint = bench.find("cardProblem")->findChild<QPlainTextEdit*>(u"errorHint"_s);
    QVERIFY2(hint->toPlainText().contains(u"contact slot"_s), qPrintable(hint->toPlainText()));
    QCOMPARE(bench.demo.card()->exchangeCount(), 0);
}

/** What is in which reader, without opening anything. */
void CardInWindow::readersAreTold() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    auto& plugs = bench.demo.virtualReaders();
    const QString empty = u"Empty reader"_s;
    const QString picc = u"ACS ACR122U PICC Interface"_s;
    const QString expired = u"Old card's reader"_s;
    for (const QString& name : {empty, picc, expired})
        plugs.plugIn(name);
    QVERIFY(plugs.insert(expired, test::cardWith({-1000, -2, true})));
    auto* readers = bench.find<QComboBox>("cardReaders");
    const auto lineOf = [readers](const QString& name) { return readers->itemText(readers->findData(name)); };
    QTRY_VERIFY2(lineOf(expired).endsWith(u"cannot sign"_s), qPrintable(lineOf(expired)));
    QVERIFY(lineOf(expired).contains(u"Bērziņa"_s));
    QCOMPARE(lineOf(empty), u"Empty reader: empty"_s);
    QCOMPARE(lineOf(picc), u"ACS ACR122U PICC Interface: contactless"_s);
    QVERIFY(lineOf(sandbox::VirtualReaders::demoReaderName()).startsWith(u"ANDRIS PARAUDZIŅŠ"_s));
    // The only card that can sign is the one that is signed with.
    QCOMPARE(bench.textOf("cardHolder"), u"ANDRIS PARAUDZIŅŠ"_s);
}

QTEST_MAIN(CardInWindow)
#include "tst_CardInWindow.moc"
