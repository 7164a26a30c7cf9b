#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QTreeWidget>

#include "WindowBench.h"
#include "sandbox/card/VirtualReaders.h"
#include "ui/window/MainWindow.h"

using namespace signet;
using namespace Qt::StringLiterals;
using test::WindowBench;

/** Help › Check the set-up: what is wrong, and what to do. */
class CheckupInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsReady();
    void cardIsMissing();
    void serviceIsGone();
};

namespace {

QStringList rows(const WindowBench& bench) {
    QStringList texts;
    const auto* list = bench.find<QTreeWidget>("checkupList");
    for (int i = 0; i < list->topLevelItemCount(); ++i)
        texts += QString(list->topLevelItem(i)->text(0) % u" | " % list->topLevelItem(i)->text(1));
    return texts;
}

bool says(const WindowBench& bench, const QString& words) {
    return QTest::qWaitFor([&] { return bench.textOf("checkupWords").contains(words); }, 30'000);
}

}  // namespace

void CheckupInWindow::everythingIsReady() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.find<QAction>("actionCheckup")->trigger();
    QVERIFY2(says(bench, u"Everything is ready"_s), qPrintable(rows(bench).join(u'\n')));
    QCOMPARE(rows(bench).filter(u"PARAUDZIŅŠ"_s).size(), 3);  // the card and both certificates
    bench.click("checkupCopy");
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"PARAUDZIŅŠ"_s));
}

void CheckupInWindow::cardIsMissing() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.find<QAction>("actionCheckup")->trigger();
    QVERIFY(says(bench, u"Everything is ready"_s));
    // It follows the card by itself.
    bench.demo.virtualReaders().remove(sandbox::VirtualReaders::demoReaderName());
    QVERIFY(says(bench, u"1 thing to mend"_s));
    QCOMPARE(rows(bench).filter(u"There is no card"_s).size(), 1);
    auto* list = bench.find<QTreeWidget>("checkupList");
    const auto troubles = list->findItems(u"There is no card"_s, Qt::MatchStartsWith, 1);
    QCOMPARE(troubles.size(), 1);
    QVERIFY(troubles.first()->child(0)->text(1).contains(u"Insert your eID card"_s));
}

void CheckupInWindow::serviceIsGone() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.demo.serviceThread().faults().add(
        {.kind = sandbox::FaultKind::HangUpBeforeWork, .operation = sandbox::Operation::Configuration});
    bench.find<QAction>("actionCheckup")->trigger();
    QVERIFY2(says(bench, u"1 thing to mend"_s), qPrintable(rows(bench).join(u'\n')));
    QCOMPARE(rows(bench).filter(u"Service: "_s).size(), 1);
}

QTEST_MAIN(CheckupInWindow)
#include "tst_CheckupInWindow.moc"
