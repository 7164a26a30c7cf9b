#include "WindowBench.h"

#include <QAction>
#include <QCheckBox>
#include <QLineEdit>

#include "sandbox/card/VirtualReaders.h"

using namespace signet;
using namespace Qt::StringLiterals;
using sandbox::CardPin;
using sandbox::PinTryCounter;
using test::WindowBench;

/** Care for the card's PINs in the window. */
class PinsInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTries();
    void changesPin2AndSigns();
    void changesWithKeysAlone();
    void saysWhatIsWrongWhileTyping();
    void wrongPinCanBeEnteredAgain();
    void lastTryNeedsAWord();
    void unblocks();
    void wrongPuk();
    void everythingBlocked();
    void cardComesAndGoes();
    void notDuringABatch();
    void saysItInThreeLanguages();

private:
    static sandbox::DemoOptions withTries(int pin1, int pin2, int puk) {
        sandbox::DemoOptions options;
        options.card.pin1Tries = {3, pin1};
        options.card.pin2Tries = {3, pin2};
        options.card.pukTries = {3, puk};
        return options;
    }
    static bool isOpen(const WindowBench& bench) {
        auto* dialog = bench.window->findChild<QWidget*>(u"pinsDialog"_s);
        return dialog != nullptr && dialog->isVisible();
    }
    /** The dialog, with the card's PINs in it. */
    static bool openPins(WindowBench& bench) {
        bench.click("cardPins");
        return isOpen(bench) && QTest::qWaitFor([&] { return bench.textOf("pin1State") != u"…"_s; }, 10'000);
    }
    static void type(const WindowBench& bench, const QString& present, const QString& fresh,
                     const QString& again) {
        QTest::keyClicks(bench.find<QLineEdit>("pinFormPresent"), present);
        QTest::keyClicks(bench.find<QLineEdit>("pinFormNew"), fresh);
        QTest::keyClicks(bench.find<QLineEdit>("pinFormAgain"), again);
    }
    static bool canGo(const WindowBench& bench) { return bench.find<QPushButton>("pinsGo")->isEnabled(); }
    /** On it alone: the states lie on the other page. */
    static bool isOnForm(const WindowBench& bench) {
        return bench.find("pinFormHeading")->isVisible() && !bench.find("pin1State")->isVisible();
    }
};

void PinsInWindow::showsTries() {
    WindowBench bench(withTries(2, 1, 3));
    QCOMPARE(bench.open(), QString());
    QVERIFY(openPins(bench));
    QCOMPARE(bench.textOf("pin1State"), u"2 tries left"_s);
    QCOMPARE(bench.textOf("pin2State"), u"only one try left!"_s);
    QCOMPARE(bench.textOf("pukState"), u"3 tries left"_s);
    QVERIFY(bench.find("pin1Change")->isEnabled() && bench.find("pin2Change")->isEnabled());
    QCOMPARE(bench.demo.card()->verifyCount(), 0);
    QTest::keyClick(bench.find("pinsDialog"), Qt::Key_Escape);
    QVERIFY(!isOpen(bench));
}

void PinsInWindow::changesPin2AndSigns() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QVERIFY(openPins(bench));
    bench.click("pin2Change");
    QVERIFY(isOnForm(bench));
    QVERIFY(!canGo(bench));
    type(bench, u"123456"_s, u"902731"_s, u"902731"_s);
    QVERIFY(canGo(bench));
    bench.click("pinsGo");
    QTRY_VERIFY_WITH_TIMEOUT(bench.find("pinsDone")->isVisible(), 10'000);
    QVERIFY(bench.textOf("pinsDone").contains(u"PIN2 is changed"_s));
    QVERIFY(!isOnForm(bench));
    bench.click("pinsClose");
    QVERIFY(bench.signAndAwaitPin());
    bench.enterPin(u"902731"_s);
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(signing::SessionState::Finalized), 20);
}

