#include "WindowBench.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QTabBar>
#include <QTreeView>

#include "ui/window/ResultFormMenu.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::ResultForm;
using signing::SessionState;
using test::WindowBench;

/** What is to be made of single sessions: chosen at their rows, said there in words, and done. */
class RowFormInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chosenWithTheKeyboardAndSaidInWords();
    void impossibleIsSaidAtTheRow();
    void manyRowsAtOnce();
    void nothingToChooseFor_data();
    void nothingToChooseFor();
    void notWhileABatchHoldsTheRow();
    void doneAsChosen();

private:
    static bool openWithSamples(WindowBench& bench);
    static void select(const WindowBench& bench, const QList<int>& rows);
    static int rowWith(const WindowBench& bench,
                       const std::function<bool(const QList<signing::Document>&)>& which);
    static bool offered(const WindowBench& bench) {
        return bench.find<ui::ResultFormMenu>("resultFormMenu")->menuAction()->isEnabled();
    }
    static QString result(const WindowBench& bench, int row) {
        return bench.table().index(row, 2).data().toString();
    }
};

namespace {

bool isOnePdf(const QList<signing::Document>& documents) {
    return documents.size() == 1 && documents.first().name.endsWith(u".pdf"_s);
}

bool areSeveral(const QList<signing::Document>& documents) {
    return documents.size() > 1;
}

}  // namespace

