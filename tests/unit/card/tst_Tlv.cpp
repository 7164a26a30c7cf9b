#include <QTest>

#include "card/Tlv.h"

using namespace signet::card;

namespace {

QByteArray hex(const char* text) {
    return QByteArray::fromHex(text);
}

}  // namespace

class TestTlv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTagsAndLengths_data();
    void readsTagsAndLengths();
    void refusesMalformed_data();
    void refusesMalformed();
    void keepsWhatCameBeforeTheFault();
    void passesOverFilling();
    void findsByPath();
    void bearsDeepNesting();
    void takesABoundedNumber();
    void numbers();
};

void TestTlv::readsTagsAndLengths_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint32>("tag");
    QTest::addColumn<qsizetype>("size");
    QTest::newRow("short") << hex("9A0103") << quint32(0x9A) << qsizetype(1);
    QTest::newRow("empty value") << hex("9A00") << quint32(0x9A) << qsizetype(0);
    QTest::newRow("tag of two bytes") << hex("5F2001AA") << quint32(0x5F20) << qsizetype(1);
    QTest::newRow("tag of three bytes") << hex("BF81050101") << quint32(0xBF8105) << qsizetype(1);
    QTest::newRow("length 81") << QByteArray(hex("308180") + QByteArray(128, 'x')) << quint32(0x30)
                               << qsizetype(128);
    QTest::newRow("length 81, longer than needed") << hex("04810101") << quint32(0x04) << qsizetype(1);
    QTest::newRow("length 82") << QByteArray(hex("30820102") + QByteArray(258, 'x')) << quint32(0x30)
                               << qsizetype(258);
    QTest::newRow("length 83") << QByteArray(hex("3083010000") + QByteArray(65536, 'x')) << quint32(0x30)
                               << qsizetype(65536);
}

void TestTlv::readsTagsAndLengths() {
    QFETCH(const QByteArray, bytes);
    TlvReader reader(bytes);
    const auto object = reader.next();
    QVERIFY(object);
    QTEST(object->tag, "tag");
    QTEST(object->value.size(), "size");
    QCOMPARE(object->value.end(), QByteArrayView(bytes).end());
    QVERIFY(!reader.next());
    QVERIFY(!reader.isMalformed());
}

void TestTlv::refusesMalformed_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("tag alone") << hex("30");
    QTest::newRow("tag cut off") << hex("BF81");
    QTest::newRow("tag without end") << hex("1F8182838401");
    QTest::newRow("indefinite length") << hex("30800000");
    QTest::newRow("length of four bytes") << hex("308400000001AA");
    QTest::newRow("length cut off") << hex("308201");
    QTest::newRow("value one byte short") << hex("300201");
    QTest::newRow("length lies, 83") << hex("3083FFFFFF01");
}

void TestTlv::refusesMalformed() {
    QFETCH(const QByteArray, bytes);
    TlvReader reader(bytes);
    QVERIFY(!reader.next());
    QVERIFY(reader.isMalformed());
    QVERIFY(!reader.next());
}

void TestTlv::keepsWhatCameBeforeTheFault() {
    const QByteArray bytes =
        hex("0401AA"
            "0402BB");
    const auto objects = tlvObjects(bytes);
    QCOMPARE(objects.size(), 1);
    QCOMPARE(objects[0].value.toByteArray(), hex("AA"));
}

void TestTlv::passesOverFilling() {
    const QByteArray bytes =
        hex("0000"
            "0401AA"
            "FF00"
            "0401BB"
            "FFFFFF");
    const auto objects = tlvObjects(bytes);
    QCOMPARE(objects.size(), 2);
    QCOMPARE(objects[1].value.toByteArray(), hex("BB"));
}

void TestTlv::findsByPath() {
    const QByteArray bytes =
        hex("700B"
            "BF810507"
            "A005"
            "9A01039B01"
            "02");
    QVERIFY(!findTlv(bytes, {0x70, 0xBF8105, 0xA0, 0x9B}));  // the inner length lies by one
    const QByteArray right =
        hex("700C"
            "BF810508"
            "A006"
            "9A01039B0102");
    QCOMPARE(findTlv(right, {0x70, 0xBF8105, 0xA0, 0x9B})->toByteArray(), hex("02"));
    QVERIFY(!findTlv(right, {0x70, 0xBF8101, 0xA0}));
}

void TestTlv::bearsDeepNesting() {
    QByteArray bytes = hex("0500");
    for (int i = 0; i < 10'000 && bytes.size() < 0xFFFF00; ++i) {
        QByteArray outer = hex("3083");
        outer.append(static_cast<char>(bytes.size() >> 16 & 0xFF));
        outer.append(static_cast<char>(bytes.size() >> 8 & 0xFF))
            .append(static_cast<char>(bytes.size() & 0xFF));
        bytes = outer + bytes;
    }
    QCOMPARE(tlvObjects(bytes).size(), 1);
    QVERIFY(findTlv(bytes, {0x30, 0x30, 0x30}));
}

void TestTlv::takesABoundedNumber() {
    QCOMPARE(tlvObjects(QByteArray(100'000, '\x05').replace("\x05\x05", QByteArray("\x05\x00", 2))).size(),
             MaxTlvObjects);
}

void TestTlv::numbers() {
    QCOMPARE(tlvNumber(hex("009E")).value_or(0), quint32(0x9E));
    QCOMPARE(tlvNumber(hex("00FFFFFFFF")).value_or(0), quint32(0xFFFFFFFF));
    QCOMPARE(tlvNumber(hex("00")).value_or(1), quint32(0));
    QVERIFY(!tlvNumber(QByteArray()));
    QVERIFY(!tlvNumber(hex("0100000000")));
}

QTEST_APPLESS_MAIN(TestTlv)
#include "tst_Tlv.moc"
