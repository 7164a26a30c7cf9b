#include <QTest>

#include "support/CardTerminal.h"
#include "support/DemoCards.h"

namespace signet::test {

using sandbox::AnswerHabit;
using sandbox::CardPersonalisation;

/** One row per thing that a program may do wrong: a script of commands, and the status word that its last one
 * must get. */
class VirtualCardMisuseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersWithTheStatusWord_data();
    void answersWithTheStatusWord();
    void speaksT0();
    void speaksT1();
    void forgetsWithPower();
    void failedSelectKeepsSelection();
};

void VirtualCardMisuseTest::answersWithTheStatusWord_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<quint16>("status");
    const auto row = [](const char* name, const char* script, quint16 status) {
        QTest::newRow(name) << QString::fromLatin1(script) << status;
    };

    row("nothing at all", "", 0x6700);
    row("half a header", "00A404", 0x6700);
    row("wrong class", "80A4040C00", 0x6E00);
    row("other channel", "main, 01B0000000", 0x6881);
    row("secure messaging", "main, 0CB0000000", 0x6882);
    row("chaining", "adf2, 102A9E9A01 00", 0x6884);
    row("unknown instruction", "main, 00E2000000", 0x6D00);
    row("Lc beyond the end", "00A4040C10 A000", 0x6700);
    row("bytes after Le", "main, 00A4020402 5031 00 00", 0x6700);
    row("extended length", "main, 00B00000 000100", 0x6700);
    row("extended length with data",
        "adf2, 002A9E9A 000030"
        "000000000000000000000000000000000000000000000000"
        "000000000000000000000000000000000000000000000000"
        "0100",
        0x6700);

    row("nothing selected: read", "00B0000000", 0x6985);
    row("nothing selected: verify", "pin1", 0x6985);
    row("nothing selected: file", "00A4020C02 5031", 0x6A82);
    row("unknown application", "00A4040C05 A000000001", 0x6A82);
    row("application by half its name", "00A4040C08 A000000077010800", 0x6A82);
    row("application name too short", "00A4040C02 A000", 0x6700);
    row("unknown file", "adf1, 00A4020C02 7009", 0x6A82);
    row("file of the other application", "adf1, 00A4020C02 341F", 0x6A82);
    row("file identifier of three bytes", "adf1, 00A4020C03 703100", 0x6700);
    row("SELECT with an unknown P1", "main, 00A4030C00", 0x6A86);
    row("SELECT with an unknown P2", "adf1, 00A4020102 5031 00", 0x6A86);
    row("SELECT for its FCP without Le", "adf1, 00A4020402 5031", 0x6110);
    row("SELECT for its FCP with a small Le", "adf1, 00A4020402 5031 04", 0x6C10);
    row("a directory that is no child", "adf1, 00A4010C02 ADF2", 0x6A82);

    row("read without a file", "adf1, 00B0000000", 0x6986);
    row("read without Le", "adf1, 00A4020C02 5031, 00B00000", 0x6700);
    row("read with data", "adf1, 00A4020C02 5031, 00B0000001 00 00", 0x6700);
    row("read past the end", "adf1, 00A4020C02 5031, 00B0010000", 0x6B00);
    row("read an empty file", "adf1, 00A4020C02 7006, 00B0000000", 0x6B00);
    row("read by short identifier", "adf1, 00B0810000", 0x6A82);
    row("file selection ends with the application", "adf1, 00A4020C02 5031, adf2, 00B0000000", 0x6986);

    row("PIN2 outside its application", "main, pin2", 0x6A88);
    row("PIN2 in the other application", "adf1, pin2", 0x6A88);
    row("unknown PIN", "main, 002000030C 31323334FFFFFFFFFFFFFFFF", 0x6A88);
    row("VERIFY with P1", "main, 002001010C 31323334FFFFFFFFFFFFFFFF", 0x6A86);
    row("VERIFY without padding", "main, 0020000104 31323334", 0x6700);
    row("VERIFY of too long a block", "main, 002000010D 31323334FFFFFFFFFFFFFFFFFF", 0x6700);
    row("VERIFY with Le", "main, 002000010C 31323334FFFFFFFFFFFFFFFF 00", 0x6700);
    row("PIN shorter than any", "main, 002000010C 313233FFFFFFFFFFFFFFFFFF", 0x6A80);
    row("padding in the middle", "main, 002000010C 3132FF3334FFFFFFFFFFFFFF", 0x6A80);
    row("tries of PIN2 in main", "main, tries2", 0x6A88);
    row("tries of PIN1 in ADF2", "adf2, tries1", 0x6A88);
    row("tries with another list", "main, 00CB3FFF0A 4D087006BF810103A080 00", 0x6A80);
    row("tries with other parameters", "main, 00CB3F000A 4D087006BF810102A080 00", 0x6A86);
    row("tries without Le", "main, 00CB3FFF0A 4D087006BF810102A080", 0x6120);
    row("unblock without PUK", "adf2, 002C02850C 313131313131FFFFFFFFFFFF", 0x6982);
    row("unblock with P1 zero", "adf2, 002C00850C 313131313131FFFFFFFFFFFF", 0x6A86);
    row("unblock the PUK", "main, puk, 002C02020C 3131313131313131FFFFFFFF", 0x6A88);
    row("change with one block", "main, 002400010C 31323334FFFFFFFFFFFFFFFF", 0x6700);
    row("change to too short a PIN", "adf2, 0024008518 313233343536FFFFFFFFFFFF 3131313131FFFFFFFFFFFFFF",
        0x6A80);

    row("MSE with other parameters", "adf2, 002281B606 80015484019E", 0x6A86);
    row("MSE for encryption", "adf2, 002241B806 80015484019E", 0x6A86);
    row("MSE without algorithm", "adf2, 002241B603 84019E", 0x6A80);
    row("MSE without key", "adf2, 002241B606 800154800154", 0x6A80);
    row("MSE with unknown tags", "adf2, 002241B606 81015483019E", 0x6A80);
    row("MSE of an unknown key", "adf2, 002241B606 80015484019F", 0x6A88);
    row("MSE with RSA's algorithm", "adf2, 002241B606 80014284019E", 0x6A80);
    row("MSE in the wrong application", "adf1, mse-ec", 0x6A88);
    row("MSE with Le", "adf2, 002241B606 80015484019E 00", 0x6700);

    row("sign without environment", "adf2, pin2, sign-ec", 0x6985);
    row("sign without PIN", "adf2, mse-ec, sign-ec", 0x6982);
    row("sign after a wrong PIN", "adf2, mse-ec, pin2, wrong2, sign-ec", 0x6982);
    row("sign with PIN1", "adf2, mse-ec, pin1, sign-ec", 0x6982);
    row("sign after a failed MSE", "adf2, mse-ec, pin2, 002241B606 80015484019F, sign-ec", 0x6985);
    row("sign in another application", "adf2, mse-ec, pin2, adf1, sign-ec", 0x6985);
    row("sign after coming back: environment", "adf2, mse-ec, pin2, adf1, adf2, sign-ec", 0x6985);
    row("sign after coming back: PIN", "adf2, mse-ec, pin2, adf1, adf2, mse-ec, sign-ec", 0x6982);
    row("sign after reselection: PIN", "adf2, mse-ec, pin2, adf2, mse-ec, sign-ec", 0x6982);
    row("sign with other parameters", "adf2, mse-ec, pin2, 002A9E9B0100", 0x6A86);
    row("sign a SHA-256 hash unpadded", "adf2, mse-ec, pin2, sign-rsa", 0x6700);
    row("sign without Le",
        "adf2, mse-ec, pin2, 002A9E9A30 "
        "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
        0x6160);
    row("sign with a small Le",
        "adf2, mse-ec, pin2, 002A9E9A30 "
        "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 40",
        0x6C60);
    row("GET RESPONSE with nothing waiting", "main, 00C0000000", 0x6985);

    row("reading a file keeps PIN2", "adf2, mse-ec, pin2, 00A4020C02 5031, sign-ec", 0x9000);
    row("PIN before environment", "adf2, pin2, mse-ec, sign-ec", 0x9000);
    row("tags of MSE the other way round", "adf2, pin2, 002241B606 84019E 800154, sign-ec", 0x9000);
    row("a refused length costs nothing", "adf2, mse-ec, pin2, sign-rsa, sign-ec", 0x9000);
}

