#include <openssl/asn1.h>
#include <openssl/x509.h>

#include <QTest>

#include "sandbox/pki/OpenSslPtr.h"
#include "support/CardTerminal.h"
#include "support/DemoCards.h"

namespace signet::test {

using sandbox::CardPersonalisation;
using sandbox::VirtualCardOptions;

namespace {

/** OpenSSL's reading of concatenated BER, as text; empty if it is not well-formed to its last byte. */
QByteArray asn1Text(const QByteArray& bytes) {
    const sandbox::BioPtr out(BIO_new(BIO_s_mem()));
    QByteArray rest = bytes;
    while (!rest.isEmpty()) {
        const auto* at = reinterpret_cast<const unsigned char*>(rest.data());
        long length = 0;
        int tag = 0;
        int tagClass = 0;
        if ((ASN1_get_object(&at, &length, &tag, &tagClass, rest.size()) & 0x80) != 0)
            return {};
        const qsizetype whole = at - reinterpret_cast<const unsigned char*>(rest.data()) + length;
        if (ASN1_parse_dump(out.get(), reinterpret_cast<const unsigned char*>(rest.data()),
                            static_cast<long>(whole), 0, -1) != 1)
            return {};
        rest.remove(0, whole);
    }
    return sandbox::bytesOf(out.get());
}

struct Layout {
    CardPersonalisation personalisation;
    const char* atr;
    const char* authenticationKey;
    const char* signingKey;
    quint16 authenticationFile;
    quint16 signingFile;
    const char* keyTag;
};

constexpr Layout Layouts[] = {
    {CardPersonalisation::Cosmo8Rsa, "3bdb960080b1fe451f830012428f536549440f900020", "02020081", "0202009f",
     0x3401, 0x341F, "30"},
    {CardPersonalisation::Cosmo8Ec, "3bdb960080b1fe451f830012428f536549440f900020", "02020082", "0202009e",
     0x3402, 0x341E, "a0"},
    {CardPersonalisation::CosmoXEc, "3bdc960080b1fe451f830012428f54654944320f900012", "02020082", "0202009e",
     0x3401, 0x341F, "a0"},
    {CardPersonalisation::EstonianCosmo8, "3bdb960080b1fe451f830012233f536549440f9000f1", "02020081",
     "0202009f", 0x3401, 0x341F, "a0"},
    {CardPersonalisation::EstonianCosmoX, "3bdc960080b1fe451f830012233f54654944320f9000c3", "02020081",
     "0202009f", 0x3401, 0x341F, "a0"},
};

}  // namespace

/** The personalisations of card.md 1, read byte by byte. */
class VirtualCardFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void personalisation_data();
    void personalisation();
    void recordsAreWellFormed_data() { personalisation_data(); }
    void recordsAreWellFormed();
    void placeHoldersOfCosmo8Ec();
    void selectsByPath();
    void cardsHaveNumbersOfTheirOwn();
    void blocksMayBeShorter();
    void recordsMayBePadded();
    void sizeMayHaveTheOtherTag();
};

void VirtualCardFilesTest::personalisation_data() {
    QTest::addColumn<int>("index");
    QTest::newRow("Cosmo 8, RSA") << 0;
    QTest::newRow("Cosmo 8, P-384") << 1;
    QTest::newRow("Cosmo X, P-384") << 2;
    QTest::newRow("Estonia, Cosmo 8") << 3;
    QTest::newRow("Estonia, Cosmo X") << 4;
}

void VirtualCardFilesTest::personalisation() {
    QFETCH(int, index);
    const Layout& layout = Layouts[index];
    CardTerminal terminal(demoCard(layout.personalisation));
    QCOMPARE(terminal.card().atr().toHex(), QByteArray(layout.atr));

    const QByteArray keys1 = terminal.readFile(QStringLiteral("adf1"), 0x7002);
    QVERIFY(keys1.toHex().startsWith(layout.keyTag));
    QVERIFY(keys1.contains(QByteArray::fromHex(layout.authenticationKey)));
    const QByteArray keys2 = terminal.readFile(QStringLiteral("adf2"), 0x7012);
    QVERIFY(keys2.toHex().startsWith(layout.keyTag));
    QVERIFY(keys2.contains(QByteArray::fromHex(layout.signingKey)));

    const auto path = [](quint16 id) -> QByteArray {
        return QByteArray::fromHex("30040402") + QByteArray::fromHex(QByteArray::number(id, 16));
    };
    QVERIFY(terminal.readFile(QStringLiteral("adf1"), 0x7005).endsWith(path(layout.authenticationFile)));
    QVERIFY(terminal.readFile(QStringLiteral("adf2"), 0x7015).endsWith(path(layout.signingFile)));
    const sandbox::CardIdentity& holder = demoIdentity(layout.personalisation);
    QCOMPARE(terminal.readFile(QStringLiteral("adf1"), layout.authenticationFile),
             holder.authentication.certificateDer);
    QCOMPARE(terminal.readFile(QStringLiteral("adf2"), layout.signingFile), holder.signing.certificateDer);
}

