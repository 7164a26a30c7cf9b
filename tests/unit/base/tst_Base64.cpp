#include <QTest>

#include "base/Base64.h"

using signet::base::decodeBase64;

class Base64Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("bytes");
        using B = QByteArray;
        QTest::newRow("plain") << B("aGVsbG8h") << B("hello!");
        QTest::newRow("padded") << B("aGVsbG8=") << B("hello");
        QTest::newRow("padding left out") << B("aGVsbG8") << B("hello");
        QTest::newRow("two of padding") << B("aGVsbA==") << B("hell");
        QTest::newRow("two of padding left out") << B("aGVsbA") << B("hell");
        QTest::newRow("line breaks and spaces") << B(" aGVs\r\nbG8h\t\n") << B("hello!");
        QTest::newRow("both special letters") << B("+/+/") << B::fromHex("fbffbf");
    }

    void reads() {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, bytes);
        const auto decoded = decodeBase64(text);
        QVERIFY(decoded);
        QCOMPARE(*decoded, bytes);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        using B = QByteArray;
        QTest::newRow("empty") << B();
        QTest::newRow("white space only") << B(" \n");
        QTest::newRow("address alphabet") << B("-_-_");
        QTest::newRow("another letter") << B("aGVs*G8h");
        QTest::newRow("not ASCII") << B("aGVsā8h");
        QTest::newRow("NUL") << B("aGVs\0bG8h", 9);
        QTest::newRow("one letter over") << B("aGVsbG8hA");
        QTest::newRow("padding only") << B("==");
        QTest::newRow("padding inside") << B("aGVsbA==aGVs");
        QTest::newRow("too much padding") << B("aGVsbG8h====");
        QTest::newRow("PEM") << B("-----BEGIN X-----\naGVs\n-----END X-----");
    }

    void refuses() {
        QFETCH(const QByteArray, text);
        QVERIFY(!decodeBase64(text));
    }
};

QTEST_GUILESS_MAIN(Base64Test)
#include "tst_Base64.moc"