void VirtualCardMisuseTest::answersWithTheStatusWord() {
    QFETCH(QString, script);
    QFETCH(quint16, status);
    CardTerminal terminal(demoCard(CardPersonalisation::CosmoXEc));
    const quint16 got = terminal.play(script);
    QCOMPARE(QString::number(got, 16), QString::number(status, 16));
    QVERIFY(got == 0x9000 || terminal.data().isEmpty());
}

void VirtualCardMisuseTest::speaksT0() {
    sandbox::VirtualCardOptions options;
    options.answerHabit = AnswerHabit::GetResponse;
    CardTerminal terminal(demoCard(CardPersonalisation::Cosmo8Rsa, options));
    QCOMPARE(terminal.send(QStringLiteral("adf2")), quint16{0x9000});
    QCOMPARE(terminal.send(QStringLiteral("00A4020402 5031")), quint16{0x6110});
    QCOMPARE(terminal.send(QStringLiteral("00C0000000")), quint16{0x6C10});
    QCOMPARE(terminal.send(QStringLiteral("00C0000004")), quint16{0x610C});
    QCOMPARE(terminal.data().toHex(), QByteArray("620e8201"));
    QCOMPARE(terminal.send(QStringLiteral("00C000000C")), quint16{0x9000});
    QCOMPARE(terminal.send(QStringLiteral("00B0000000")), quint16{0x6C28});
    QCOMPARE(terminal.send(QStringLiteral("00B0000028")), quint16{0x9000});
    QCOMPARE(terminal.data().size(), 0x28);

    QCOMPARE(terminal.play(QStringLiteral("mse-rsa, pin2, sign-rsa")), quint16{0x6100});
    QCOMPARE(terminal.send(QStringLiteral("00C0000000")), quint16{0x9000});
    QCOMPARE(terminal.data().size(), 256);

    // any other command in between loses what was waiting
    QCOMPARE(terminal.send(QStringLiteral("tries2")), quint16{0x6120});
    terminal.send(QStringLiteral("mse-rsa"));
    QCOMPARE(terminal.send(QStringLiteral("00C0000020")), quint16{0x6985});
}

