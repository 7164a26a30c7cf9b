#include <QTest>

#include "base/PrintableText.h"

using signet::base::printable;

class PrintableTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatPeopleRead() {
        const QString text = QStringLiteral("Ģirts Ķēniņš, Ёж 😀 a-b_c “x”");
        QCOMPARE(printable(text), text);
    }

    void replacesWhatHasNoShape() {
        QCOMPARE(printable(QStringLiteral("a\u0000b\nc\td")), QStringLiteral("a\uFFFDb\uFFFDc\uFFFDd"));
        QCOMPARE(printable(u"\u202Eabc\u200B\uFEFF"), QStringLiteral("\uFFFDabc\uFFFD\uFFFD"));
    }

    void replacesHalfASurrogatePair() {
        const QString lone = QString(QChar(0xD83D)) + u'x';
        QCOMPARE(printable(lone), QStringLiteral("\uFFFDx"));
        QCOMPARE(printable({}), QString());
    }
};

QTEST_APPLESS_MAIN(PrintableTextTest)
#include "tst_PrintableText.moc"