void PinsInWindow::changesWithKeysAlone() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    QTest::keyClick(bench.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(isOpen(bench) && bench.find("pin1Change")->isEnabled());
    auto* dialog = bench.find("pinsDialog");
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    bench.find("pin1Change")->setFocus();
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(dialog->focusWidget(), bench.find<QLineEdit>("pinFormPresent"));
    for (const char* digits : {"1234", "8035", "8035"}) {
        QTest::keyClicks(dialog->focusWidget(), QString::fromLatin1(digits));
        if (!canGo(bench))
            QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    }
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find("pinsDone")->isVisible(), 10'000);
    QVERIFY(bench.textOf("pinsDone").contains(u"PIN1 is changed"_s));
}

void PinsInWindow::saysWhatIsWrongWhileTyping() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    QVERIFY(openPins(bench));
    bench.click("pin1Change");
    QCOMPARE(bench.textOf("pinFormNote"), u"The new PIN1 has 4 to 12 digits."_s);
    type(bench, u"1234"_s, u"1234"_s, QString());
    QVERIFY(bench.textOf("pinFormNote").contains(u"same"_s));
    bench.find<QLineEdit>("pinFormNew")->clear();
    type(bench, QString(), u"8035"_s, u"8036"_s);
    QVERIFY(bench.textOf("pinFormNote").contains(u"differ"_s));
    QVERIFY(!canGo(bench));
    bench.find<QLineEdit>("pinFormAgain")->clear();
    type(bench, QString(), QString(), u"8035"_s);
    QVERIFY(canGo(bench));
    for (const char* field : {"pinFormNew", "pinFormAgain"})
        bench.find<QLineEdit>(field)->clear();
    type(bench, QString(), u"1111"_s, u"1111"_s);
    QVERIFY(bench.textOf("pinFormNote").contains(u"easily guessed"_s));
    QVERIFY(canGo(bench));  // a warning, not a refusal
    bench.click("pinsBack");
    QVERIFY(!isOnForm(bench));
    QCOMPARE(bench.textOf("pinFormPresent"), QString());
    QCOMPARE(bench.demo.card()->triesLeft(CardPin::Pin1), 3);
}

