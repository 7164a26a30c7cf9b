#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include "ui/common/Icons.h"
#include "ui/common/MessageBar.h"
#include "ui/common/TextBlock.h"
#include "ui/common/UiSettings.h"
#include "ui/sessions/RecentSessions.h"

using namespace signet;
using namespace Qt::StringLiterals;

/** The small things around the work: settings, earlier sessions, pictures, plain text. */
class TestSurroundings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsOutliveTheProgram();
    void recentSessions();
    void picturesAreThere_data();
    void picturesAreThere();
    void textIsPlain();
};

void TestSurroundings::settingsOutliveTheProgram() {
    const QTemporaryDir place;
    const QString file = place.filePath(u"window.ini"_s);
    {
        ui::UiSettings settings(file);
        QCOMPARE(settings.language(), QString());
        QCOMPARE(settings.appearance(), ui::Appearance::System);
        settings.setLanguage(u"lv"_s);
        settings.setAppearance(ui::Appearance::Dark);
        settings.setOutputFolder(u"/tmp/ā"_s);
    }
    const ui::UiSettings again(file);
    QCOMPARE(again.language(), u"lv"_s);
    QCOMPARE(again.appearance(), ui::Appearance::Dark);
    QCOMPARE(again.outputFolder(), u"/tmp/ā"_s);
}

void TestSurroundings::recentSessions() {
    const QTemporaryDir place;
    ui::UiSettings settings(place.filePath(u"window.ini"_s));
    ui::RecentSessions recent(settings);
    recent.remember({u"a"_s, u"b"_s});
    recent.remember({u"c"_s, u"a"_s});
    QCOMPARE(recent.all(), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
    settings.setRecentSessions({u"good"_s, u"not/good"_s});
    QCOMPARE(recent.all(), QStringList{u"good"_s});
    recent.forgetAll();
    QVERIFY(recent.all().isEmpty());
}

void TestSurroundings::picturesAreThere_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"add-files", "add-sessions", "samples", "information", "close", "settings",
                             "sign", "card", "state-picked", "state-working", "state-finalized",
                             "state-failed", "state-unconfirmed", "state-cancelled"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestSurroundings::picturesAreThere() {
    QFETCH(QString, name);
    const QByteArray latin = name.toLatin1();
    const QImage image = ui::icon(QLatin1StringView(latin)).pixmap(QSize(16, 16)).toImage();
    QCOMPARE(image.size(), QSize(16, 16) * image.devicePixelRatio());
    QVERIFY(ui::applicationIcon().availableSizes().contains(QSize(256, 256)));
}

void TestSurroundings::textIsPlain() {
    ui::TextBlock block;
    block.setText(u"<b>Kalns</b>\u202Egnp"_s);
    QVERIFY(block.toPlainText().startsWith(u"<b>Kalns</b>"_s));
    QVERIFY(!block.toPlainText().contains(QChar(0x202E)));
}

QTEST_MAIN(TestSurroundings)
#include "tst_Surroundings.moc"
