#include <QTest>

#include "LatvianCards.h"
#include "card/IdemiaEid.h"
#include "unit/crypto/TestCertificates.h"

using namespace signet;
using namespace signet::card;
using base::ErrorCode;
using test::CardScript;
using test::hex;
using test::LatvianCard;
using test::Personalisation;
using test::tlv;

Q_DECLARE_METATYPE(Personalisation)

namespace {

/** One that no card holds. */
crypto::Certificate someCertificate() {
    static const auto certificate =
        crypto::Certificate::fromDer(test::makeCertificate({}, test::newEcKey("P-384")));
    return *certificate;
}

struct Opened {
    explicit Opened(const std::shared_ptr<CardScript>& script)
        : driver(script->transport(script), QStringLiteral("Reader"), known,
                 *IdemiaCountry::of(script->atr())),
          transaction(CardTransaction::begin(driver)) {}
    KnownCards known;
    IdemiaEid driver;
    Expected<CardTransaction> transaction;

    Expected<CardContents> readForSigning() { return driver.readForSigning(*transaction, someCertificate()); }
};

crypto::Digest digestOf(int size) {
    return *crypto::Digest::fromBytes(QByteArray(size, 'h'));
}

}  // namespace

class TestIdemiaEid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recognisesAtrs_data();
    void recognisesAtrs();
    void readsAllPersonalisations_data();
    void readsAllPersonalisations();
    void signsAllPersonalisations_data();
    void signsAllPersonalisations();
    void estonian_data();
    void estonian();
    void ecInputFitsTheField();
    void rsaTakesSha256Only();
    void followsUnusualFileNames();
    void toleratesMissingParts();
    void otherApplicationMeansUnknown();
    void noCertificate();
    void onlyPlaceHolders();
    void wrongUsage();
    void keyIsMatchedById();
    void keyOfAnotherKindIsNotTaken();
    void nonsenseInPlaceOfACertificate();
    void longCertificate();
    void certificateOf64Kilobytes();
    void cardOfOneByteAtATime();
    void ignoresStrangePinLengths();
    void certificateWithinAFile();
    void knownByItsNumber();
    void knownByItsCertificate();
    void knownAndExpired();
    void knownWithPartsMissing();
    void noLongerWhatIsKnown_data();
    void noLongerWhatIsKnown();
    void troubleWithTheWireForgetsNothing();
    void tellsWhatPso_data();
    void tellsWhatPso();
    void verifyIsNeverRepeated();
    void anotherCardAfterReset();
};

void TestIdemiaEid::recognisesAtrs_data() {
    QTest::addColumn<QByteArray>("atr");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("shortestPin2");
    const auto row = [](const char* tag, const char* atr, const char* name, int shortest) {
        QTest::newRow(tag) << hex(atr) << QByteArray(name) << shortest;
    };
    row("Latvia, Cosmo 8", "3BDB960080B1FE451F830012428F536549440F900020", "Latvian eID (Cosmo 8)", 6);
    row("Latvia, Cosmo X", "3BDC960080B1FE451F830012428F54654944320F900012", "Latvian eID (Cosmo X)", 6);
    row("another interface", "3B8A80010012428F536549440F9000C8", "Latvian eID (Cosmo 8)", 6);
    row("a later chip", "3BDC960080B1FE451F830012428F54654944330F900013", "Latvian eID", 6);
    row("Estonia, Cosmo 8", "3BDB960080B1FE451F830012233F536549440F9000F1", "Estonian eID (Cosmo 8)", 5);
    row("Estonia, Cosmo X", "3BDC960080B1FE451F830012233F54654944320F9000C3", "Estonian eID (Cosmo X)", 5);
    row("Estonia, of another maker", "3BFF9600008031FE438031B85365494464B085051012233F1D", "", 0);
    row("another country", "3BDB960080B1FE451F830012246F536549440F900000", "", 0);
    row("a bank card", "3B6500002063CBB800", "", 0);
    row("the country only", "3B0312428F", "", 0);
    row("cut off", "3B0612428F536549", "", 0);
    row("not a letter", "3B0412428F53", "", 0);
    row("nothing", "", "", 0);
}

