#include <QTest>

#include "support/CardTerminal.h"
#include "support/DemoCards.h"

namespace signet::test {

using sandbox::CardPersonalisation;
using sandbox::CardPin;

/** Counters, blocking, changing and unblocking. */
class VirtualCardPinsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsDownAndBlocks_data();
    void countsDownAndBlocks();
    void otherCardsBlockInOtherWords();
    void countersOutlivePower();
    void rightPinRestoresTries();
    void malformedBlockCostsNothing();
    void shortestPin2();
    void tellsTriesAsRecorded();
    void mayKeepTriesToItself();
    void changesPin();
    void unblocksWithPuk();
    void asksWithoutPin();
    void emptyIdentityIsRefused();
};

void VirtualCardPinsTest::countsDownAndBlocks_data() {
    QTest::addColumn<QString>("directory");
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("right");
    QTest::addColumn<CardPin>("pin");
    QTest::newRow("PIN1") << QStringLiteral("main") << QStringLiteral("wrong1") << QStringLiteral("pin1")
                          << CardPin::Pin1;
    QTest::newRow("PIN2") << QStringLiteral("adf2") << QStringLiteral("wrong2") << QStringLiteral("pin2")
                          << CardPin::Pin2;
    QTest::newRow("PUK") << QStringLiteral("main") << QStringLiteral("wrongpuk") << QStringLiteral("puk")
                         << CardPin::Puk;
}

void VirtualCardPinsTest::countsDownAndBlocks() {
    QFETCH(QString, directory);
    QFETCH(QString, wrong);
    QFETCH(QString, right);
    QFETCH(CardPin, pin);
    CardTerminal terminal(demoCard(CardPersonalisation::Cosmo8Ec));
    terminal.send(directory);
    QCOMPARE(terminal.send(wrong), quint16{0x63C2});
    QCOMPARE(terminal.send(wrong), quint16{0x63C1});
    QCOMPARE(terminal.send(wrong), quint16{0x63C0});
    QCOMPARE(terminal.send(right), quint16{0x6983});
    QCOMPARE(terminal.card().triesLeft(pin), 0);
    QCOMPARE(terminal.card().verifyCount(), 4);
}

void VirtualCardPinsTest::otherCardsBlockInOtherWords() {
    sandbox::VirtualCardOptions options;
    options.pin2Tries = {5, 1};
    options.lastWrongPinStatus = 0x6983;
    options.blockedPinStatus = 0x6984;
    CardTerminal terminal(demoCard(CardPersonalisation::Cosmo8Ec, options));
    QCOMPARE(terminal.play(QStringLiteral("adf2, wrong2")), quint16{0x6983});
    QCOMPARE(terminal.send(QStringLiteral("pin2")), quint16{0x6984});
}

void VirtualCardPinsTest::countersOutlivePower() {
    CardTerminal terminal(demoCard(CardPersonalisation::Cosmo8Ec));
    terminal.play(QStringLiteral("adf2, wrong2"));
    terminal.card().powerOff();
    terminal.card().powerOn();
    QCOMPARE(terminal.play(QStringLiteral("adf2, wrong2")), quint16{0x63C1});
}

void VirtualCardPinsTest::rightPinRestoresTries() {
    CardTerminal terminal(demoCard(CardPersonalisation::Cosmo8Ec));
    QCOMPARE(terminal.play(QStringLiteral("adf2, wrong2, wrong2, pin2")), quint16{0x9000});
    QCOMPARE(terminal.card().triesLeft(CardPin::Pin2), 3);
}

void VirtualCardPinsTest::malformedBlockCostsNothing() {
    CardTerminal terminal(demoCard(CardPersonalisation::Cosmo8Ec));
    QCOMPARE(terminal.play(QStringLiteral("adf2, 002000850C 3132333435FFFFFFFFFFFFFF")), quint16{0x6A80});
    QCOMPARE(terminal.play(QStringLiteral("adf2, 0020008506 313233343536")), quint16{0x6700});
    QCOMPARE(terminal.card().triesLeft(CardPin::Pin2), 3);
}