void VirtualCardMisuseTest::speaksT1() {
    sandbox::VirtualCardOptions options;
    options.answerHabit = AnswerHabit::Direct;
    CardTerminal terminal(demoCard(CardPersonalisation::CosmoXEc, options));
    QCOMPARE(terminal.play(QStringLiteral("adf2, 00A4020402 5031")), quint16{0x6700});
    QCOMPARE(terminal.send(QStringLiteral("00A4020402 5031 00")), quint16{0x9000});
    QCOMPARE(terminal.data().size(), 16);
    const QString signWithoutLe = CardTerminal::word(QStringLiteral("sign-ec")).chopped(2);
    QCOMPARE(terminal.play(QStringLiteral("mse-ec, pin2,") + signWithoutLe), quint16{0x6700});
    QCOMPARE(terminal.send(QStringLiteral("sign-ec")), quint16{0x9000});
    QCOMPARE(terminal.data().size(), 96);
}

void VirtualCardMisuseTest::forgetsWithPower() {
    CardTerminal terminal(demoCard(CardPersonalisation::CosmoXEc), false);
    QCOMPARE(terminal.send(QStringLiteral("main")), quint16{0});

    terminal.card().powerOn();
    QCOMPARE(terminal.play(QStringLiteral("adf2, mse-ec, pin2")), quint16{0x9000});
    terminal.card().reset();
    QCOMPARE(terminal.send(QStringLiteral("sign-ec")), quint16{0x6985});
    QCOMPARE(terminal.play(QStringLiteral("adf2, mse-ec, sign-ec")), quint16{0x6982});
}

void VirtualCardMisuseTest::failedSelectKeepsSelection() {
    CardTerminal terminal(demoCard(CardPersonalisation::CosmoXEc));
    QCOMPARE(terminal.play(QStringLiteral("adf2, mse-ec, pin2")), quint16{0x9000});
    QCOMPARE(terminal.send(QStringLiteral("00A4040C05 A000000001")), quint16{0x6A82});
    QCOMPARE(terminal.send(QStringLiteral("00A4020402 5031 04")), quint16{0x6C10});
    QCOMPARE(terminal.send(QStringLiteral("sign-ec")), quint16{0x9000});
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::VirtualCardMisuseTest)
#include "tst_VirtualCardMisuse.moc"