void TestIdemiaEid::recognisesAtrs() {
    QFETCH(const QByteArray, atr);
    QFETCH(const QByteArray, name);
    QFETCH(const int, shortestPin2);
    const IdemiaCountry* const country = IdemiaCountry::of(atr);
    QCOMPARE(country != nullptr, !name.isEmpty());
    if (country != nullptr) {
        QCOMPARE(country->typeName(atr), name.constData());
        QCOMPARE(country->usualPin2Length, (PinLength{shortestPin2, 12}));
    }
}

void TestIdemiaEid::readsAllPersonalisations_data() {
    QTest::addColumn<Personalisation>("personalisation");
    QTest::newRow("Cosmo 8, RSA") << Personalisation::Cosmo8Rsa;
    QTest::newRow("Cosmo 8, P-384") << Personalisation::Cosmo8Ec;
    QTest::newRow("Cosmo X, P-384") << Personalisation::CosmoXEc;
}

void TestIdemiaEid::readsAllPersonalisations() {
    QFETCH(const Personalisation, personalisation);
    const LatvianCard card = LatvianCard::make(personalisation);
    const auto script = card.script();
    card.addRead(*script, 2);
    Opened opened(script);
    const auto contents = opened.driver.read(*opened.transaction);
    QCOMPARE(script->mismatches(), QStringList());
    QVERIFY(contents);
    QCOMPARE(contents->signingCertificate.der(), card.signingDer);
    QVERIFY(contents->authenticationCertificate);
    QCOMPARE(contents->authenticationCertificate->der(), card.authenticationDer);
    QCOMPARE(contents->pin2.value_or(PinTries()), (PinTries{2, 3}));
    QCOMPARE(contents->pinMinimumLength, 6);
    QCOMPARE(contents->pinMaximumLength, 12);
    const bool cosmoX = personalisation == Personalisation::CosmoXEc;
    QCOMPARE(contents->cardType,
             cosmoX ? QStringLiteral("Latvian eID (Cosmo X)") : QStringLiteral("Latvian eID (Cosmo 8)"));
}

void TestIdemiaEid::signsAllPersonalisations_data() {
    readsAllPersonalisations_data();
}

void TestIdemiaEid::signsAllPersonalisations() {
    QFETCH(const Personalisation, personalisation);
    const LatvianCard card = LatvianCard::make(personalisation);
    const auto script = card.script();
    card.addReadForSigning(*script);
    card.addOpenSigning(*script);
    card.addVerify(*script);
    const QByteArray padding(card.rsa ? 0 : 16, '\0');
    card.addSign(*script, padding + QByteArray(32, 'h'), card.someSignature('s'));
    card.addLeave(*script);
    Opened opened(script);
    QVERIFY(opened.readForSigning());
    QVERIFY(opened.driver.openSigning(*opened.transaction));
    QVERIFY(opened.driver.verifyPin2(*opened.transaction, base::SecretBytes(QByteArrayView("197531"))));
    const auto signature = opened.driver.sign(*opened.transaction, digestOf(32));
    QVERIFY(signature);
    QCOMPARE(*signature, card.someSignature('s'));
    QVERIFY(opened.driver.leaveSigning(*opened.transaction));
    QCOMPARE(script->mismatches(), QStringList());
}

void TestIdemiaEid::estonian_data() {
    QTest::addColumn<bool>("saysPinLength");
    QTest::newRow("says how long PIN2 is") << true;
    QTest::newRow("does not say") << false;
}