/** Five digits are a wrong PIN in Estonia and none in Latvia. */
void VirtualCardPinsTest::shortestPin2() {
    const QString fiveDigits = QStringLiteral("adf2, 002000850C 3132333435FFFFFFFFFFFFFF");
    CardTerminal latvian(demoCard(CardPersonalisation::CosmoXEc));
    QCOMPARE(latvian.play(fiveDigits), quint16{0x6A80});
    CardTerminal estonian(demoCard(CardPersonalisation::EstonianCosmoX));
    QCOMPARE(estonian.play(fiveDigits), quint16{0x63C2});
    QCOMPARE(estonian.play(QStringLiteral("adf2, 002000850C 31323334FFFFFFFFFFFFFFFF")), quint16{0x6A80});
    QCOMPARE(estonian.card().triesLeft(CardPin::Pin2), 2);
}

void VirtualCardPinsTest::tellsTriesAsRecorded() {
    CardTerminal terminal(demoCard(CardPersonalisation::Cosmo8Ec));
    QCOMPARE(terminal.play(QStringLiteral("main, tries1")), quint16{0x9000});
    QCOMPARE(terminal.data().toHex(),
             QByteArray("701ebf81011aa0189a01039b0103a1108c06f300007343009c06f30000734300"));
    QCOMPARE(terminal.play(QStringLiteral("adf2, wrong2, tries2")), quint16{0x9000});
    QCOMPARE(terminal.data().first(14).toHex(), QByteArray("701ebf81051aa0189a01039b0102"));
}

void VirtualCardPinsTest::mayKeepTriesToItself() {
    sandbox::VirtualCardOptions options;
    options.tellsTries = false;
    CardTerminal terminal(demoCard(CardPersonalisation::Cosmo8Ec, options));
    QCOMPARE(terminal.play(QStringLiteral("main, tries1")), quint16{0x6A88});
}

void VirtualCardPinsTest::changesPin() {
    CardTerminal terminal(demoCard(CardPersonalisation::Cosmo8Ec));
    const QString toNew = QStringLiteral("0024008518 313233343536FFFFFFFFFFFF 37383930313233FFFFFFFFFF");
    QCOMPARE(terminal.play(QStringLiteral("adf2, ") + toNew), quint16{0x9000});
    QCOMPARE(terminal.send(QStringLiteral("pin2")), quint16{0x63C2});
    QCOMPARE(terminal.send(QStringLiteral("002000850C 37383930313233FFFFFFFFFF")), quint16{0x9000});
    QCOMPARE(terminal.send(toNew), quint16{0x63C2});  // the old one is wrong now
}

void VirtualCardPinsTest::unblocksWithPuk() {
    CardTerminal terminal(demoCard(CardPersonalisation::Cosmo8Ec));
    QCOMPARE(terminal.play(QStringLiteral("adf2, wrong2, wrong2, wrong2")), quint16{0x63C0});
    QCOMPARE(terminal.play(QStringLiteral("main, puk, adf2, 002C02850C 393938383737FFFFFFFFFFFF")),
             quint16{0x9000});
    QCOMPARE(terminal.card().triesLeft(CardPin::Pin2), 3);
    QCOMPARE(terminal.play(QStringLiteral("mse-ec, sign-ec")), quint16{0x6982});
    QCOMPARE(terminal.send(QStringLiteral("002000850C 393938383737FFFFFFFFFFFF")), quint16{0x9000});
}

void VirtualCardPinsTest::asksWithoutPin() {
    CardTerminal terminal(demoCard(CardPersonalisation::Cosmo8Ec));
    QCOMPARE(terminal.play(QStringLiteral("adf2, 00200085")), quint16{0x63C3});
    QCOMPARE(terminal.play(QStringLiteral("pin2, 00200085")), quint16{0x9000});
    QCOMPARE(terminal.card().verifyCount(), 1);
}

void VirtualCardPinsTest::emptyIdentityIsRefused() {
    QVERIFY(!sandbox::VirtualCard::create({}, CardPersonalisation::CosmoXEc));
    // an RSA holder on a card of the other kind
    QVERIFY(!sandbox::VirtualCard::create(demoIdentity(CardPersonalisation::Cosmo8Rsa),
                                          CardPersonalisation::CosmoXEc));
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::VirtualCardPinsTest)
#include "tst_VirtualCardPins.moc"
