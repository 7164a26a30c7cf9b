#include <QTest>

#include "card/Apdu.h"

using namespace signet::card;

namespace {

QByteArray hex(const char* text) {
    return QByteArray::fromHex(text);
}

QByteArray encoded(const CommandApdu& command) {
    return command.encoded().view().toByteArray();
}

}  // namespace

class TestApdu : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encodesAndParses_data();
    void encodesAndParses();
    void refusesMalformedCommands_data();
    void refusesMalformedCommands();
    void parsesLongestExtendedForms();
    void changesLe();
    void logNeverHoldsPin_data();
    void logNeverHoldsPin();
    void logShowsOtherCommands();
    void responses();
    void statusWords_data();
    void statusWords();
};

void TestApdu::encodesAndParses_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("le");
    QTest::newRow("case 1") << hex("00A4030C") << QByteArray() << CommandApdu::NoLe;
    QTest::newRow("case 2 short") << hex("00B00000C0") << QByteArray() << 0xC0;
    QTest::newRow("case 2 short, most") << hex("00B0000000") << QByteArray() << 256;
    QTest::newRow("case 3 short") << hex("002241B606800142840182") << hex("800142840182")
                                  << CommandApdu::NoLe;
    QTest::newRow("case 4 short") << hex("00CB3FFF034D010200") << hex("4D0102") << 256;
    QTest::newRow("case 4 short, le 1") << hex("00CB3FFF034D010201") << hex("4D0102") << 1;
    QTest::newRow("case 2 extended") << hex("00B00000000101") << QByteArray() << 257;
    QTest::newRow("case 2 extended, most") << hex("00B00000000000") << QByteArray() << 65536;
    QTest::newRow("case 3 extended") << hex("002A9E9A000100") + QByteArray(256, 'x') << QByteArray(256, 'x')
                                     << CommandApdu::NoLe;
    QTest::newRow("case 4 extended by data")
        << hex("002A9E9A000100") + QByteArray(256, 'x') + hex("0100") << QByteArray(256, 'x') << 256;
    QTest::newRow("case 4 extended by le") << hex("002A9E9A0000017F0000") << hex("7F") << 65536;
}

void TestApdu::encodesAndParses() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, data);
    QFETCH(const int, le);
    const CommandApdu made(static_cast<quint8>(bytes[0]), static_cast<quint8>(bytes[1]),
                           static_cast<quint8>(bytes[2]), static_cast<quint8>(bytes[3]), data, le);
    QCOMPARE(encoded(made), bytes);
    const auto parsed = CommandApdu::parse(bytes);
    QVERIFY(parsed);
    QCOMPARE(parsed->data().toByteArray(), data);
    QCOMPARE(parsed->le(), le);
    QCOMPARE(encoded(*parsed), bytes);
}

void TestApdu::refusesMalformedCommands_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("three bytes") << hex("00A403");
    QTest::newRow("data missing") << hex("00200085 0C 3132");
    QTest::newRow("one byte too many") << hex("002241B6 01 AA 00 00");
    QTest::newRow("zero length and a byte") << hex("002241B6 00 AA");
    QTest::newRow("extended, zero length, data") << hex("002241B6 00 0000 AA");
    QTest::newRow("extended, cut off") << hex("002241B6 00 0002 AA");
    QTest::newRow("extended, half a Le") << hex("002241B6 00 0001 AA 00");
}

void TestApdu::refusesMalformedCommands() {
    QFETCH(const QByteArray, bytes);
    QVERIFY(!CommandApdu::parse(bytes));
}

void TestApdu::parsesLongestExtendedForms() {
    const QByteArray data(65535, 'd');
    const CommandApdu command(0, 0xD6, 0, 0, data, 65536);
    const QByteArray bytes = encoded(command);
    QCOMPARE(bytes.size(), 4 + 3 + 65535 + 2);
    const auto parsed = CommandApdu::parse(bytes);
    QVERIFY(parsed);
    QCOMPARE(parsed->data().toByteArray(), data);
}

void TestApdu::changesLe() {
    const CommandApdu command(0, 0xCB, 0x3F, 0xFF, hex("4D01"), 256);
    QCOMPARE(encoded(command.withLe(0x1E)), hex("00CB3FFF024D011E"));
}

void TestApdu::logNeverHoldsPin_data() {
    QTest::addColumn<int>("ins");
    QTest::newRow("VERIFY") << 0x20;
    QTest::newRow("VERIFY, objects") << 0x21;
    QTest::newRow("CHANGE") << 0x24;
    QTest::newRow("UNBLOCK") << 0x2C;
}

void TestApdu::logNeverHoldsPin() {
    QFETCH(const int, ins);
    const CommandApdu command(0, static_cast<quint8>(ins), 0, 0x85, QByteArrayView("471108"));
    const QString text = command.forLog();
    QVERIFY2(!text.contains(u"471108") && !text.contains(u"343731313038"), qPrintable(text));
    QVERIFY2(text.endsWith(u"Lc=6 ***"), qPrintable(text));
}

void TestApdu::logShowsOtherCommands() {
    QCOMPARE(CommandApdu(0, 0xA4, 0x02, 0x0C, hex("5031"), 256).forLog(),
             QStringLiteral("00 A4 02 0C Lc=2 5031 Le=256"));
}

void TestApdu::responses() {
    QVERIFY(!ResponseApdu::parse(QByteArray()));
    QVERIFY(!ResponseApdu::parse(hex("90")));
    const auto bare = ResponseApdu::parse(hex("9000"));
    QVERIFY(bare && bare->data.isEmpty() && bare->status.isOk());
    const auto full = ResponseApdu::parse(hex("01026982"));
    QVERIFY(full);
    QCOMPARE(full->data, hex("0102"));
    QCOMPARE(full->status.value, quint16(0x6982));
    QCOMPARE(full->encoded(), hex("01026982"));
}

void TestApdu::statusWords_data() {
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("tries");  // -1: none
    QTest::addColumn<QString>("text");
    QTest::newRow("two left") << 0x63C2 << 2 << QStringLiteral("63C2");
    QTest::newRow("blocked") << 0x63C0 << 0 << QStringLiteral("63C0");
    QTest::newRow("other warning") << 0x6302 << -1 << QStringLiteral("6302");
    QTest::newRow("not verified") << 0x6982 << -1 << QStringLiteral("6982");
    QTest::newRow("leading zero") << 0x0001 << -1 << QStringLiteral("0001");
}

void TestApdu::statusWords() {
    QFETCH(const int, value);
    QFETCH(const int, tries);
    QFETCH(const QString, text);
    const StatusWord status{static_cast<quint16>(value)};
    QCOMPARE(status.triesLeft().value_or(-1), tries);
    QCOMPARE(status.toString(), text);
}

QTEST_APPLESS_MAIN(TestApdu)
#include "tst_Apdu.moc"