bool RowFormInWindow::openWithSamples(WindowBench& bench) {
    if (const QString problem = bench.open(); !problem.isEmpty()) {
        qWarning("%s", qPrintable(problem));
        return false;
    }
    bench.addSamples();
    const auto known = [&bench] {
        for (int row = 0; row < bench.sessions.size(); ++row) {
            if (!bench.sessions.at(row).documentsBefore)
                return false;
        }
        // What is said of all of them follows what is known of the last one.
        return bench.find<QPushButton>("signButton")->isEnabled() &&
               !bench.textOf("signWords").contains(u"not known yet"_s);
    };
    return QTest::qWaitFor(known, 30'000);
}

void RowFormInWindow::select(const WindowBench& bench, const QList<int>& rows) {
    auto* table = bench.find<QTreeView>("sessionTable");
    table->clearSelection();
    for (const int row : rows)
        table->selectionModel()->select(bench.table().index(row, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

int RowFormInWindow::rowWith(const WindowBench& bench,
                             const std::function<bool(const QList<signing::Document>&)>& which) {
    for (int row = 0; row < bench.sessions.size(); ++row) {
        if (which(*bench.sessions.at(row).documentsBefore))
            return row;
    }
    qFatal("there is no such sample");
    return -1;
}

void RowFormInWindow::chosenWithTheKeyboardAndSaidInWords() {
    WindowBench bench;
    QVERIFY(openWithSamples(bench));
    bench.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    const int row = rowWith(bench, isOnePdf);
    const QString name = bench.sessions.at(row).documentsBefore->first().name;
    const QString before = bench.textOf("signWords");
    select(bench, {row});
    bench.find<QTreeView>("sessionTable")->setFocus();
    QVERIFY(offered(bench));
    QVERIFY(bench.find<QAction>("actionFormAsForAll")->isChecked());
    QTest::keyClick(bench.window.get(), Qt::Key_4, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(bench.sessions.at(row).form == ResultForm::Pdf);
    QCOMPARE(result(bench, row), QString(u"for this session: signs inside "_s + name));
    QCOMPARE(bench.textOf("detailsPlan"), QString(u"For this session: signs inside "_s + name + u'.'));
    QVERIFY(bench.find<QAction>("actionFormPdf")->isChecked());
    QTRY_VERIFY(bench.textOf("signWords") != before);
    QVERIFY2(bench.textOf("signWords").contains(u"1 PDF,"_s), qPrintable(bench.textOf("signWords")));
    // And back again.
    QTest::keyClick(bench.window.get(), Qt::Key_1, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!bench.sessions.at(row).form);
    QTRY_COMPARE(bench.textOf("signWords"), before);
}

void RowFormInWindow::impossibleIsSaidAtTheRow() {
    WindowBench bench;
    QVERIFY(openWithSamples(bench));
    const int row = rowWith(bench, areSeveral);
    QCOMPARE(bench.textOf("signButton"), u"&Sign 20"_s);
    select(bench, {row});
    bench.find<QAction>("actionFormPdf")->trigger();
    QCOMPARE(bench.table().index(row, 1).data().toString(), u"Not possible"_s);
    QCOMPARE(bench.textOf("detailsState"), u"Not possible"_s);
    const QString why = result(bench, row);
    QVERIFY2(why.contains(u"exactly one PDF"_s), qPrintable(why));
    QVERIFY(bench.table().index(row, 0).data(Qt::AccessibleTextRole).toString().contains(u"Not possible"_s));
    QCOMPARE(bench.table().index(row, 0).data(Qt::AccessibleDescriptionRole).toString(), why);
    QVERIFY2(bench.textOf("detailsPlan").startsWith(why), qPrintable(bench.textOf("detailsPlan")));
    QVERIFY(bench.textOf("detailsPlan").contains(u"Choose a container"_s));
    QTRY_COMPARE(bench.textOf("signButton"), u"&Sign 19"_s);
    QVERIFY2(bench.textOf("signWords").contains(u"1 cannot be done this way"_s),
             qPrintable(bench.textOf("signWords")));
    const auto counts = bench.demo.serviceThread().counters().values();
    QCOMPARE(counts.requests.value(sandbox::Operation::CalculateDigest), 0);
}

void RowFormInWindow::manyRowsAtOnce() {
    WindowBench bench;
    QVERIFY(openWithSamples(bench));
    auto* menu = bench.find<ui::ResultFormMenu>("resultFormMenu");
    select(bench, {0, 1, 2});
    QCOMPARE(menu->title(), u"Res&ult for these sessions"_s);
    bench.find<QAction>("actionFormNewContainer")->trigger();
    for (int row = 0; row < 4; ++row)
        QCOMPARE(bench.sessions.at(row).form == ResultForm::NewContainer, row < 3);
    QTRY_VERIFY2(bench.textOf("detailsHint").contains(u"3 new containers"_s),
                 qPrintable(bench.textOf("detailsHint")));
    // Different ones: none of them is marked.
    select(bench, {2, 3});
    for (const char* name :
         {"actionFormAsForAll", "actionFormContainer", "actionFormNewContainer", "actionFormPdf"})
        QVERIFY2(!bench.find<QAction>(name)->isChecked(), name);
    bench.find<QAction>("actionFormAsForAll")->trigger();
    QVERIFY(!bench.sessions.at(2).form);
    bench.settings.setLanguage(u"lv"_s);
    QTRY_VERIFY(menu->title() != u"Res&ult for these sessions"_s);
}

void RowFormInWindow::nothingToChooseFor_data() {
    QTest::addColumn<int>("operation");
    QTest::addColumn<bool>("isOffered");
    QTest::newRow("sign") << 0 << true;
    QTest::newRow("seal") << 1 << true;
    QTest::newRow("archive") << 2 << false;
}

void RowFormInWindow::nothingToChooseFor() {
    QFETCH(int, operation);
    WindowBench bench;
    QVERIFY(openWithSamples(bench));
    QVERIFY2(!offered(bench), "no row is selected");
    select(bench, {0});
    bench.find<QTabBar>("operationTabs")->setCurrentIndex(operation);
    QTRY_COMPARE(offered(bench), QTest::currentDataTag() != QByteArray("archive"));
    QTEST(bench.find<QAction>("actionFormPdf")->isEnabled(), "isOffered");
    bench.find<QAction>("actionFormPdf")->trigger();
    QTEST(bench.sessions.at(0).form.has_value(), "isOffered");
    // Picked in vain: there is nothing to make anything of.
    bench.window->addIdentifiers({u"not/one"_s});
    select(bench, {20});
    QVERIFY(!offered(bench));
}

void RowFormInWindow::notWhileABatchHoldsTheRow() {
    WindowBench bench;
    QVERIFY(openWithSamples(bench));
    select(bench, {0});
    bench.find<QAction>("actionToggleMarks")->trigger();
    QTRY_COMPARE(bench.textOf("signButton"), u"&Sign 19"_s);
    QVERIFY(bench.signAndAwaitPin());
    QVERIFY2(offered(bench), "this row is no part of it");
    select(bench, {1});
    QVERIFY(!offered(bench));
    bench.find<ui::ResultFormMenu>("resultFormMenu")->chosen(ResultForm::Pdf);
    QVERIFY(!bench.sessions.at(1).form);
    bench.click("pinCancel");
    QVERIFY(bench.awaitEnd());
    QTRY_VERIFY(offered(bench));
}

void RowFormInWindow::doneAsChosen() {
    WindowBench bench;
    QVERIFY(openWithSamples(bench));
    const int pdf = rowWith(bench, isOnePdf);
    const int several = rowWith(bench, areSeveral);
    select(bench, {pdf, several});
    bench.find<QAction>("actionFormPdf")->trigger();
    QTRY_COMPARE(bench.textOf("signButton"), u"&Sign 19"_s);
    QVERIFY(bench.signAndAwaitPin());
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    QCOMPARE(bench.message(), u"All 19 signed."_s);
    QCOMPARE(bench.countOf(SessionState::Finalized), 19);
    QVERIFY(bench.sessions.at(several).state == SessionState::Picked);
    for (int row = 0; row < bench.sessions.size(); ++row) {
        if (row == several)
            continue;
        QList<sandbox::SandboxDocument> documents;
        bench.demo.serviceThread().run([&](sandbox::Sandbox& service) {
            documents = service.documents(bench.sessions.at(row).id->toString())
                            .value_or(QList<sandbox::SandboxDocument>());
        });
        QCOMPARE(documents.size(), 1);
        QCOMPARE(documents.first().name.endsWith(u".pdf"_s), row == pdf);
        QVERIFY(row != pdf || documents.first().bytes.contains("/ByteRange"));
    }
}

QTEST_MAIN(RowFormInWindow)
#include "tst_RowFormInWindow.moc"
