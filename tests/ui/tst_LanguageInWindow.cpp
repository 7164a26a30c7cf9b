#include "WindowBench.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

#include "base/Error.h"
#include "ui/common/MessageBar.h"

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

namespace {

/** How far the outline of an unmarked box stands out from the ground of a list. */
int contrastOfAnUnmarkedBox() {
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, 15, 15);
    option.state = QStyle::State_Enabled | QStyle::State_Off;
    option.palette = QGuiApplication::palette();
    QImage image(15, 15, QImage::Format_RGB32);
    const QColor ground = option.palette.color(QPalette::Base);
    image.fill(ground);
    QPainter painter(&image);
    QApplication::style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &option, &painter);
    int most = 0;
    for (int x = 0; x < 15; ++x)
        most = std::max(most, std::abs(image.pixelColor(x, 7).lightness() - ground.lightness()));
    return most;
}

}  // namespace

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
    QTRY_COMPARE(bench.textOf("cardType"), u"Latvijas eID (Cosmo X)"_s);
    bench.enterPin(test::goodPin());
    QVERIFY(bench.awaitEnd());
    const QString lvMessage = bench.message();
    const QString lvDemo = bench.find<ui::MessageBar>("demoBar")->text();
    const QString lvState = bench.table().index(1, 1).data().toString();
    const QString lvError = bench.table().index(0, 2).data().toString();
    const QString lvSentence = bench.textOf("errorSentence");
    QCOMPARE(lvState, u"Parakstīts"_s);
    bench.settings.setLanguage(u"ru"_s);
    QVERIFY(bench.table().index(1, 1).data().toString() != lvState);
    QVERIFY(bench.table().index(0, 2).data().toString() != lvError);
    QTRY_VERIFY(bench.message() != lvMessage);
    QTRY_VERIFY(bench.find<ui::MessageBar>("demoBar")->text() != lvDemo);
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
    auto* bar = bench.find("demoBar");
    QTRY_VERIFY(bar->palette().color(QPalette::Window).lightness() < 100);
    QVERIFY(contrastOfAnUnmarkedBox() > 60);
    bench.settings.setAppearance(ui::Appearance::Light);
    QVERIFY(QGuiApplication::palette().color(QPalette::Window).lightness() > 200);
    QTRY_VERIFY(bar->palette().color(QPalette::Window).lightness() > 180);
    bench.settings.setAppearance(ui::Appearance::System);
    QCOMPARE(QGuiApplication::palette().color(QPalette::Window), before);
}

QTEST_MAIN(LanguageInWindow)
#include "tst_LanguageInWindow.moc"