/** Keys 81/9F, certificates 3401/341F, P-384, PIN2 from five digits on: and nothing else is another. */
void TestIdemiaEid::estonian() {
    QFETCH(const bool, saysPinLength);
    LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    card.atr = hex("3BDB960080B1FE451F830012233F536549440F9000F1");
    card.signingKey = 0x9F;
    const auto script = card.script();
    script->expect(test::SelectSigning, "9000");
    script->file(0x5031, card.signingDirectory());
    script->file(0x7015, card.certificates(0x341F, "9F"));
    LatvianCard::addCertificate(*script, 0x341F, card.signingDer);
    script->file(0x7012, card.privateKeys());
    script->file(0x7011, saysPinLength ? card.pins().replace(hex("020106"), hex("020105")) : QByteArray());
    script->expect(hex(test::GetTries), card.triesAnswer(3));
    card.addOpenSigning(*script);
    script->expect("002000850C3132333435FFFFFFFFFFFFFF", "9000");
    card.addSign(*script, QByteArray(16, '\0') + QByteArray(32, 'h'), card.someSignature('s'));
    script->expect("002000850C3132333435FFFFFFFFFFFFFF", "6A80");
    Opened opened(script);
    const auto contents = opened.readForSigning();
    QVERIFY(contents);
    QCOMPARE(contents->cardType, QStringLiteral("Estonian eID (Cosmo 8)"));
    QCOMPARE(contents->pinMinimumLength, 5);
    QCOMPARE(contents->pinMaximumLength, 12);
    QVERIFY(opened.driver.openSigning(*opened.transaction));
    const base::SecretBytes pin(QByteArrayView("12345"));
    QVERIFY(opened.driver.verifyPin2(*opened.transaction, pin));
    QVERIFY(opened.driver.sign(*opened.transaction, digestOf(32)));
    const auto refused = opened.driver.verifyPin2(*opened.transaction, pin);
    QVERIFY(!refused);
    QCOMPARE(refused.error().publicCode(), base::toString(ErrorCode::PinFormat));
    QVERIFY(refused.error().message().contains(u'5'));
    QCOMPARE(script->mismatches(), QStringList());
}

void TestIdemiaEid::ecInputFitsTheField() {
    const LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    const auto script = card.script();
    card.addReadForSigning(*script);
    card.addOpenSigning(*script);
    card.addSign(*script, QByteArray(48, 'h'), card.someSignature('1'));
    card.addSign(*script, QByteArray(48, 'h'), card.someSignature('2'));
    Opened opened(script);
    QVERIFY(opened.readForSigning());
    QVERIFY(opened.driver.openSigning(*opened.transaction));
    QVERIFY(opened.driver.sign(*opened.transaction, digestOf(48)));
    QVERIFY(opened.driver.sign(*opened.transaction, digestOf(64)));
    QCOMPARE(script->mismatches(), QStringList());
}

void TestIdemiaEid::rsaTakesSha256Only() {
    const LatvianCard card = LatvianCard::make(Personalisation::Cosmo8Rsa);
    const auto script = card.script();
    card.addReadForSigning(*script);
    Opened opened(script);
    QVERIFY(opened.readForSigning());
    const auto signature = opened.driver.sign(*opened.transaction, digestOf(48));
    QVERIFY(!signature);
    QCOMPARE(signature.error().publicCode(), base::toString(ErrorCode::DigestLength));
    QCOMPARE(script->mismatches(), QStringList());
}

/** Short demonstration records: private keys in 7001, nothing that is not needed. */
void TestIdemiaEid::followsUnusualFileNames() {
    const LatvianCard card = LatvianCard::make(Personalisation::Cosmo8Rsa);
    const auto script = card.script();
    script->expect(test::SelectSigning, "9000");
    script->file(0x5031, hex("A00A30080406"
                             "3F00"
                             "5F00"
                             "7001"
                             "A406"
                             "30040402"
                             "7002"));
    script->file(0x7002, card.certificates(card.signingFile, "9F"));
    script->file(card.signingFile, card.signingDer);
    script->file(0x7001, card.privateKeys());
    script->expect(test::GetTries, "6A88");
    Opened opened(script);
    const auto contents = opened.readForSigning();
    QCOMPARE(script->mismatches(), QStringList());
    QVERIFY(contents);
    QVERIFY(!contents->pin2);
    QCOMPARE(contents->pinMinimumLength, 6);
}

