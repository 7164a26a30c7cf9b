#include <QTest>

#include "card/Contactless.h"

using namespace signet;

/** Which readers and cards need no slot, as far as it can be told. */
class TestContactless : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void atrs_data();
    void atrs();
    void names_data();
    void names();
};

void TestContactless::atrs_data() {
    QTest::addColumn<QByteArray>("atr");
    QTest::addColumn<bool>("contactless");
    const auto row = [](const char* name, const char* atr, bool contactless) {
        QTest::newRow(name) << QByteArray::fromHex(atr) << contactless;
    };
    row("an eID of this family", "3B8B80010012428F536549440F900071", true);
    row("a security key", "3B8D80018073C021C057597562694B6579F9", true);
    row("a card that only stores", "3B8F8001804F0CA0000003060300030000000068", true);
    row("no historical bytes", "3B80800101", true);
    row("Latvian eID, Cosmo 8", "3BDB960080B1FE451F830012428F536549440F900020", false);
    row("Latvian eID, Cosmo X", "3BDC960080B1FE451F830012428F54654944320F900012", false);
    row("Latvian eID, the first", "3BDD18008131FE45904C41545649412D65494490008C", false);
    row("Finnish eID", "3B7F96000080318065B085040120120FFF829000", false);
    row("cut off", "3B8B8001001242", false);
    row("too long", "3B8080010101", false);
    row("inverse convention", "3F80800101", false);
    row("nothing", "", false);
}

void TestContactless::atrs() {
    QFETCH(const QByteArray, atr);
    QFETCH(const bool, contactless);
    QCOMPARE(card::isContactlessAtr(atr), contactless);
}

void TestContactless::names_data() {
    QTest::addColumn<bool>("contactless");
    for (const char* name :
         {"ACS ACR122U PICC Interface 00 00", "ACS ACR1252 1S CL Reader PICC 0",
          "HID Global OMNIKEY 5422 Smartcard Reader [OMNIKEY 5422CL Smartcard Reader] (KJ0) 00 00",
          "OMNIKEY CardMan 5x21-CL 0", "Gemalto Prox-DU Contactless_14470002 0",
          "Identiv uTrust 3700 F CL Reader", "Broadcom Corp Contactless SmartCard 0",
          "SCM Microsystems Contact-less 0", "NFC Reader 00 00"})
        QTest::newRow(name) << true;
    for (const char* name :
         {"Alcor Micro AU9540 00 00", "Gemalto PC Twin Reader 00 00", "Gemalto Prox-DU Contact_14470002 1",
          "HID Global OMNIKEY 5422 Smartcard Reader [OMNIKEY 5422 Smartcard Reader] (KJ0) 01 00",
          "Cherry GmbH SmartTerminal ST-2xxx", "SCR3310 Smart Card Reader", "ACS ACR38U-CCID 00 00",
          "Virtual PCD 00 00", "Dell Smart Card Reader Keyboard", "Clever reader"})
        QTest::newRow(name) << false;
}

void TestContactless::names() {
    QFETCH(const bool, contactless);
    QCOMPARE(card::isContactlessReader(QString::fromLatin1(QTest::currentDataTag())), contactless);
}

QTEST_GUILESS_MAIN(TestContactless)
#include "tst_Contactless.moc"
