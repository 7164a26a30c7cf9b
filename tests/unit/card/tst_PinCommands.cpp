#include <QTest>

#include "card/PinCommands.h"
#include "card/PinPad.h"
#include "card/PinRules.h"

using namespace signet;
using namespace signet::card;
using base::SecretBytes;

Q_DECLARE_METATYPE(signet::card::PinKind)

namespace {

SecretBytes secret(const char* digits) {
    return SecretBytes(QByteArrayView(digits));
}

template <typename T>
QString nameOfError(const Expected<T>& outcome) {
    return outcome ? QString() : outcome.error().publicCode();
}

}  // namespace

/** The commands that care for PINs, byte by byte, what their answers mean, and what is checked before. */
class TestPinCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commands();
    void tries();
    void outcomes_data();
    void outcomes();
    void padAnswers_data();
    void padAnswers();
    void padStructures();
    void padFeatures();
    void formats();
    void newIsNotOld();
    void easilyGuessed_data();
    void easilyGuessed();
};

void TestPinCommands::commands() {
    const CommandApdu change = changeCommand(0x85, secret("123456"), secret("777777777777"), 12);
    QCOMPARE(change.encoded().view().toByteArray().toHex(), QByteArray("0024008518"
                                                                       "313233343536ffffffffffff"
                                                                       "373737373737373737373737"));
    const CommandApdu reset = resetRetryCounterCommand(0x01, secret("4321"), 12);
    QCOMPARE(reset.encoded().view().toByteArray().toHex(), QByteArray("002c02010c34333231ffffffffffffffff"));
    for (const CommandApdu* command : {&change, &reset})
        QVERIFY2(!command->forLog().contains(u"3333") && !command->forLog().contains(u"3737") &&
                     !command->forLog().contains(u"3433"),
                 qPrintable(command->forLog()));
}

void TestPinCommands::tries() {
    QCOMPARE(triesRequest(0x85).toHex(), QByteArray("4d087006bf810502a080"));
    QCOMPARE(triesRequest(0x02).toHex(), QByteArray("4d087006bf810202a080"));
    const QByteArray right = QByteArray::fromHex("700cbf810208a0069a010a9b0107");
    QCOMPARE(triesFrom(right, 0x02).value_or(PinTries()), (PinTries{7, 10}));
    QVERIFY(!triesFrom(right, 0x01));
    QVERIFY(!triesFrom(QByteArray::fromHex("700cbf810208a0069a01039b0104"), 0x02));  // more than all
    QVERIFY(!triesFrom(right.chopped(1), 0x02));
    QVERIFY(!triesFrom({}, 0x02));
}

void TestPinCommands::outcomes_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("codes");  // VERIFY PUK, CHANGE PIN1, CHANGE PIN2, RESET for PIN2
    const auto row = [](int status, const char* puk, const char* pin1, const char* pin2, const char* reset) {
        QTest::addRow("%04X", status) << status
                                      << QStringList{QString::fromLatin1(puk), QString::fromLatin1(pin1),
                                                     QString::fromLatin1(pin2), QString::fromLatin1(reset)};
    };
    row(0x9000, "", "", "", "");
    row(0x63C2, "puk-wrong", "pin1-wrong", "pin-wrong", "card-failed");
    row(0x63C0, "puk-blocked", "pin1-blocked", "pin-blocked", "card-failed");
    row(0x6983, "puk-blocked", "pin1-blocked", "pin-blocked", "puk-blocked");
    row(0x6984, "puk-blocked", "pin1-blocked", "pin-blocked", "puk-blocked");
    row(0x6700, "puk-format", "pin1-format", "pin-format", "pin-refused");
    row(0x6A80, "puk-format", "pin-refused", "pin-refused", "pin-refused");
    row(0x6985, "card-failed", "pin-refused", "pin-refused", "pin-refused");
    row(0x6982, "card-failed", "card-failed", "card-failed", "card-failed");
    row(0x6A88, "card-failed", "card-failed", "card-failed", "card-failed");
    row(0x6F00, "card-failed", "card-failed", "card-failed", "card-failed");
    row(0x0000, "card-failed", "card-failed", "card-failed", "card-failed");
}

void TestPinCommands::outcomes() {
    QFETCH(const int, status);
    QFETCH(const QStringList, codes);
    const StatusWord word{static_cast<quint16>(status)};
    const QList<Expected<void>> found{
        presentOutcome(word, PinKind::Puk, {8, 12}), changeOutcome(word, PinKind::Pin1, {4, 12}),
        changeOutcome(word, PinKind::Pin2, {6, 12}), resetOutcome(word, PinKind::Pin2)};
    for (qsizetype i = 0; i < found.size(); ++i) {
        QCOMPARE(nameOfError(found[i]), codes[i]);
        const bool isWrong = codes[i].endsWith(QLatin1StringView("-wrong"));
        if (!found[i])
            QCOMPARE(found[i].error().count(), isWrong ? std::optional(status & 0xF) : std::nullopt);
    }
}