void TestIdemiaEid::toleratesMissingParts() {
    const LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    const auto script = card.script();
    card.addSerialNumber(*script);
    script->expect(test::SelectAuthentication, "6A82").expect(test::SelectSigning, "9000");
    script->file(0x5031, card.signingDirectory());
    script->file(0x7015, card.certificates(card.signingFile, "9F"));
    script->file(card.signingFile, card.signingDer);
    script->file(0x7012, card.privateKeys());
    script->expect("00A4020402701100", "6A82");
    script->expect(test::GetTries,
                   "70039A01"
                   "9000");
    Opened opened(script);
    const auto contents = opened.driver.read(*opened.transaction);
    QCOMPARE(script->mismatches(), QStringList());
    QVERIFY(contents);
    QVERIFY(!contents->authenticationCertificate);
    QVERIFY(!contents->pin2);
}

void TestIdemiaEid::otherApplicationMeansUnknown() {
    const auto script = LatvianCard::make(Personalisation::CosmoXEc).script();
    script->expect(test::SelectMain, "6A82");
    Opened opened(script);
    const auto contents = opened.driver.read(*opened.transaction);
    QVERIFY(!contents);
    QCOMPARE(contents.error().publicCode(), base::toString(ErrorCode::CardUnknown));
    QVERIFY(contents.error().message().contains(u"Reader"));
}

void TestIdemiaEid::noCertificate() {
    const auto script = LatvianCard::make(Personalisation::CosmoXEc).script();
    script->expect(test::SelectSigning, "9000");
    script->file(0x5031, hex("A0063004040270"
                             "12"));
    Opened opened(script);
    const auto contents = opened.readForSigning();
    QCOMPARE(script->mismatches(), QStringList());
    QVERIFY(!contents);
    QCOMPARE(contents.error().publicCode(), base::toString(ErrorCode::CardNoSigningKey));
}

void TestIdemiaEid::onlyPlaceHolders() {
    const LatvianCard card = LatvianCard::make(Personalisation::Cosmo8Rsa);
    const auto script = card.script();
    script->expect(test::SelectSigning, "9000");
    script->file(0x5031, card.signingDirectory());
    script->file(0x7015, card.certificates(card.signingFile, "9F"));
    script->select(card.signingFile, 1);
    Opened opened(script);
    QCOMPARE(opened.readForSigning().error().publicCode(), base::toString(ErrorCode::CardNoSigningKey));
    QCOMPARE(script->mismatches(), QStringList());
}

void TestIdemiaEid::wrongUsage() {
    const LatvianCard card = LatvianCard::make(Personalisation::Cosmo8Rsa);
    const auto script = card.script();
    script->expect(test::SelectSigning, "9000");
    script->file(0x5031, card.signingDirectory());
    script->file(0x7015, card.certificates(card.signingFile, "9F"));
    script->file(card.signingFile, card.authenticationDer);
    Opened opened(script);
    const auto contents = opened.readForSigning();
    QVERIFY(!contents);
    QCOMPARE(contents.error().publicCode(), base::toString(ErrorCode::CertificateWrongUsage));
    QVERIFY(contents.error().message().contains(u"ANNA LIEPA LOGS IN"));
}

