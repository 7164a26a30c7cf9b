#include <QLocale>
#include <QTest>

#include "ui/common/Formatting.h"

using namespace signet;
using namespace Qt::StringLiterals;

class TestFormatting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void remaining_data();
    void remaining();
    void texts();
    void reportHoldsEverything();
};

void TestFormatting::remaining_data() {
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << 0 << u"a few seconds left"_s;
    QTest::newRow("4") << 4 << u"a few seconds left"_s;
    QTest::newRow("6") << 6 << u"about 10 second(s) left"_s;
    QTest::newRow("59") << 59 << u"about 60 second(s) left"_s;
    QTest::newRow("61") << 61 << u"about 2 minute(s) left"_s;
    QTest::newRow("3601") << 3601 << u"about 2 hour(s) left"_s;
}

void TestFormatting::remaining() {
    QFETCH(int, seconds);
    QTEST(ui::remainingTime(std::chrono::seconds(seconds)), "text");
}

void TestFormatting::texts() {
    QCOMPARE(ui::hexPairs(QByteArray("\x00\xAB\x7F", 3)), u"00 ab 7f"_s);
    QCOMPARE(ui::shortened(u"short"_s, 10), u"short"_s);
    QCOMPARE(ui::shortened(u"abcdefghijklmnop"_s, 10).size(), 10);
    QVERIFY(ui::shortened(u"abcdefghijklmnop"_s, 10).contains(u'…'));
    QCOMPARE(ui::dateAndTime({}), QString());
    QCOMPARE(ui::fileSize(647), u"647 byte(s)"_s);
    QVERIFY(ui::fileSize(1500).startsWith(u"1.5"_s));
}

void TestFormatting::reportHoldsEverything() {
    const base::Error error =
        base::Error::fromService(u"100015"_s, u"Broken"_s, 422, u"POST /x"_s).at(base::Stage::Prepare);
    const QString report = ui::errorReport(error);
    for (const QString& part : {u"100015"_s, u"Broken"_s, u"422"_s, u"POST /x"_s, u"prepare"_s})
        QVERIFY2(report.contains(part), qPrintable(part));
}

QTEST_MAIN(TestFormatting)
#include "tst_Formatting.moc"
