#include <QCheckBox>
#include <QTreeWidget>

#include "WindowBench.h"
#include "signing/Unfinished.h"
#include "ui/common/MessageBar.h"
#include "ui/window/MainWindow.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionState;
using test::WindowBench;

namespace {

using sandbox::FaultKind;
using sandbox::Operation;

constexpr int Sessions = 3;

/** The window, with little patience for unclear ends. */
QString openImpatient(WindowBench& bench) {
    if (const QString problem = bench.start(); !problem.isEmpty())
        return problem;
    signing::Profile profile = *bench.profiles.find(bench.profiles.currentName());
    profile.confirmTime = std::chrono::seconds(1);
    bench.profiles.save(profile);
    return bench.open();
}

/** Signs three of the samples; the service does `kind` instead of answering, and shows nothing afterwards. */
void loseSight(WindowBench& bench, FaultKind kind) {
    auto faults = bench.demo.serviceThread().faults();
    faults.add({.kind = kind, .operation = Operation::FinalizeSigning});
    bench.sessions.addIdentifiers(bench.demo.service().sessions.mid(0, Sessions));
    // The listings of before go through; the look-ups afterwards do not.
    QTRY_VERIFY(bench.sessions.at(Sessions - 1).documentsBefore.has_value());
    QVERIFY(bench.signAndAwaitPin());
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Unconfirmed), Sessions);
    faults.clear();
}

int finalizedAt(WindowBench& bench) {
    const auto counts = bench.demo.serviceThread().counters().values();
    int most = 0;
    for (const int times : counts.finalizations)
        most = std::max(most, times);
    return most;
}

}  // namespace

/** What a crash, or an unclear end, left behind: it is said, listed, and gone on with. */
class UnfinishedInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingToSay();
    void sentAgainByAPersonsWord();
    void signedAndNotSentInAnEarlierStart();
};

void UnfinishedInWindow::nothingToSay() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    QTest::qWait(300);
    QVERIFY(!bench.find("unfinishedBar")->isVisible());
}

void UnfinishedInWindow::sentAgainByAPersonsWord() {
    WindowBench bench;
    QCOMPARE(openImpatient(bench), QString());
    loseSight(bench, FaultKind::HangUpBeforeWork);
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY(bench.find("unfinishedBar")->isVisible());
    const QString counted = QStringLiteral("(%1 of %1)").arg(Sessions);
    QVERIFY(bench.find<ui::MessageBar>("unfinishedBar")->text().contains(counted));

    // Going on looks again, and does not send what may have been carried out.
    bench.click("unfinishedGoOn");
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Unconfirmed), Sessions);
    QCOMPARE(finalizedAt(bench), 0);

    QTRY_VERIFY(bench.find("unfinishedBar")->isVisible());
    bench.click("unfinishedList");
    auto* list = bench.find<QTreeWidget>("unfinishedSessions");
    QTRY_COMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->childCount(), Sessions);
    bench.find<QCheckBox>("unfinishedResend")->setChecked(true);
    bench.click("unfinishedDialogGoOn");
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Finalized), Sessions);
    QCOMPARE(finalizedAt(bench), 1);
    QCOMPARE(bench.demo.card()->signatureCount(), Sessions);
    QTRY_VERIFY(!bench.find("unfinishedBar")->isVisible());
}

void UnfinishedInWindow::signedAndNotSentInAnEarlierStart() {
    WindowBench bench;
    QCOMPARE(openImpatient(bench), QString());
    bench.demo.serviceThread().faults().add(
        {.kind = FaultKind::Delay, .operation = Operation::List, .amount = 30'000});
    bench.sessions.addIdentifiers(bench.demo.service().sessions.mid(0, Sessions));
    QVERIFY(bench.signAndAwaitPin());
    bench.enterPin(test::goodPin());
    QTRY_COMPARE_WITH_TIMEOUT(bench.countOf(SessionState::Signed), Sessions, 60'000);
    bench.click("stopButton");
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Cancelled), Sessions);
    QCOMPARE(bench.sessions.at(0).error->publicCode(), QStringLiteral("signature-unsent"));
    bench.demo.serviceThread().faults().clear();

    // As after a new start: nothing is in the list.
    QList<signing::SessionKey> keys;
    for (int row = 0; row < bench.sessions.size(); ++row)
        keys += bench.sessions.at(row).key;
    bench.sessions.remove(keys);
    QTRY_VERIFY(bench.find("unfinishedBar")->isVisible());
    bench.click("unfinishedGoOn");
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Finalized), Sessions);
    QCOMPARE(bench.demo.card()->signatureCount(), Sessions);
    QCOMPARE(bench.pinDialog(), nullptr);
    QTRY_VERIFY(!bench.find("unfinishedBar")->isVisible());
}

QTEST_MAIN(UnfinishedInWindow)
#include "tst_UnfinishedInWindow.moc"
