#include "WindowBench.h"

#include <QComboBox>
#include <QTreeView>

#include "base/Error.h"

using namespace signet;
using namespace Qt::StringLiterals;
using signing::SessionState;
using test::WindowBench;

/** Language and appearance change at once, everywhere, without a restart. */
class LanguageInWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingSpeaksTheNewLanguage();
    void appearanceChangesAndComesBack();
};

void LanguageInWindow::everythingSpeaksTheNewLanguage() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    bench.demo.serviceThread().faults().add({.kind = sandbox::FaultKind::SessionLeftOut,
                                             .operation = sandbox::Operation::CalculateDigest,
                                             .sessionId = bench.demo.service().sessions[0]});
    bench.addSamples();
    QVERIFY(bench.signAndAwaitPin());
    const QString promise = bench.textOf("pinPromise");
    bench.settings.setLanguage(u"lv"_s);
    QTRY_VERIFY(bench.textOf("pinPromise") != promise);
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    const QString lvState = bench.table().index(1, 1).data().toString();
    const QString lvError = bench.table().index(0, 2).data().toString();
    const QString lvSentence = bench.textOf("errorSentence");
    QCOMPARE(lvState, u"Parakstīts"_s);
    bench.settings.setLanguage(u"ru"_s);
    QVERIFY(bench.table().index(1, 1).data().toString() != lvState);
    QVERIFY(bench.table().index(0, 2).data().toString() != lvError);
    bench.settings.setLanguage(u"en"_s);
    QCOMPARE(bench.table().index(1, 1).data().toString(), u"Signed"_s);
    QVERIFY(lvError != bench.sessions.at(0).error->message());
}

void LanguageInWindow::appearanceChangesAndComesBack() {
    WindowBench bench;
    QCOMPARE(bench.open(), QString());
    const QColor before = QGuiApplication::palette().color(QPalette::Window);
    bench.settings.setAppearance(ui::Appearance::Dark);
    QVERIFY(QGuiApplication::palette().color(QPalette::Window).lightness() < 80);
    QTRY_VERIFY(bench.find("sessionTable")->palette().color(QPalette::Base).lightness() < 80);
    bench.settings.setAppearance(ui::Appearance::Light);
    QVERIFY(QGuiApplication::palette().color(QPalette::Window).lightness() > 200);
    bench.settings.setAppearance(ui::Appearance::System);
    QCOMPARE(QGuiApplication::palette().color(QPalette::Window), before);
}

QTEST_MAIN(LanguageInWindow)
#include "tst_LanguageInWindow.moc"
