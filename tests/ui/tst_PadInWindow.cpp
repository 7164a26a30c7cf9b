#include "WindowBench.h"

#include <QCheckBox>

#include "card/PcscReaders.h"
#include "sandbox/card/VpcdLink.h"
#include "support/PadReader.h"

using namespace signet;
using namespace Qt::StringLiterals;
using sandbox::Pin2Habit;
using signing::SessionState;
using test::PadPerson;
using test::PadReader;
using test::WindowBench;

/** PIN2 typed on the reader's own keys, through the real PC/SC service: the window says when and what for. */
class PadInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everySignatureOnThePad();
    void oneEntryWhereTheCardKeepsIt();
    void cancelledOnTheReader();
    void cancelledInTheWindow();
    void againAfterAWrongPin();
    void typedOnTheComputerInstead();
    void changesAPin();

private:
    /** A window over a card in the reader, with the PIN dialog open. */
    std::unique_ptr<WindowBench> atTheQuestion(Pin2Habit habit = Pin2Habit::DropsAfterSignature);
    PadPerson& person() { return m_reader.person(); }

    PadReader m_reader;
    std::unique_ptr<sandbox::VpcdLink> m_link;
};

void PadInWindow::initTestCase() {
    const QString problem = m_reader.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void PadInWindow::init() {
    person().will({});
    m_link = std::make_unique<sandbox::VpcdLink>(sandbox::VpcdAddress{u"127.0.0.1"_s, PadReader::Port});
}

void PadInWindow::cleanup() {
    m_link.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!PadReader::hasCard(), 10'000);
}

std::unique_ptr<WindowBench> PadInWindow::atTheQuestion(Pin2Habit habit) {
    sandbox::DemoOptions options;
    options.card.pin2Habit = habit;
    auto bench = std::make_unique<WindowBench>(options, std::make_shared<card::PcscReaders>());
    if (!bench->start().isEmpty())
        return nullptr;
    m_link->insert(bench->demo.card());
    const QString name = PadReader::name() + u" (with a PIN pad)"_s;
    const bool opened = bench->open().isEmpty() &&
                        QTest::qWaitFor([&] { return bench->textOf("cardReader") == name; }, 20'000);
    if (!opened)
        return nullptr;
    bench->addSamples();
    return bench->signAndAwaitPin() ? std::move(bench) : nullptr;
}

void PadInWindow::everySignatureOnThePad() {
    const auto bench = atTheQuestion();
    QVERIFY(bench);
    QVERIFY(!bench->find("pinField")->isVisible());
    QVERIFY(bench->find<QCheckBox>("pinOnPad")->isChecked());
    QVERIFY(bench->textOf("pinPadWords").contains(u"on the reader"_s));
    QVERIFY(bench->textOf("pinPromise").contains(u"for each"_s));
    QVERIFY(bench->find<QPushButton>("pinSign")->isEnabled());
    QVERIFY(person().entries().isEmpty());

    person().hesitateAt(1);
    person().hesitateAt(7);
    bench->click("pinSign");
    QTRY_VERIFY_WITH_TIMEOUT(person().isHesitating(), 20'000);
    QTRY_COMPARE(bench->textOf("pinPadWords"), u"Enter PIN2 on the reader: signature 1 of 20"_s);
    QVERIFY(bench->textOf("pinPadAdvice").contains(u"60"_s));
    QVERIFY(!bench->find<QPushButton>("pinSign")->isEnabled());

    person().letGo();
    QTRY_VERIFY_WITH_TIMEOUT(person().entries().size() == 7 && person().isHesitating(), 60'000);
    QVERIFY(bench->pinDialog() != nullptr);
    QTRY_COMPARE(bench->textOf("pinPadWords"), u"Enter PIN2 on the reader: signature 7 of 20"_s);
    QVERIFY(bench->find("pinPadWords")->isVisible());
    QVERIFY(bench->textOf("signWords").contains(u"PIN2"_s));

    person().letGo();
    QVERIFY(bench->awaitEnd(120'000));
    QCOMPARE(bench->countOf(SessionState::Finalized), 20);
    QCOMPARE(person().entries().size(), 20);
    QCOMPARE(bench->pinDialog(), nullptr);
}

void PadInWindow::oneEntryWhereTheCardKeepsIt() {
    const auto bench = atTheQuestion(Pin2Habit::KeepsUntilDeselected);
    QVERIFY(bench);
    bench->click("pinSign");
    QVERIFY(bench->awaitEnd(120'000));
    QCOMPARE(bench->countOf(SessionState::Finalized), 20);
    QCOMPARE(person().entries().size(), 1);
    QCOMPARE(bench->pinDialog(), nullptr);
}

void PadInWindow::cancelledOnTheReader() {
    const auto bench = atTheQuestion();
    QVERIFY(bench);
    person().will({PadPerson::types("123456"), PadPerson::types("123456"), PadPerson::cancels()});
    bench->click("pinSign");
    QVERIFY(bench->awaitEnd());
    QCOMPARE(bench->countOf(SessionState::Finalized), 2);
    QCOMPARE(bench->countOf(SessionState::Cancelled), 18);
    QVERIFY2(bench->message().contains(u"cancelled on the reader"_s), qPrintable(bench->message()));
    QCOMPARE(bench->pinDialog(), nullptr);
}

/** The window cannot take the reader's question back: it says so, stays, and nothing more is signed. */
void PadInWindow::cancelledInTheWindow() {
    const auto bench = atTheQuestion();
    QVERIFY(bench);
    person().hesitateAt(3);
    bench->click("pinSign");
    QTRY_VERIFY_WITH_TIMEOUT(person().isHesitating(), 20'000);
    QTRY_COMPARE(bench->textOf("pinPadWords"), u"Enter PIN2 on the reader: signature 3 of 20"_s);
    bench->click("pinCancel");
    QVERIFY(bench->pinDialog() != nullptr);
    QVERIFY(bench->textOf("pinPadWords").contains(u"press the cancel key"_s));
    bench->click("pinCancel");
    QCOMPARE(bench->pinDialog(), nullptr);
    person().letGo();
    QVERIFY(bench->awaitEnd());
    QCOMPARE(bench->demo.card()->signatureCount(), 2);
    QCOMPARE(bench->countOf(SessionState::Finalized) + bench->countOf(SessionState::Cancelled), 20);
    QVERIFY(bench->countOf(SessionState::Cancelled) >= 18);
}

void PadInWindow::againAfterAWrongPin() {
    const auto bench = atTheQuestion(Pin2Habit::KeepsUntilDeselected);
    QVERIFY(bench);
    person().will({PadPerson::types("654321"), PadPerson::leaves()});
    bench->click("pinSign");
    QTRY_VERIFY_WITH_TIMEOUT(bench->textOf("pinTrouble").contains(u"wrong"_s), 20'000);
    QCOMPARE(bench->textOf("pinTries"), u"2 tries left"_s);
    QCOMPARE(person().entries().size(), 1);
    bench->click("pinSign");
    QTRY_VERIFY_WITH_TIMEOUT(bench->textOf("pinTrouble").contains(u"in time"_s), 20'000);
    bench->click("pinSign");
    QVERIFY(bench->awaitEnd(120'000));
    QCOMPARE(bench->countOf(SessionState::Finalized), 20);
    QCOMPARE(bench->demo.card()->verifyCount(), 2);
}

void PadInWindow::typedOnTheComputerInstead() {
    const auto bench = atTheQuestion();
    QVERIFY(bench);
    bench->find<QCheckBox>("pinOnPad")->setChecked(false);
    QVERIFY(bench->find("pinField")->isVisible());
    QVERIFY(!bench->find<QPushButton>("pinSign")->isEnabled());
    bench->enterPin(test::goodPin());
    QVERIFY(bench->awaitEnd(120'000));
    QCOMPARE(bench->countOf(SessionState::Finalized), 20);
    QVERIFY(person().entries().isEmpty());
}

void PadInWindow::changesAPin() {
    WindowBench bench({}, std::make_shared<card::PcscReaders>());
    QCOMPARE(bench.start(), QString());
    m_link->insert(bench.demo.card());
    QCOMPARE(bench.open(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(bench.textOf("cardReader").contains(PadReader::name()), 20'000);
    bench.click("cardPins");
    QTRY_VERIFY_WITH_TIMEOUT(bench.find("pin1Unblock")->isEnabled(), 10'000);
    bench.click("pin1Unblock");
    bench.find<QCheckBox>("pinFormOnPad")->setChecked(true);
    QVERIFY(!bench.find("pinFormPresent")->isVisible());
    QVERIFY(bench.textOf("pinFormPadWords").contains(u"will ask"_s));
    person().will({PadPerson::types("12345678"), PadPerson::types("8035 8036")});
    person().hesitateAt(2);
    bench.click("pinsGo");
    QTRY_VERIFY_WITH_TIMEOUT(person().isHesitating(), 20'000);
    QTRY_VERIFY(bench.textOf("pinFormPadWords").contains(u"Now enter the new PIN1"_s));
    QVERIFY(!bench.find("pinsClose")->isEnabled());
    person().letGo();
    QTRY_VERIFY_WITH_TIMEOUT(bench.textOf("pinFormTrouble").contains(u"differ"_s), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find("pinsGo")->isEnabled(), 10'000);
    QVERIFY(bench.find<QCheckBox>("pinFormOnPad")->isChecked());
    person().will({PadPerson::types("12345678"), PadPerson::types("8035 8035")});
    bench.click("pinsGo");
    QTRY_VERIFY_WITH_TIMEOUT(bench.find("pinsDone")->isVisible(), 20'000);
    QCOMPARE(bench.demo.card()->triesLeft(sandbox::CardPin::Pin1), 3);
}

QTEST_MAIN(PadInWindow)
#include "tst_PadInWindow.moc"
