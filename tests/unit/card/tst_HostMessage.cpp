#include <QCborArray>
#include <QCborValue>
#include <QTest>

#include "card/HostMessage.h"

using namespace signet::card;

/** The messages between signet-cardhost and its client: what is none must not become one. */
class TestHostMessage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void headsComeBack();
    void badHeads_data();
    void badHeads();
    void bodies();
};

void TestHostMessage::headsComeBack() {
    const QByteArray bytes = host::encodeHead({0x01020304 & (host::LongestBody - 1), 12});
    QCOMPARE(bytes.size(), host::HeadLength);
    const auto head = host::decodeHead(bytes);
    QVERIFY(head);
    QCOMPARE(head->bodyLength, 0x01020304U & (host::LongestBody - 1));
    QCOMPARE(head->secretLength, 12U);
    QVERIFY(host::decodeHead(host::encodeHead({host::LongestBody, host::LongestSecret})));
}

void TestHostMessage::badHeads_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("short") << QByteArray(7, '\0');
    QTest::newRow("long") << QByteArray(9, '\0');
    QTest::newRow("body too long") << QByteArray::fromHex("0010000100000000");
    QTest::newRow("body as long as can be said") << QByteArray::fromHex("ffffffff00000000");
    QTest::newRow("secret too long") << QByteArray::fromHex("0000000000000101");
}

void TestHostMessage::badHeads() {
    QFETCH(const QByteArray, bytes);
    QVERIFY(!host::decodeHead(bytes));
}

void TestHostMessage::bodies() {
    const QByteArray map = QCborMap{{QStringLiteral("ok"), 1}}.toCborValue().toCbor();
    const auto decoded = host::decodeBody(map);
    QVERIFY(decoded);
    QCOMPARE(decoded->value(QStringLiteral("ok")).toInteger(), 1);
    QVERIFY(!host::decodeBody(QByteArray()));
    QVERIFY(!host::decodeBody(map.chopped(1)));
    QVERIFY(!host::decodeBody(map + '\0'));
    QVERIFY(!host::decodeBody(QCborArray{1, 2}.toCborValue().toCbor()));
    QVERIFY(!host::decodeBody(QByteArrayLiteral("the module says: hello\n")));
    // an array that says that it holds more than any memory does
    QVERIFY(!host::decodeBody(QByteArray::fromHex("a1629b629bffffffffffffffff")));
    QVERIFY(!host::decodeBody(QByteArray(100'000, '\x81')));
}

QTEST_GUILESS_MAIN(TestHostMessage)
#include "tst_HostMessage.moc"
