#include <QTest>

#include "card/PinPad.h"

using namespace signet;
using namespace signet::card;

/** What a reader with a PIN pad is told, byte by byte, and what its answers mean. */
class TestPinPad : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void features_data();
    void features();
    void structure();
    void limitFitsIntoAByte();
    void outcomes_data();
    void outcomes();
    void falseClaims();
};

void TestPinPad::features_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<qint64>("code");
    const auto row = [](const char* name, const char* answer, qint64 code) {
        QTest::newRow(name) << QByteArray::fromHex(answer) << code;
    };
    row("alone", "060442330006", 0x42330006);
    row("among others", "0A04423300120704423300070604423300061204423300FF", 0x42330006);
    row("modify only", "070442330007", -1);
    row("none", "", -1);
    row("cut off", "0604423300", -1);
    row("another size", "060342330006", -1);
    row("another size before it", "07024233060442330006", -1);
}

void TestPinPad::features() {
    QFETCH(const QByteArray, answer);
    QFETCH(const qint64, code);
    const auto found = verifyPinDirect(answer);
    QCOMPARE(found ? static_cast<qint64>(*found) : -1, code);
}

void TestPinPad::structure() {
    const PadEntry entry{
        verifyCommand(0x85, base::SecretBytes(), 12), {6, 12}, std::chrono::seconds(45), 0x0426};
    QCOMPARE(verifyStructure(entry).toHex(),
             QByteArray("2d2d"        // seconds
                        "82"          // bytes, position 0, left, ASCII
                        "0c"          // twelve bytes
                        "00"          // no length in the block
                        "0c06"        // at most 12, at least 6
                        "02"          // OK ends it
                        "ff"          // the reader's own words
                        "2604"        // in Latvian
                        "00000000"    // the first message, no prologue
                        "11000000"    // 17 bytes follow
                        "002000850c"  // VERIFY
                        "ffffffffffffffffffffffff"));
}

void TestPinPad::limitFitsIntoAByte() {
    for (const auto& [seconds, byte] : {std::pair(0, 1), std::pair(255, 255), std::pair(300, 255)}) {
        const PadEntry entry{
            verifyCommand(0x85, base::SecretBytes(), 12), {6, 12}, std::chrono::seconds(seconds)};
        QCOMPARE(static_cast<quint8>(verifyStructure(entry).at(0)), byte);
        QCOMPARE(static_cast<quint8>(verifyStructure(entry).at(1)), byte);
    }
}

void TestPinPad::outcomes_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](int status, const char* code) {
        QTest::addRow("%04X", status) << status << QString::fromLatin1(code);
    };
    row(0x9000, "");
    row(0x6400, "pin-pad-timeout");
    row(0x6401, "pin-pad-cancelled");
    row(0x6402, "card-failed");
    row(0x6403, "pin-format");
    row(0x6404, "pin-pad-missing");
    row(0x6B80, "card-failed");
    row(0x63C2, "pin-wrong");
    row(0x63C0, "pin-blocked");
    row(0x6983, "pin-blocked");
    row(0x6700, "pin-format");
}

void TestPinPad::outcomes() {
    QFETCH(const int, status);
    QFETCH(const QString, code);
    const auto outcome =
        padOutcome(StatusWord{static_cast<quint16>(status)}, {6, 12}, QStringLiteral("Reader"));
    QCOMPARE(outcome ? QString() : outcome.error().publicCode(), code);
}

void TestPinPad::falseClaims() {
    QVERIFY(
        claimsPadFalsely(QStringLiteral("HID Global OMNIKEY 3x21 Smart Card Reader [OMNIKEY 3x21] 00 00")));
    QVERIFY(claimsPadFalsely(QStringLiteral("HID Global OMNIKEY 6121 Smart Card Reader 0")));
    QVERIFY(!claimsPadFalsely(QStringLiteral("HID Global OMNIKEY 3821 Smart Card Reader 0")));
    QVERIFY(!claimsPadFalsely(QStringLiteral("REINER SCT cyberJack RFID komfort 00 00")));
}

QTEST_GUILESS_MAIN(TestPinPad)
#include "tst_PinPad.moc"
