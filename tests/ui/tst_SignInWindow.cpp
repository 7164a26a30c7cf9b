#include "WindowBench.h"

#include <QAbstractItemModel>
#include <QTreeView>

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionState;
using test::WindowBench;

/** The main job through the window: sessions in, one PIN, a result in every row. */
class SignInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twentySessions_data();
    void twentySessions();
    void mixedResultsStandInTheRows();
    void mixedResultsOfFinalizing();
    void cancelEndsSoonAndTrue();
    void closingWaitsBehindTheWindow();
};

void SignInWindow::twentySessions_data() {
    QTest::addColumn<sandbox::CardPersonalisation>("personalisation");
    QTest::newRow("P-384") << sandbox::CardPersonalisation::CosmoXEc;
    QTest::newRow("RSA") << sandbox::CardPersonalisation::Cosmo8Rsa;
}

void SignInWindow::twentySessions() {
    QFETCH(sandbox::CardPersonalisation, personalisation);
    sandbox::DemoOptions options;
    options.personalisation = personalisation;
    WindowBench bench(options);
    QCOMPARE(bench.open(), QString());
    bench.click("emptySamples");
    QCOMPARE(bench.sessions.size(), 20);
    QTRY_COMPARE(bench.textOf("signButton"), u"&Sign 20"_s);
    QVERIFY(bench.signAndAwaitPin());
    QCOMPARE(bench.textOf("pinHolder"), u"ANDRIS PARAUDZIŅŠ"_s);
    QVERIFY2(bench.textOf("pinPromise").contains(u"all of these 20"_s),
             qPrintable(bench.textOf("pinPromise")));
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Finalized), 20);
    QCOMPARE(bench.pinDialog(), nullptr);
    QCOMPARE(bench.demo.card()->verifyCount() > 0, true);
    QCOMPARE(bench.demo.card()->signatureCount(), 20);
    QCOMPARE(bench.message(), u"All 20 signed."_s);
    QVERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
}

void SignInWindow::mixedResultsStandInTheRows() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    const QStringList ids = bench.demo.service().sessions;
    auto faults = bench.demo.serviceThread().faults();
    for (int i = 0; i < 3; ++i)
        faults.add({.kind = sandbox::FaultKind::SessionError,
                    .operation = sandbox::Operation::CalculateDigest,
                    .sessionId = ids[i],
                    .code = u"4000%1"_s.arg(i),
                    .message = u"<b>Container %1 is broken</b>"_s.arg(i)});
    faults.add({.kind = sandbox::FaultKind::SessionLeftOut,
                .operation = sandbox::Operation::CalculateDigest,
                .sessionId = ids[3]});
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    QVERIFY(bench.textOf("pinPromise").contains(u"16"_s));
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Finalized), 16);
    QCOMPARE(bench.countOf(SessionState::Failed), 4);
    QAbstractItemModel& table = bench.table();
    QCOMPARE(table.index(0, 1).data().toString(), u"Failed"_s);
    QCOMPARE(table.index(1, 2).data().toString(), u"<b>Container 1 is broken</b>"_s);
    QVERIFY2(!table.index(1, 2).data(Qt::ToolTipRole).toString().contains(u'<'),
             "a tool tip that could be rich text");
    QCOMPARE(table.index(4, 1).data().toString(), u"Signed"_s);
    // The first row in trouble is shown with everything that is known of it.
    QCOMPARE(bench.textOf("detailsState"), u"Failed"_s);
    QVERIFY(bench.find("detailsError")->isVisibleTo(bench.window.get()));
    // Those that failed stay marked: one click tries them again, and only them.
    QTRY_COMPARE(bench.textOf("signButton"), u"&Sign 4"_s);
}

void SignInWindow::mixedResultsOfFinalizing() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    const QStringList ids = bench.demo.service().sessions;
    auto faults = bench.demo.serviceThread().faults();
    for (int i = 0; i < 3; ++i)
        faults.add({.kind = sandbox::FaultKind::SessionError,
                    .operation = sandbox::Operation::FinalizeSigning,
                    .sessionId = ids[i],
                    .code = u"50001"_s,
                    .message = u"Refused"_s});
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Finalized), 17);
    QCOMPARE(bench.countOf(SessionState::Failed), 3);
    QVERIFY2(bench.message().contains(u"17 of 20 signed."_s), qPrintable(bench.message()));
}

void SignInWindow::cancelEndsSoonAndTrue() {
    sandbox::DemoOptions options;
    options.card.timePerSignature = std::chrono::milliseconds(300);
    WindowBench bench(options);
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    bench.enterPin(test::goodPin());
    QTRY_VERIFY_WITH_TIMEOUT(bench.countOf(SessionState::Signed) > 0, 30'000);
    QTRY_VERIFY(bench.pinDialog() == nullptr);  // the PIN was right: the window is free while the card works
    bench.click("stopButton");
    QVERIFY(bench.awaitEnd(10'000));
    QCOMPARE(bench.countOf(SessionState::Cancelled), 20);
    QVERIFY(bench.demo.card()->signatureCount() < 20);
    QCOMPARE(
        bench.demo.serviceThread().counters().values().requests.value(sandbox::Operation::FinalizeSigning),
        0);
}

void SignInWindow::closingWaitsBehindTheWindow() {
    sandbox::DemoOptions options;
    options.card.timePerSignature = std::chrono::milliseconds(200);
    WindowBench bench(options);
    QCOMPARE(bench.open(), QString());
    bool closed = false;
    QObject::connect(bench.window.get(), &ui::MainWindow::closed, [&closed] { closed = true; });
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    bench.enterPin(test::goodPin());
    QTRY_VERIFY_WITH_TIMEOUT(bench.countOf(SessionState::Signed) > 0, 30'000);
    bench.window->close();
    QVERIFY(!bench.window->isVisible());
    QVERIFY(!closed);
    QTRY_VERIFY_WITH_TIMEOUT(closed, 10'000);
    QCOMPARE(bench.countOf(SessionState::Cancelled), 20);
}

QTEST_MAIN(SignInWindow)
#include "tst_SignInWindow.moc"
