#include "WindowBench.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>

#include "ui/operation/ArchivePanel.h"
#include "ui/validation/ReportDialog.h"
#include "unit/signing/SealFiles.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionState;
using test::WindowBench;

/** Sign, then go on with what came of it: archive it, and look at what the service makes of it. */
class ArchiveInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsSignedCanBeArchived();
    void archivedToTheEnd_data();
    void archivedToTheEnd();
    void oneIsRefused();
    void whatHoldsNoSignatureIsSaidBefore();
    void theReportIsReadable();
    void aCertificateFromAFileIsReadAside();
};

namespace {

void choose(const WindowBench& bench, int tab) {
    bench.find<QTabBar>("operationTabs")->setCurrentIndex(tab);
}

/** The archive operation, with the card's certificate, begun and ended. */
bool archiveAll(WindowBench& bench) {
    choose(bench, 2);
    auto* button = bench.find<QPushButton>("signButton");
    if (!QTest::qWaitFor(
            [&] { return button->isEnabled() && bench.textOf("signButton") == u"Ar&chive 20"_s; }))
        return false;
    bench.click("signButton");
    return bench.awaitEnd();
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

void ArchiveInWindow::archivedToTheEnd_data() {
    QTest::addColumn<bool>("saved");
    QTest::addColumn<bool>("insidePdf");
    QTest::addRow("saved") << true << false;
    QTest::addRow("left at the service") << false << false;
    QTest::addRow("inside PDFs") << false << true;
}

void ArchiveInWindow::archivedToTheEnd() {
    QFETCH(const bool, saved);
    QFETCH(const bool, insidePdf);
    WindowBench bench;
    if (saved)
        bench.settings.setOutputFolder(bench.place.path());
    QCOMPARE(bench.open(), QString());
    auto* form = bench.find<QComboBox>("resultForm");
    form->setCurrentIndex(form->findText(insidePdf ? u"PDF where possible"_s : u"Always a new container"_s));
    QVERIFY(signAll(bench));
    choose(bench, 2);
    QTRY_COMPARE(bench.textOf("signWords"),
                 insidePdf ? u"An archive time stamp goes into 14 PDFs, 6 containers that exist."_s
                           : u"An archive time stamp goes into 20 containers that exist."_s);
    QVERIFY(archiveAll(bench));
    QCOMPARE(bench.message(), u"All 20 archived."_s);
    QCOMPARE(bench.countOf(SessionState::Finalized), 20);
    QCOMPARE(bench.pinDialog(), nullptr);
    const auto counts = bench.demo.serviceThread().counters().values();
    for (int row = 0; row < bench.sessions.size(); ++row) {
        const signing::Session& session = bench.sessions.at(row);
        const QString id = session.id->toString();
        QCOMPARE(counts.archives.value(id), 1);
        QCOMPARE(counts.archiveRequests.value(id), 1);
        QVERIFY2(!session.checkError, qPrintable(session.title()));
        QVERIFY(session.done.contains(signing::Operation::Archive));
        QCOMPARE(!session.savedAs.isEmpty(), saved);
    }
    // Done once, it is not offered again.
    QTRY_VERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
}

void ArchiveInWindow::oneIsRefused() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    QVERIFY(signAll(bench));
    const QString refused = bench.demo.service().sessions[5];
    bench.demo.serviceThread().faults().add({.kind = sandbox::FaultKind::SessionError,
                                             .operation = sandbox::Operation::AddArchive,
                                             .sessionId = refused,
                                             .code = u"signing:addArchive:notPossible"_s,
                                             .message = u"No time stamp can be had"_s});
    QVERIFY(archiveAll(bench));
    QCOMPARE(bench.message(), u"19 of 20 archived. 1 failed: its row says why."_s);
    const signing::Session& session = bench.sessions.at(5);
    QCOMPARE(signing::toString(session.state), signing::toString(SessionState::Failed));
    QVERIFY(session.error && session.error->message().contains(u"No time stamp can be had"_s));
    QCOMPARE(bench.demo.serviceThread().counters().values().archives.value(refused), 0);
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

void ArchiveInWindow::aCertificateFromAFileIsReadAside() {
    const test::SealFiles files("");
    WindowBench bench;
    bench.settings.setArchiveSource(static_cast<int>(ui::ArchivePanel::Source::File));
    QCOMPARE(bench.open(), QString());
    bench.addSamples();
    choose(bench, 2);
    QTRY_VERIFY(bench.textOf("signWords").contains(u"authentication certificate"_s));
    auto* file = bench.find<QLineEdit>("archiveFile");
    file->setText(files.auth);
    QCOMPARE(bench.textOf("archiveName"), u"reading…"_s);
    QCOMPARE(bench.textOf("signWords"), u"Reading the certificate…"_s);
    QVERIFY(!bench.find<QPushButton>("signButton")->isEnabled());
    QTRY_COMPARE(bench.textOf("archiveName"), u"SIA Paraugs"_s);
    QVERIFY(bench.find("archiveValidity")->isVisible());
    // The card comes and goes: nothing is read again.
    bench.demo.virtualReaders().remove(sandbox::VirtualReaders::demoReaderName());
    QTRY_VERIFY(!bench.cards->selected());
    QCOMPARE(bench.textOf("archiveName"), u"SIA Paraugs"_s);
    file->setText(u"/nowhere/at/all.pem"_s);
    QTRY_VERIFY(bench.find("archiveProblem")->isVisible());
    QVERIFY(!bench.find("archiveName")->isVisible());
}

QTEST_MAIN(ArchiveInWindow)
#include "tst_ArchiveInWindow.moc"
