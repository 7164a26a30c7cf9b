#include <QAction>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSpinBox>
#include <QTreeWidget>

#include "WindowBench.h"
#include "ui/journal/HistoryDialog.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionState;
using test::WindowBench;

/** What was done is kept, found again, exported, and kept for as long as the person says. */
class HistoryInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAndTheirSessions();
    void exports();
    void keepsForAsLongAsWanted();
};

namespace {

constexpr int Sessions = 2;

void signTwo(WindowBench& bench) {
    bench.sessions.addIdentifiers(bench.demo.service().sessions.mid(0, Sessions));
    QVERIFY(bench.signAndAwaitPin());
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.countOf(SessionState::Finalized), Sessions);
    bench.find<QAction>("actionHistory")->trigger();
    QTRY_COMPARE(bench.find<QTreeWidget>("historyList")->topLevelItemCount(), 1);
}

}  // namespace

void HistoryInWindow::runsAndTheirSessions() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    signTwo(bench);
    if (QTest::currentTestFailed())
        return;
    auto* list = bench.find<QTreeWidget>("historyList");
    QTreeWidgetItem* run = list->topLevelItem(0);
    QVERIFY2(run->text(0).contains(u"ANDRIS PARAUDZIŅŠ"_s), qPrintable(run->text(0)));
    QVERIFY2(run->text(1).contains(u"2 of 2"_s), qPrintable(run->text(1)));
    run->setExpanded(true);
    QTRY_COMPARE(run->childCount(), Sessions);
    QCOMPARE(run->child(0)->text(1), u"done"_s);

    auto* search = bench.find<QLineEdit>("historySearch");
    search->setText(u"no such thing"_s);
    QTRY_COMPARE(list->topLevelItemCount(), 0);
    search->setText(bench.demo.service().sessions.first().left(12));
    QTRY_COMPARE(list->topLevelItemCount(), 1);
}

void HistoryInWindow::exports() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    signTwo(bench);
    if (QTest::currentTestFailed())
        return;
    auto* dialog = bench.find<ui::HistoryDialog>("historyDialog");
    const QString path = bench.place.filePath(u"history.json"_s);
    bench.click("historyExport");
    auto* chooser = dialog->findChild<QDialog*>(u"historyFile"_s);
    QVERIFY(chooser != nullptr);
    QMetaObject::invokeMethod(chooser, "fileSelected", Q_ARG(QString, path));
    chooser->close();
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(rows.size(), Sessions);
}

void HistoryInWindow::keepsForAsLongAsWanted() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.find<QAction>("actionHistory")->trigger();
    auto* keep = bench.find<QSpinBox>("historyKeep");
    QTRY_COMPARE(keep->value(), 365);
    keep->setValue(30);
    Q_EMIT keep->editingFinished();
    const auto kept = [&bench] { return bench.journal->keepDays().result().value_or(0); };
    QTRY_COMPARE(kept(), 30);
}

QTEST_MAIN(HistoryInWindow)
#include "tst_HistoryInWindow.moc"