void TestIdemiaEid::keyIsMatchedById() {
    LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    LatvianCard other = card;
    other.signingKey = 0x82;
    const QByteArray strangeKey = other.privateKeys().replace(hex("04019F"), hex("040182"));
    const auto script = card.script();
    script->expect(test::SelectSigning, "9000");
    script->file(0x5031, card.signingDirectory());
    script->file(0x7015, card.certificates(card.signingFile, "9F"));
    script->file(card.signingFile, card.signingDer);
    script->file(0x7012, strangeKey + card.privateKeys());
    script->file(0x7011, card.pins());
    script->expect(hex(test::GetTries), card.triesAnswer(3));
    card.addOpenSigning(*script);
    Opened opened(script);
    QVERIFY(opened.readForSigning());
    QVERIFY(opened.driver.openSigning(*opened.transaction));
    QCOMPARE(script->mismatches(), QStringList());
}

void TestIdemiaEid::keyOfAnotherKindIsNotTaken() {
    const LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    const LatvianCard rsa = LatvianCard::make(Personalisation::Cosmo8Rsa);
    const auto script = card.script();
    script->expect(test::SelectSigning, "9000");
    script->file(0x5031, card.signingDirectory());
    script->file(0x7015, card.certificates(card.signingFile, "9F"));
    script->file(card.signingFile, card.signingDer);
    script->file(0x7012, rsa.privateKeys());
    Opened opened(script);
    QCOMPARE(opened.readForSigning().error().publicCode(), base::toString(ErrorCode::CardNoSigningKey));
}

void TestIdemiaEid::nonsenseInPlaceOfACertificate() {
    const LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    for (const QByteArray& nonsense :
         {hex("3082FFFF00"), hex("30030201"), QByteArray(300, 'x'), hex("3003020101")}) {
        const auto script = card.script();
        script->expect(test::SelectSigning, "9000");
        script->file(0x5031, card.signingDirectory());
        script->file(0x7015, card.certificates(card.signingFile, "9F"));
        script->file(card.signingFile, nonsense);
        Opened opened(script);
        const auto contents = opened.readForSigning();
        QVERIFY(!contents);
        QCOMPARE(contents.error().publicCode(), base::toString(ErrorCode::CertificateInvalid));
    }
}

/** Over 2 KB, and the file is larger than what is in it. */
void TestIdemiaEid::longCertificate() {
    LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    test::CertificateSpec spec;
    spec.commonName = "ANNA LIEPA";
    spec.keyUsage = "critical,nonRepudiation";
    spec.qcStatements = QByteArray(2500, 'q');
    card.signingDer = test::makeCertificate(spec, test::newEcKey("P-384")) + QByteArray(300, '\0');
    QVERIFY(card.signingDer.size() > 2048 + 300);
    const auto script = card.script();
    card.addReadForSigning(*script);
    Opened opened(script);
    const auto contents = opened.readForSigning();
    QCOMPARE(script->mismatches(), QStringList());
    QVERIFY(contents);
    QCOMPARE(contents->signingCertificate.der().size(), card.signingDer.size() - 300);
}

/** READ BINARY reaches 32 KiB, and no further is read, whatever the file and the certificate in it say. */
void TestIdemiaEid::certificateOf64Kilobytes() {
    const LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    const auto script = card.script();
    const QByteArray content = hex("3083010000") + QByteArray(Iso7816::MaxFileSize - 5, 'x');
    script->expect(test::SelectSigning, "9000");
    script->file(0x5031, card.signingDirectory());
    script->file(0x7015, card.certificates(card.signingFile, "9F"));
    script->select(card.signingFile, 0xFFFF);
    script->read(content, 0, Iso7816::MaxFileSize);
    Opened opened(script);
    const auto contents = opened.readForSigning();
    QCOMPARE(script->mismatches(), QStringList());
    QVERIFY(!contents);
    QCOMPARE(contents.error().publicCode(), base::toString(ErrorCode::CertificateInvalid));
}