void VirtualCardFilesTest::recordsAreWellFormed() {
    QFETCH(int, index);
    CardTerminal terminal(demoCard(Layouts[index].personalisation));
    QCOMPARE(terminal.readFile(QStringLiteral("adf2"), 0x5031).toHex(), QByteArray("a8063004040270"
                                                                                   "11"
                                                                                   "a0063004040270"
                                                                                   "12"
                                                                                   "a1063004040270"
                                                                                   "13"
                                                                                   "a4063004040270"
                                                                                   "15"
                                                                                   "a7063004040270"
                                                                                   "16"));
    const QList<std::pair<QString, quint16>> files{
        {QStringLiteral("adf1"), 0x5031}, {QStringLiteral("adf1"), 0x7001}, {QStringLiteral("adf1"), 0x7002},
        {QStringLiteral("adf1"), 0x7003}, {QStringLiteral("adf1"), 0x7005}, {QStringLiteral("adf2"), 0x7011},
        {QStringLiteral("adf2"), 0x7012}, {QStringLiteral("adf2"), 0x7013}, {QStringLiteral("adf2"), 0x7015}};
    for (const auto& [directory, id] : files) {
        const QByteArray text = asn1Text(terminal.readFile(directory, id));
        QVERIFY2(!text.isEmpty() && !text.contains("Error"), text);
    }
    // PIN2: local, initialised, padded to twelve, at least six digits (in Estonia five), reference 85
    const char shortest = sandbox::countryOf(Layouts[index].personalisation) == QLatin1String("EE") ? 5 : 6;
    QVERIFY(terminal.readFile(QStringLiteral("adf2"), 0x7011)
                .contains(QByteArray::fromHex("0303 04CC10 0A0101 0201")
                              .append(shortest)
                              .append(QByteArray::fromHex("02010C 02010C 80020085 0401FF"))));
    // userConsent 1 stands at the signing key only
    QVERIFY(terminal.readFile(QStringLiteral("adf2"), 0x7012).contains(QByteArray::fromHex("040102 020101")));
    QVERIFY(!terminal.readFile(QStringLiteral("adf1"), 0x7002).contains(QByteArray::fromHex("020101")));
}

void VirtualCardFilesTest::placeHoldersOfCosmo8Ec() {
    CardTerminal terminal(demoCard(CardPersonalisation::Cosmo8Ec));
    QCOMPARE(terminal.readFile(QStringLiteral("adf1"), 0x3401), QByteArray(1, '\0'));
    QCOMPARE(terminal.readFile(QStringLiteral("adf2"), 0x341F), QByteArray(1, '\0'));
}

void VirtualCardFilesTest::selectsByPath() {
    VirtualCardOptions options;
    options.documentNumber = "LV0000001";
    CardTerminal terminal(demoCard(CardPersonalisation::CosmoXEc, options));
    QCOMPARE(terminal.play(QStringLiteral("main, 00A4090404 ADF13401 00")), quint16{0x9000});
    const QByteArray size = terminal.data().mid(11, 2);
    QCOMPARE(size.toHex(),
             QByteArray::number(
                 demoIdentity(CardPersonalisation::CosmoXEc).authentication.certificateDer.size(), 16)
                 .rightJustified(4, '0'));
    QCOMPARE(terminal.play(QStringLiteral("00A4080C04 ADF2341F, 00B0000004")), quint16{0x9000});
    QCOMPARE(terminal.data().first(2).toHex(), QByteArray("3082"));
    QCOMPARE(terminal.play(QStringLiteral("main, 00A4010C02 ADF2, 00A4020C02 7012")), quint16{0x9000});
    QCOMPARE(terminal.play(QStringLiteral("00A4000C, 00A4000C02 3F00, 00A4000C02 D003, 00B000000B")),
             quint16{0x9000});
    QCOMPARE(terminal.data(), QByteArray("\x04\x09LV0000001"));
}

void VirtualCardFilesTest::cardsHaveNumbersOfTheirOwn() {
    const auto numberOf = [](CardPersonalisation personalisation) {
        CardTerminal terminal(demoCard(personalisation));
        terminal.play(QStringLiteral("main, 00A4020C02 D003, 00B000000B"));
        return terminal.data();
    };
    const QByteArray number = numberOf(CardPersonalisation::CosmoXEc);
    QCOMPARE(number.size(), 11);
    QCOMPARE(numberOf(CardPersonalisation::CosmoXEc), number);
    QVERIFY(numberOf(CardPersonalisation::Cosmo8Ec) != number);
    VirtualCardOptions options;
    options.hasDocumentNumber = false;
    CardTerminal terminal(demoCard(CardPersonalisation::CosmoXEc, options));
    QCOMPARE(terminal.play(QStringLiteral("main, 00A4020C02 D003")), quint16{0x6A82});
}

void VirtualCardFilesTest::blocksMayBeShorter() {
    VirtualCardOptions options;
    options.longestRead = 100;
    CardTerminal terminal(demoCard(CardPersonalisation::CosmoXEc, options));
    QCOMPARE(terminal.play(QStringLiteral("adf2, 00A4020C02 341F, 00B00000C0")), quint16{0x9000});
    QCOMPARE(terminal.data().size(), 100);
    QCOMPARE(terminal.readFile(QStringLiteral("adf2"), 0x341F),
             demoIdentity(CardPersonalisation::CosmoXEc).signing.certificateDer);
}

void VirtualCardFilesTest::recordsMayBePadded() {
    VirtualCardOptions options;
    options.paddingAfterRecords = 20;
    CardTerminal terminal(demoCard(CardPersonalisation::CosmoXEc, options));
    QVERIFY(terminal.readFile(QStringLiteral("adf2"), 0x5031).endsWith(QByteArray(20, '\0')));
}

void VirtualCardFilesTest::sizeMayHaveTheOtherTag() {
    VirtualCardOptions options;
    options.fcpSizeTag = 0x81;
    CardTerminal terminal(demoCard(CardPersonalisation::CosmoXEc, options));
    QCOMPARE(terminal.play(QStringLiteral("adf2, 00A4020402 5031 00")), quint16{0x9000});
    QCOMPARE(terminal.data().toHex(), QByteArray("620e820101830250318102"
                                                 "0028"
                                                 "8a0105"));
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::VirtualCardFilesTest)
#include "tst_VirtualCardFiles.moc"
