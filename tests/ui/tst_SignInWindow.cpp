#include "WindowBench.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QTreeView>

#include "signing/BatchOrder.h"
#include "unit/signing/SealFiles.h"

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
    void closedInMidRunItComesBackWithTheResult();
    void closedInMidRunItStaysAwayWhenAllIsWell();
    void saysThatThePinIsAwaited();
    void theProfilesCertificateIsSeenBefore();
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
    QCOMPARE(bench.start(), QString());
    signing::Profile profile = *bench.profiles.find(u"Demo"_s);
    profile.confirmTime = std::chrono::seconds(2);
    bench.profiles.save(profile);
    QCOMPARE(bench.open(), QString());
    const QStringList ids = bench.demo.service().sessions;
    auto faults = bench.demo.serviceThread().faults();
    for (int i = 0; i < 3; ++i)
        faults.add({.kind = sandbox::FaultKind::SessionError,
                    .operation = sandbox::Operation::FinalizeSigning,
                    .sessionId = ids[i],
                    .code = u"5000%1"_s.arg(i),
                    .message = u"Refused for reason %1"_s.arg(i)});
    faults.add({.kind = sandbox::FaultKind::SessionLeftOut,
                .operation = sandbox::Operation::FinalizeSigning,
                .sessionId = ids[3]});
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    // From here on nobody can see whether the one that is left out was done.
    faults.add({.kind = sandbox::FaultKind::Refused,
                .operation = sandbox::Operation::List,
                .sessionId = ids[3],
                .status = 500});
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Finalized), 16);
    QCOMPARE(bench.countOf(SessionState::Failed), 3);
    QCOMPARE(bench.countOf(SessionState::Unconfirmed), 1);
    QVERIFY2(bench.message().contains(u"16 of 20 signed. 3 failed: each row says why. 1 unconfirmed"_s),
             qPrintable(bench.message()));
    auto* table = bench.find<QTreeView>("sessionTable");
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(bench.table().index(i, 1).data().toString(), u"Failed"_s);
        QCOMPARE(bench.table().index(i, 2).data().toString(), u"Refused for reason %1"_s.arg(i));
        table->setCurrentIndex(bench.table().index(i, 0));
        const auto* error = bench.find("detailsError");
        QCOMPARE(error->findChild<QLabel*>(u"errorCode"_s)->text(), u"Code: 5000%1"_s.arg(i));
    }
    QCOMPARE(bench.table().index(3, 1).data().toString(), u"Unconfirmed"_s);
    QVERIFY(!bench.table().index(3, 2).data().toString().isEmpty());
    // What failed can be tried again at once; what is in doubt cannot.
    QTRY_COMPARE(bench.textOf("signButton"), u"&Sign 3"_s);
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

void SignInWindow::closedInMidRunItComesBackWithTheResult() {
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
    QTRY_VERIFY_WITH_TIMEOUT(bench.window->isVisible(), 10'000);
    QVERIFY(!closed);
    QCOMPARE(bench.countOf(SessionState::Cancelled), 20);
    QVERIFY2(bench.message().contains(u"20 cancelled"_s), qPrintable(bench.message()));
    bench.window->close();
    QVERIFY(closed);
}

void SignInWindow::closedInMidRunItStaysAwayWhenAllIsWell() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bool closed = false;
    QObject::connect(bench.window.get(), &ui::MainWindow::closed, [&closed] { closed = true; });
    bench.demo.serviceThread().faults().add({.kind = sandbox::FaultKind::Delay,
                                             .operation = sandbox::Operation::FinalizeSigning,
                                             .amount = 1500});
    const int few = signing::BatchOrder().firstChunk;
    bench.sessions.addIdentifiers(bench.demo.service().sessions.mid(0, few));
    QVERIFY(bench.signAndAwaitPin());
    bench.enterPin(test::goodPin());
    // All of them are in the one request that has left: it is waited for.
    const auto arrived = [&bench] {
        return bench.demo.serviceThread().counters().values().finalizeRequests.size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(arrived(), few, 30'000);
    bench.window->close();
    QVERIFY(!closed);
    QTRY_VERIFY_WITH_TIMEOUT(closed, 20'000);
    QVERIFY(!bench.window->isVisible());
    QCOMPARE(bench.countOf(SessionState::Finalized), few);
}

void SignInWindow::saysThatThePinIsAwaited() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    QCOMPARE(bench.textOf("signWords"), u"Waiting for your PIN2"_s);
    bench.enterPin(test::goodPin());
    QVERIFY(bench.textOf("signWords") != u"Waiting for your PIN2"_s);
    QVERIFY(bench.awaitEnd());
}

void SignInWindow::theProfilesCertificateIsSeenBefore() {
    const test::SealFiles files("");
    WindowBench bench;
    QCOMPARE(bench.start(), QString());
    signing::Profile profile = *bench.profiles.find(u"Demo"_s);
    profile.authCertificateFile = files.auth;
    bench.profiles.save(profile);
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    auto* button = bench.find<QPushButton>("signButton");
    QTRY_VERIFY(button->isEnabled());
    QVERIFY(bench.textOf("signWords").startsWith(u"Your signature goes into"_s));
    files.write("auth.pem", "no certificate any more");
    bench.click("markNone");
    bench.click("markAll");
    QTRY_COMPARE(bench.textOf("signWords"),
                 base::Error(base::ErrorCode::AuthCertificateInvalid, {files.auth}).message());
    QVERIFY(!button->isEnabled());
}

QTEST_MAIN(SignInWindow)
#include "tst_SignInWindow.moc"