/** Any card that looks like one of ours and answers something to everything: the look ends. */
void TestIdemiaEid::cardOfOneByteAtATime() {
    class OneByte : public CardTransport {
    public:
        explicit OneByte(int& exchanges) : m_exchanges(&exchanges) {}
        QByteArray atr() const override { return hex("3BDB960080B1FE451F830012428F536549440F900020"); }
        Expected<void> beginTransaction() override { return {}; }
        void endTransaction() override {}
        Expected<void> reconnect() override { return {}; }
        Expected<ResponseApdu> transmit(const CommandApdu&) override {
            ++*m_exchanges;
            return ResponseApdu{QByteArray(1, '\0'), {0x9000}};
        }

    private:
        int* m_exchanges;
    };
    int exchanges = 0;
    auto transport = std::make_unique<OneByte>(exchanges);
    const IdemiaCountry& country = *IdemiaCountry::of(transport->atr());
    KnownCards known;
    IdemiaEid driver(std::move(transport), QStringLiteral("Reader"), known, country);
    const auto transaction = CardTransaction::begin(driver);
    QVERIFY(!driver.read(*transaction));
    QVERIFY(exchanges <= 3 * (Iso7816::MostExchanges + 20));
}

void TestIdemiaEid::ignoresStrangePinLengths() {
    const LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    for (const char* lengths : {"020105", "020120", "020100"}) {
        const auto script = card.script();
        script->expect(test::SelectSigning, "9000");
        script->file(0x5031, card.signingDirectory());
        script->file(0x7015, card.certificates(card.signingFile, "9F"));
        script->file(card.signingFile, card.signingDer);
        script->file(0x7012, card.privateKeys());
        script->file(0x7011, card.pins().replace(hex("020106"), hex(lengths)));
        script->expect(hex(test::GetTries), card.triesAnswer(3));
        Opened opened(script);
        const auto contents = opened.readForSigning();
        QVERIFY(contents);
        QCOMPARE(contents->pinMinimumLength, qstrcmp(lengths, "020105") == 0 ? 5 : 6);
        QCOMPARE(contents->pinMaximumLength, 12);
    }
}

/** At a place in a file that the directory names, with filling before it. */
void TestIdemiaEid::certificateWithinAFile() {
    LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    card.number = "PA1234567";
    const QByteArray content =
        QByteArray(300, '\xAA') + QByteArray(2, '\0') + card.signingDer + QByteArray(500, '\xAA');
    const auto script = card.script();
    script->expect(test::SelectSigning, "9000");
    script->file(0x5031, card.signingDirectory());
    const QByteArray path = tlv(0x30, tlv(0x04, hex("341F")) + hex("0202012C"));
    script->file(0x7015, tlv(0x30, tlv(0x30, tlv(0x0C, "Certificate")) + tlv(0x30, hex("04019F")) +
                                       tlv(0xA1, tlv(0x30, path))));
    script->select(card.signingFile, content.size());
    script->read(content, 300, 302 + card.signingDer.size());
    script->file(0x7012, card.privateKeys());
    script->file(0x7011, card.pins());
    script->expect(hex(test::GetTries), card.triesAnswer(3));
    script->expect(test::SelectSigning, "9000");
    script->select(card.signingFile, content.size());
    const qsizetype end = 302 + card.signingDer.size();
    script->read(content.first(end), end - 0xC0, end);
    script->expect(hex(test::GetTries), card.triesAnswer(3));
    Opened opened(script);
    const auto contents = opened.readForSigning();
    QVERIFY(contents);
    QCOMPARE(contents->signingCertificate.der(), card.signingDer);
    const auto again = opened.driver.readForSigning(*opened.transaction, contents->signingCertificate);
    QVERIFY(again);
    QCOMPARE(again->signingCertificate.der(), card.signingDer);
    QCOMPARE(script->mismatches(), QStringList());
}