void PinsInWindow::wrongPinCanBeEnteredAgain() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    QVERIFY(openPins(bench));
    bench.click("pin1Change");
    type(bench, u"9999"_s, u"8035"_s, u"8035"_s);
    bench.click("pinsGo");
    QTRY_VERIFY_WITH_TIMEOUT(bench.textOf("pinFormTrouble").contains(u"PIN1 is wrong"_s), 10'000);
    QTRY_COMPARE(bench.textOf("pinFormTries"), u"Tries left for PIN1: 2"_s);
    QVERIFY(isOnForm(bench));
    QCOMPARE(bench.textOf("pinFormNew"), QString());
    QCOMPARE(bench.demo.card()->triesLeft(CardPin::Pin1), 2);
    type(bench, u"1234"_s, u"8035"_s, u"8035"_s);
    QTRY_VERIFY(canGo(bench));
    bench.click("pinsGo");
    QTRY_VERIFY_WITH_TIMEOUT(bench.find("pinsDone")->isVisible(), 10'000);
    QCOMPARE(bench.textOf("pin1State"), u"3 tries left"_s);
}

void PinsInWindow::lastTryNeedsAWord() {
    WindowBench bench(withTries(3, 1, 3));
    QCOMPARE(bench.open(), QString());
    QVERIFY(openPins(bench));
    bench.click("pin2Change");
    type(bench, u"999999"_s, u"902731"_s, u"902731"_s);
    QVERIFY(!canGo(bench));
    QVERIFY(bench.textOf("pinFormTries").contains(u"one try"_s));
    bench.find<QCheckBox>("pinFormAgree")->setChecked(true);
    QVERIFY(canGo(bench));
    bench.click("pinsGo");
    QTRY_COMPARE_WITH_TIMEOUT(bench.textOf("pin2State"), u"blocked: unblock it with the PUK"_s, 10'000);
    QVERIFY(!isOnForm(bench));
    QVERIFY(bench.find("pinsError")->isVisible());
    QVERIFY(!bench.find("pin2Change")->isEnabled());
    QVERIFY(bench.find("pin2Unblock")->isEnabled());
}

void PinsInWindow::unblocks() {
    WindowBench bench(withTries(3, 0, 3));
    QCOMPARE(bench.open(), QString());
    QVERIFY(openPins(bench));
    bench.click("pin2Unblock");
    QVERIFY(bench.textOf("pinFormAdvice").contains(u"envelope"_s));
    type(bench, u"12345678"_s, u"902731"_s, u"902731"_s);
    bench.click("pinsGo");
    QTRY_VERIFY_WITH_TIMEOUT(bench.find("pinsDone")->isVisible(), 10'000);
    QVERIFY(bench.textOf("pinsDone").contains(u"PIN2 is unblocked"_s));
    QCOMPARE(bench.textOf("pin2State"), u"3 tries left"_s);
    QCOMPARE(bench.textOf("cardTries"), u"3 tries left"_s);
    QVERIFY(!bench.find("cardProblem")->isVisibleTo(bench.find("cardPanel")));
    QCOMPARE(bench.demo.card()->triesLeft(CardPin::Pin2), 3);
}

void PinsInWindow::wrongPuk() {
    WindowBench bench(withTries(0, 3, 3));
    QCOMPARE(bench.open(), QString());
    QVERIFY(openPins(bench));
    bench.click("pin1Unblock");
    type(bench, u"99999999"_s, u"8035"_s, u"8035"_s);
    bench.click("pinsGo");
    QTRY_VERIFY_WITH_TIMEOUT(bench.textOf("pinFormTrouble").contains(u"PUK is wrong"_s), 10'000);
    QTRY_COMPARE(bench.textOf("pinFormTries"), u"Tries left for PUK: 2"_s);
    QCOMPARE(bench.demo.card()->triesLeft(CardPin::Puk), 2);
    QCOMPARE(bench.demo.card()->triesLeft(CardPin::Pin1), 0);
}

void PinsInWindow::everythingBlocked() {
    WindowBench bench(withTries(0, 0, 0));
    QCOMPARE(bench.open(), QString());
    QVERIFY(openPins(bench));
    for (const char* state : {"pin1State", "pin2State", "pukState"})
        QVERIFY2(bench.textOf(state).contains(u"office"_s), state);
    for (const char* button : {"pin1Change", "pin1Unblock", "pin2Change", "pin2Unblock"})
        QVERIFY2(!bench.find(button)->isEnabled(), button);
}

void PinsInWindow::cardComesAndGoes() {
    WindowBench bench(withTries(3, 3, 2));
    QCOMPARE(bench.open(), QString());
    QVERIFY(openPins(bench));
    bench.click("pin1Change");
    type(bench, u"1234"_s, u"8035"_s, u"8035"_s);
    const QString reader = sandbox::VirtualReaders::demoReaderName();
    bench.demo.virtualReaders().remove(reader);
    QTRY_COMPARE_WITH_TIMEOUT(bench.textOf("pinsHolder"), u"No card"_s, 10'000);
    QVERIFY(!isOnForm(bench));
    QVERIFY(bench.find("pinsError")->isVisible());
    QVERIFY(bench.demo.virtualReaders().insert(reader, bench.demo.card()));
    QTRY_COMPARE_WITH_TIMEOUT(bench.textOf("pukState"), u"2 tries left"_s, 10'000);
    QVERIFY(!bench.find("pinsError")->isVisible());
    bench.click("pin1Change");
    QCOMPARE(bench.textOf("pinFormPresent"), QString());
}

void PinsInWindow::notDuringABatch() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    QVERIFY(!bench.find<QAction>("actionPins")->isEnabled());
    QVERIFY(!bench.find("cardPins")->isEnabled());
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    QVERIFY(bench.find<QAction>("actionPins")->isEnabled());
    QVERIFY(bench.find("cardPins")->isEnabled());
}

void PinsInWindow::saysItInThreeLanguages() {
    WindowBench bench(withTries(3, 0, 3));
    QCOMPARE(bench.open(), QString());
    QVERIFY(openPins(bench));
    QSet<QString> words;
    for (const QString& language : {u"en"_s, u"lv"_s, u"ru"_s}) {
        bench.settings.setLanguage(language);
        QTest::qWait(50);  // windows are told of a new language by the event loop
        words.insert(bench.textOf("pin2State"));
        words.insert(bench.textOf("pin2Unblock"));
    }
    QCOMPARE(words.size(), 6);
}

QTEST_MAIN(PinsInWindow)
#include "tst_PinsInWindow.moc"