void TestPinCommands::padAnswers_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](int status, const char* code) {
        QTest::addRow("%04X", status) << status << QString::fromLatin1(code);
    };
    row(0x6400, "pin-pad-timeout");
    row(0x6401, "pin-pad-cancelled");
    row(0x6402, "pin-entries-differ");
    row(0x6403, "pin1-format");
    row(0x6404, "pin-pad-missing");
    row(0x9000, "");  // these are the card's
    row(0x63C2, "");
    row(0x6B80, "");
}

void TestPinCommands::padAnswers() {
    QFETCH(const int, status);
    QFETCH(const QString, code);
    const auto trouble = padTrouble(StatusWord{static_cast<quint16>(status)}, PinKind::Pin1, {4, 12},
                                    QStringLiteral("Reader"));
    QCOMPARE(trouble ? trouble->publicCode() : QString(), code);
}

void TestPinCommands::padStructures() {
    const PadChange change{changeCommand(0x85, {}, {}, 12), {6, 12}, true, std::chrono::seconds(60), 0x0426};
    QCOMPARE(modifyStructure(change).toHex(),
             QByteArray("3c3c"        // seconds
                        "82"          // bytes, position 0, left, ASCII
                        "0c"          // blocks of twelve bytes
                        "00"          // no length in the block
                        "00"          // the old one in the first
                        "0c"          // the new one in the second
                        "0c06"        // at most 12, at least 6
                        "03"          // asks for the old one, and for the new one twice
                        "02"          // OK ends it
                        "03"          // three messages
                        "2604"        // in Latvian
                        "000102"      // "PIN", "new PIN", "again"
                        "000000"      // no prologue
                        "1d000000"    // 29 bytes follow
                        "0024008518"  // CHANGE REFERENCE DATA
                        "ffffffffffffffffffffffffffffffffffffffffffffffff"));
    const PadChange reset{resetRetryCounterCommand(0x01, {}, 12), {4, 12}, false, std::chrono::seconds(300)};
    QCOMPARE(modifyStructure(reset).toHex(),
             QByteArray("ffff820c00"
                        "0000"    // the only block
                        "0c04"    // at most 12, at least 4
                        "010202"  // the new one twice, OK, two messages
                        "0904"
                        "010200"  // "new PIN", "again"
                        "000000"
                        "11000000"
                        "002c02010c"
                        "ffffffffffffffffffffffff"));
}

void TestPinCommands::padFeatures() {
    const QByteArray both = QByteArray::fromHex("060442330006070442330007");
    QCOMPARE(modifyPinDirect(both).value_or(0), 0x42330007U);
    QCOMPARE(verifyPinDirect(both).value_or(0), 0x42330006U);
    QVERIFY(!modifyPinDirect(both.first(6)));
    QVERIFY(!modifyPinDirect(both.chopped(1)));
}

void TestPinCommands::formats() {
    QVERIFY(checkPinFormat(PinKind::Pin1, secret("1234"), {4, 12}));
    QCOMPARE(nameOfError(checkPinFormat(PinKind::Pin1, secret("123"), {4, 12})),
             QStringLiteral("pin1-format"));
    QCOMPARE(nameOfError(checkPinFormat(PinKind::Pin2, secret("12345"), {6, 12})),
             QStringLiteral("pin-format"));
    const auto puk = checkPinFormat(PinKind::Puk, secret("1234567x"), {8, 12});
    QCOMPARE(nameOfError(puk), QStringLiteral("puk-format"));
    QVERIFY(puk.error().message().contains(u"8") && puk.error().message().contains(u"12"));
}

void TestPinCommands::newIsNotOld() {
    QVERIFY(checkIsNew(PinKind::Pin2, secret("123456"), secret("123457")));
    QVERIFY(checkIsNew(PinKind::Pin2, secret("123456"), secret("1234567")));
    const auto same = checkIsNew(PinKind::Pin2, secret("123456"), secret("123456"));
    QCOMPARE(nameOfError(same), QStringLiteral("pin-unchanged"));
    QVERIFY(same.error().message().contains(u"PIN2"));
}

void TestPinCommands::easilyGuessed_data() {
    QTest::addColumn<QByteArray>("pin");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char* pin, bool expected) {
        QTest::newRow(pin) << QByteArray(pin) << expected;
    };
    row("1111", true);
    row("000000", true);
    row("1234", true);
    row("123456", true);
    row("567890123", true);
    row("9876", true);
    row("321098", true);
    row("121212", true);
    row("1212121", true);
    row("123123", true);
    row("1221", false);
    row("1357", false);
    row("902731", false);
    row("112233", false);
    row("1212123", false);
    row("", false);
}

void TestPinCommands::easilyGuessed() {
    QFETCH(const QByteArray, pin);
    QFETCH(const bool, expected);
    QCOMPARE(isEasilyGuessed(SecretBytes(QByteArrayView(pin))), expected);
}

QTEST_GUILESS_MAIN(TestPinCommands)
#include "tst_PinCommands.moc"