void TestIdemiaEid::knownByItsNumber() {
    LatvianCard card = LatvianCard::make(Personalisation::Cosmo8Ec);
    card.number = "PA1234567";
    LatvianCard other = LatvianCard::make(Personalisation::Cosmo8Ec);
    other.number = "PA7654321";
    const auto script = card.script();
    card.addRead(*script);
    other.addRead(*script);
    card.addReadKnown(*script, 2);
    Opened opened(script);
    QVERIFY(opened.driver.read(*opened.transaction));
    QVERIFY(opened.driver.read(*opened.transaction));
    const int before = script->exchanges();
    const auto contents = opened.driver.read(*opened.transaction);
    QCOMPARE(script->mismatches(), QStringList());
    QVERIFY(contents);
    QCOMPARE(script->exchanges() - before, 5);
    QCOMPARE(contents->signingCertificate.der(), card.signingDer);
    QCOMPARE(contents->authenticationCertificate->der(), card.authenticationDer);
    QCOMPARE(contents->pin2.value_or(PinTries()), (PinTries{2, 3}));
}

/** Where the card has no number, or what stands there is none. */
void TestIdemiaEid::knownByItsCertificate() {
    for (const QByteArray& number :
         {QByteArray(), QByteArray("     "), QByteArray("00000"), QByteArray(9, '\0')}) {
        LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
        const auto script = card.script();
        card.number = number;
        card.addRead(*script);
        card.addSerialNumber(*script);
        card.addStillHolds(*script);
        Opened opened(script);
        QVERIFY(opened.driver.read(*opened.transaction));
        const auto contents = opened.driver.read(*opened.transaction);
        QCOMPARE(script->mismatches(), QStringList());
        QVERIFY(contents);
        QCOMPARE(contents->authenticationCertificate->der(), card.authenticationDer);
    }
}

/** It may have been renewed. */
void TestIdemiaEid::knownAndExpired() {
    LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    card.number = "PA1234567";
    test::CertificateSpec spec;
    spec.keyUsage = "critical,nonRepudiation";
    spec.notAfter = spec.notBefore + 1;
    card.signingDer = test::makeCertificate(spec, test::newEcKey("P-384"));
    const auto script = card.script();
    card.addRead(*script);
    card.addRead(*script);
    Opened opened(script);
    QVERIFY(opened.driver.read(*opened.transaction));
    QVERIFY(opened.driver.read(*opened.transaction));
    QCOMPARE(script->mismatches(), QStringList());
}

/** What could not be read this time may be there the next time. */
void TestIdemiaEid::knownWithPartsMissing() {
    LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    card.number = "PA1234567";
    const auto script = card.script();
    card.addSerialNumber(*script);
    script->expect(test::SelectAuthentication, "6F00");
    card.addReadForSigning(*script);
    card.addRead(*script);
    Opened opened(script);
    const auto first = opened.driver.read(*opened.transaction);
    QVERIFY(first && !first->authenticationCertificate);
    const auto second = opened.driver.read(*opened.transaction);
    QVERIFY(second && second->authenticationCertificate);
    QCOMPARE(script->mismatches(), QStringList());
}

void TestIdemiaEid::noLongerWhatIsKnown_data() {
    QTest::addColumn<QByteArray>("selected");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("another end") << hex("620480020400") + hex("9000") << QByteArray(0xC0, 'x') + hex("9000");
    QTest::newRow("shorter") << hex("620480020400") + hex("9000") << hex("6B00");
    QTest::newRow("refused") << hex("620480020400") + hex("9000") << hex("6982");
    QTest::newRow("a small file") << hex("620480020004") + hex("9000") << QByteArray();
    QTest::newRow("no such file") << hex("6A82") << QByteArray();
}

