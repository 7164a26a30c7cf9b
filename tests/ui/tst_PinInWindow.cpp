#include "WindowBench.h"

#include <QCheckBox>
#include <QLineEdit>

#include "ui/common/SecretField.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionState;
using test::WindowBench;

/** The PIN question: every entry that can cost a try is a person's own, and says what it costs. */
class PinInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrongThenRightInTheSameDialog();
    void onlyDigitsOfTheRightNumber();
    void lastTryWantsAWord();
    void wrongOnTheLastTryBlocks();
    void blockedIsSaidBeforeAnythingBegins();
    void decliningEndsCancelled();
    void nothingOfThePinStaysInTheField();
    void saysForHowLongItIsKept();
    void asksForEachSignature();
};

void PinInWindow::wrongThenRightInTheSameDialog() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    QWidget* dialog = bench.pinDialog();
    QCOMPARE(bench.textOf("pinTries"), u"3 tries left"_s);
    bench.enterPin(test::wrongPin());
    QTRY_VERIFY_WITH_TIMEOUT(bench.textOf("pinTrouble").contains(u"wrong"_s), 20'000);
    QCOMPARE(bench.pinDialog(), dialog);
    QVERIFY(bench.find("pinTrouble")->isVisible());
    QCOMPARE(bench.textOf("pinTries"), u"2 tries left"_s);
    QCOMPARE(bench.demo.card()->verifyCount(), 1);
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Finalized), 20);
}

void PinInWindow::onlyDigitsOfTheRightNumber() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    auto* field = bench.find<ui::SecretField>("pinField");
    auto* button = bench.find<QPushButton>("pinSign");
    QTest::keyClicks(field, u"12a3 4x5"_s);
    QCOMPARE(field->secret().view(), QByteArrayView("12345"));
    QVERIFY2(!field->text().contains(u'1'), "the line edit knows nothing of it");
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(field, u"6"_s);
    QVERIFY(button->isEnabled());
    QTest::keyClicks(field, u"78901234567"_s);
    QCOMPARE(field->text().size(), 12);
    QCOMPARE(bench.demo.card()->verifyCount(), 0);
    bench.click("pinCancel");
    QVERIFY(bench.awaitEnd());
}

void PinInWindow::lastTryWantsAWord() {
    sandbox::DemoOptions options;
    options.card.pin2Tries = {3, 1};
    WindowBench bench(options);
    QCOMPARE(bench.open(), QString());
    QVERIFY2(bench.textOf("cardTries").contains(u"only one"_s), qPrintable(bench.textOf("cardTries")));
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    auto* agree = bench.find<QCheckBox>("pinAgree");
    auto* button = bench.find<QPushButton>("pinSign");
    QVERIFY(agree->isVisible());
    QVERIFY(!agree->isChecked());
    QTest::keyClicks(bench.find<QLineEdit>("pinField"), test::goodPin());
    QVERIFY(!button->isEnabled());
    QTest::keyClick(bench.find<QLineEdit>("pinField"), Qt::Key_Return);
    QTest::qWait(200);
    QCOMPARE(bench.demo.card()->verifyCount(), 0);
    agree->setChecked(true);
    QVERIFY(button->isEnabled());
    bench.click("pinSign");
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Finalized), 20);
}

void PinInWindow::wrongOnTheLastTryBlocks() {
    sandbox::DemoOptions options;
    options.card.pin2Tries = {3, 1};
    WindowBench bench(options);
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    bench.find<QCheckBox>("pinAgree")->setChecked(true);
    bench.enterPin(test::wrongPin());
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.pinDialog(), nullptr);
    QCOMPARE(bench.countOf(SessionState::Failed), 20);
    QVERIFY(bench.sessions.at(0).error->code() == base::ErrorCode::PinBlocked);
    QVERIFY(bench.message().contains(u"PUK"_s));
    QCOMPARE(bench.demo.card()->verifyCount(), 1);
}

void PinInWindow::blockedIsSaidBeforeAnythingBegins() {
    sandbox::DemoOptions options;
    options.card.pin2Tries = {3, 0};
    WindowBench bench(options);
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QTRY_VERIFY(bench.textOf("signWords").contains(u"blocked"_s));
    QVERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
    QCOMPARE(bench.demo.card()->verifyCount(), 0);
}

void PinInWindow::decliningEndsCancelled() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    QTest::keyClick(bench.pinDialog(), Qt::Key_Escape);
    QVERIFY(bench.awaitEnd(10'000));
    QCOMPARE(bench.pinDialog(), nullptr);
    QCOMPARE(bench.countOf(SessionState::Cancelled), 20);
    QCOMPARE(bench.demo.card()->verifyCount(), 0);
    QTRY_COMPARE(bench.textOf("signButton"), u"&Sign 20"_s);
}

void PinInWindow::nothingOfThePinStaysInTheField() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    auto* field = bench.find<QLineEdit>("pinField");
    bench.enterPin(test::wrongPin());
    QCOMPARE(field->text(), QString());
    QVERIFY(!field->isUndoAvailable());
    QTRY_VERIFY(field->isEnabled());
    bench.click("pinCancel");
    QVERIFY(bench.awaitEnd());
}

void PinInWindow::saysForHowLongItIsKept() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    QVERIFY(bench.textOf("pinPromise").contains(u"one entry"_s));
    QVERIFY(bench.find("pinKeeping")->isVisible());
    QVERIFY(bench.textOf("pinKeeping").contains(u"this batch only"_s));
    bench.click("pinCancel");
    QVERIFY(bench.awaitEnd());
}

/** The profile wants it: the dialog comes again, and says which one it is for. */
void PinInWindow::asksForEachSignature() {
    sandbox::DemoOptions options;
    options.card.pin2Habit = sandbox::Pin2Habit::KeepsUntilDeselected;
    WindowBench bench(options);
    QCOMPARE(bench.start(), QString());
    signing::Profile profile = *bench.profiles.find(u"Demo"_s);
    profile.askForEachSignature = true;
    bench.profiles.save(profile);
    QCOMPARE(bench.open(), QString());
    bench.window->addIdentifiers(bench.demo.service().sessions.first(3));
    QVERIFY(bench.signAndAwaitPin());
    for (int number = 1; number <= 3; ++number) {
        const QString which = u"Signature %1 of 3"_s.arg(number);
        const auto asked = [&] {
            return bench.pinDialog() != nullptr && bench.textOf("pinPromise").contains(which) &&
                   bench.find("pinField")->isEnabled();
        };
        QVERIFY2(QTest::qWaitFor(asked, 20'000), qPrintable(which));
        QVERIFY(!bench.find("pinKeeping")->isVisible());
        QCOMPARE(bench.demo.card()->verifyCount(), number - 1);
        QCOMPARE(bench.demo.card()->signatureCount(), number - 1);
        bench.enterPin(test::goodPin());
    }
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.pinDialog(), nullptr);
    QCOMPARE(bench.countOf(SessionState::Finalized), 3);
    QCOMPARE(bench.demo.card()->verifyCount(), 3);
}

QTEST_MAIN(PinInWindow)
#include "tst_PinInWindow.moc"
