#include "WindowBench.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFile>
#include <QPlainTextEdit>
#include <QTabBar>

#include "ui/validation/ReportDialog.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionState;
using test::WindowBench;

/** Sign, then go on with what came of it: archive it, and look at what the service makes of it. */
class ArchiveInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSignedCanBeArchived();
    void whatHoldsNoSignatureIsSaidBefore();
    void theReportIsReadable();
};

namespace {

void choose(const WindowBench& bench, int tab) {
    bench.find<QTabBar>("operationTabs")->setCurrentIndex(tab);
}

bool signAll(WindowBench& bench) {
    bench.addSamples();
    if (!bench.signAndAwaitPin())
        return false;
    bench.enterPin(test::goodPin());
    return bench.awaitEnd() && bench.countOf(SessionState::Finalized) == 20;
}

}  // namespace

void ArchiveInWindow::whatIsSignedCanBeArchived() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    QVERIFY(signAll(bench));
    QVERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
    choose(bench, 2);
    // With the card's own certificate: no PIN is asked for.
    QTRY_COMPARE(bench.textOf("signButton"), u"Ar&chive 20"_s);
    QVERIFY(bench.textOf("signWords").startsWith(u"An archive time stamp goes into"_s));
    QTRY_VERIFY(bench.find<QPushButton>("signButton")->isEnabled());
    QCOMPARE(bench.pinDialog(), nullptr);
    // What has been signed is not offered to be signed once more.
    choose(bench, 0);
    QTRY_VERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
}

void ArchiveInWindow::whatHoldsNoSignatureIsSaidBefore() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    const QString path = bench.place.filePath(u"note.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("text") == 4);
    file.close();
    bench.window->addFiles({path});
    choose(bench, 2);
    QTRY_COMPARE(bench.table().index(0, 1).data().toString(), u"Not possible"_s);
    QVERIFY(!bench.table().index(0, 2).data().toString().isEmpty());
    QVERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
    choose(bench, 0);
    QTRY_VERIFY(bench.find<QPushButton>("signButton")->isEnabled());
    auto* form = bench.find<QComboBox>("resultForm");
    form->setCurrentIndex(form->findText(u"Inside the PDF"_s));
    QTRY_VERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
    QVERIFY(bench.textOf("signWords").contains(u"PDF"_s));
}

void ArchiveInWindow::theReportIsReadable() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    QVERIFY(signAll(bench));
    auto* table = bench.find<QAbstractItemView>("sessionTable");
    table->setCurrentIndex(bench.table().index(0, 0));
    QTRY_VERIFY(bench.find("detailsCheck")->isVisibleTo(bench.window.get()));
    bench.click("detailsCheck");
    auto* dialog = bench.window->findChild<ui::ReportDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    const auto text = [dialog](const char* name) {
        const auto* found = dialog->findChild<QPlainTextEdit*>(QString::fromLatin1(name));
        return found == nullptr ? QString() : found->toPlainText();
    };
    QTRY_COMPARE_WITH_TIMEOUT(text("reportVerdict"), u"The signature is valid."_s, 30'000);
    QVERIFY2(text("reportSignature").contains(u"ANDRIS"_s), qPrintable(text("reportSignature")));
    bench.settings.setLanguage(u"lv"_s);
    QTRY_VERIFY(text("reportVerdict") != u"The signature is valid."_s);
}

QTEST_MAIN(ArchiveInWindow)
#include "tst_ArchiveInWindow.moc"