void TestIdemiaEid::noLongerWhatIsKnown() {
    QFETCH(const QByteArray, selected);
    QFETCH(const QByteArray, read);
    const LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    LatvianCard renewed = card;
    renewed.signingDer = LatvianCard::make(Personalisation::CosmoXEc).signingDer;
    const auto script = card.script();
    card.addReadForSigning(*script);
    script->expect(hex(test::SelectSigning), hex("9000"));
    script->expect(hex("00A4020402341F00"), selected);
    if (!read.isEmpty()) {
        const auto at = static_cast<quint16>(card.signingDer.size() - 0xC0);
        script->expect(hex("00B0") + QByteArray(1, static_cast<char>(at >> 8)) +
                           QByteArray(1, static_cast<char>(at & 0xFF)) + hex("C0"),
                       read);
    }
    renewed.addReadForSigning(*script);
    Opened opened(script);
    QVERIFY(opened.readForSigning());
    const auto expected = crypto::Certificate::fromDer(card.signingDer);
    const auto contents = opened.driver.readForSigning(*opened.transaction, *expected);
    QCOMPARE(script->mismatches(), QStringList());
    QVERIFY(contents);
    QCOMPARE(contents->signingCertificate.der(), renewed.signingDer);
    QVERIFY(!opened.known.findHolding(*expected));
}

void TestIdemiaEid::troubleWithTheWireForgetsNothing() {
    const LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    const auto script = card.script();
    card.addReadForSigning(*script);
    script->fails(hex(test::SelectSigning), ErrorCode::CardReset);
    card.addStillHolds(*script);
    Opened opened(script);
    const auto certificate = opened.readForSigning()->signingCertificate;
    QCOMPARE(opened.driver.readForSigning(*opened.transaction, certificate).error().publicCode(),
             base::toString(ErrorCode::CardReset));
    QVERIFY(opened.driver.readForSigning(*opened.transaction, certificate));
    QCOMPARE(script->mismatches(), QStringList());
}

void TestIdemiaEid::tellsWhatPso_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("code");
    QTest::newRow("not verified") << hex("6982") << QStringLiteral("pin-not-verified");
    QTest::newRow("refused") << hex("6A80") << QStringLiteral("card-failed");
    QTest::newRow("nothing, and said well") << hex("9000") << QStringLiteral("card-data-invalid");
    QTest::newRow("too short") << QByteArray(QByteArray(95, 's') + hex("9000"))
                               << QStringLiteral("card-data-invalid");
}

void TestIdemiaEid::tellsWhatPso() {
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, code);
    const LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    const auto script = card.script();
    card.addReadForSigning(*script);
    script->expect(card.signCommand(QByteArray(48, 'h')), answer);
    Opened opened(script);
    QVERIFY(opened.readForSigning());
    const auto signature = opened.driver.sign(*opened.transaction, digestOf(48));
    QVERIFY(!signature);
    QCOMPARE(signature.error().publicCode(), code);
}

void TestIdemiaEid::verifyIsNeverRepeated() {
    const LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    for (const char* status : {"6C0C", "6102"}) {
        const auto script = card.script();
        card.addVerify(*script, status);
        Opened opened(script);
        const auto verified =
            opened.driver.verifyPin2(*opened.transaction, base::SecretBytes(QByteArrayView("197531")));
        QVERIFY(!verified);
        QCOMPARE(script->exchanges(), 1);
    }
}

void TestIdemiaEid::anotherCardAfterReset() {
    class Swapped : public CardTransport {
    public:
        QByteArray atr() const override { return m_atr; }
        Expected<void> beginTransaction() override { return {}; }
        void endTransaction() override {}
        Expected<ResponseApdu> transmit(const CommandApdu&) override {
            return base::fail(ErrorCode::CardReset);
        }
        Expected<void> reconnect() override {
            m_atr = hex("3B00");
            return {};
        }

    private:
        QByteArray m_atr = hex("3BDB960080B1FE451F830012428F536549440F900020");
    };
    KnownCards known;
    auto swapped = std::make_unique<Swapped>();
    const IdemiaCountry& country = *IdemiaCountry::of(swapped->atr());
    IdemiaEid driver(std::move(swapped), QStringLiteral("Reader"), known, country);
    const auto reconnected = driver.reconnect();
    QVERIFY(!reconnected);
    QCOMPARE(reconnected.error().publicCode(), base::toString(ErrorCode::CardChanged));
}

QTEST_GUILESS_MAIN(TestIdemiaEid)
#include "tst_IdemiaEid.moc"
