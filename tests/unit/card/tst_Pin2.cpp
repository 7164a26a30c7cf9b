#include <QTest>

#include "card/Pin2.h"
#include "card/Pin2State.h"

using namespace signet;
using namespace signet::card;
using base::ErrorCode;
using base::SecretBytes;

class TestPin2 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outcomes_data();
    void outcomes();
    void format_data();
    void format();
    void blockIsPadded();
    void learnsThatTheCardDropsAfterASignature();
    void learnsThatTheCardDropsWhenSelected();
    void learnsFromBothAtOnce();
    void resetLosesIt();
};

void TestPin2::outcomes_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("left");
    const auto row = [](int status, const char* code, int left = -1) {
        QTest::addRow("%04X", status) << status << QString::fromLatin1(code) << left;
    };
    row(0x9000, "");
    row(0x63C5, "pin-wrong", 5);
    row(0x63C2, "pin-wrong", 2);
    row(0x63C1, "pin-wrong", 1);
    row(0x63C0, "pin-blocked");
    row(0x6983, "pin-blocked");
    row(0x6984, "pin-blocked");
    row(0x6700, "pin-format");
    row(0x6A80, "pin-format");
    row(0x6300, "card-failed");
    row(0x6982, "card-failed");
    row(0x6A88, "card-failed");
    row(0x6F00, "card-failed");
    row(0x6C0C, "card-failed");
    row(0x6100, "card-failed");
    row(0x0000, "card-failed");
}

void TestPin2::outcomes() {
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const int, left);
    const auto outcome = verifyOutcome(StatusWord{static_cast<quint16>(status)}, {6, 12});
    QCOMPARE(outcome ? QString() : outcome.error().publicCode(), code);
    if (!outcome)
        QCOMPARE(outcome.error().count().value_or(-1), left);
}

void TestPin2::format_data() {
    QTest::addColumn<QByteArray>("pin");
    QTest::addColumn<bool>("fits");
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("one too few") << QByteArray("12345") << false;
    QTest::newRow("fewest") << QByteArray("123456") << true;
    QTest::newRow("most") << QByteArray("123456789012") << true;
    QTest::newRow("one too many") << QByteArray("1234567890123") << false;
    QTest::newRow("a letter") << QByteArray("12345a") << false;
    QTest::newRow("a blank") << QByteArray("123456 ") << false;
    QTest::newRow("a zero byte") << QByteArray("123456\0", 7) << false;
    QTest::newRow("other digits") << QByteArray("\xD9\xA1\xD9\xA2\xD9\xA3") << false;
}

void TestPin2::format() {
    QFETCH(const QByteArray, pin);
    QFETCH(const bool, fits);
    const auto checked = checkPinFormat(SecretBytes(QByteArrayView(pin)), {6, 12});
    QCOMPARE(checked.has_value(), fits);
    if (!fits) {
        QCOMPARE(checked.error().publicCode(), base::toString(ErrorCode::PinFormat));
        QVERIFY(checked.error().message().contains(u"6") && checked.error().message().contains(u"12"));
    }
}

void TestPin2::blockIsPadded() {
    const CommandApdu command = verifyCommand(0x85, SecretBytes(QByteArrayView("197531")), 12);
    QCOMPARE(command.encoded().view().toByteArray(),
             QByteArray::fromHex("002000850C313937353331FFFFFFFFFFFF"));
    QVERIFY(!command.forLog().contains(u"31393735"));
}

void TestPin2::learnsThatTheCardDropsAfterASignature() {
    Pin2State pin;
    QVERIFY(pin.mustVerify());
    pin.verified();
    QVERIFY(!pin.mustVerify());
    pin.signedOnce();
    QVERIFY(!pin.mustVerify());  // not known yet: asking costs nothing
    pin.refused();
    QVERIFY(pin.mustVerify());
    pin.verified();
    QVERIFY(!pin.mustVerify());
    pin.signedOnce();
    QVERIFY(pin.mustVerify());  // now it is
}

void TestPin2::learnsThatTheCardDropsWhenSelected() {
    Pin2State pin;
    pin.verified();
    pin.selected();
    QVERIFY(!pin.mustVerify());
    pin.refused();
    pin.verified();
    pin.signedOnce();
    pin.signedOnce();
    QVERIFY(!pin.mustVerify());  // it keeps PIN2 over signatures
    pin.selected();
    QVERIFY(pin.mustVerify());
}

void TestPin2::learnsFromBothAtOnce() {
    Pin2State pin;
    pin.verified();
    pin.signedOnce();
    pin.selected();
    pin.refused();
    pin.verified();
    pin.signedOnce();
    QVERIFY(!pin.mustVerify());  // which of the two it was is open
    pin.selected();
    QVERIFY(pin.mustVerify());
}

void TestPin2::resetLosesIt() {
    Pin2State pin;
    pin.verified();
    pin.lost();
    QVERIFY(pin.mustVerify());
    pin.verified();
    QVERIFY(!pin.mustVerify());
}

QTEST_GUILESS_MAIN(TestPin2)
#include "tst_Pin2.moc"
