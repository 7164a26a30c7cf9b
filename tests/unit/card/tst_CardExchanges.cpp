#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "card/CardService.h"
#include "card/Iso7816.h"
#include "crypto/EcdsaSignature.h"
#include "crypto/SignatureCheck.h"
#include "sandbox/card/VirtualReaders.h"
#include "support/DemoCards.h"

namespace signet::test {

using card::CardService;
using card::Expected;
using card::Iso7816;
using sandbox::CardPersonalisation;
using sandbox::CardPin;
using sandbox::Pin2Habit;
using sandbox::VirtualCard;
using sandbox::VirtualCardOptions;
using sandbox::VirtualReaders;
using namespace std::chrono_literals;
using State = card::ReaderStatus::State;

namespace {

// What is needed, exchange by exchange (card.md 3)
constexpr int Identity = 3;   // SELECT main, SELECT D003, READ
constexpr int KeyAndPin = 5;  // SELECT and READ of PrKDF and AODF, GET DATA
constexpr int Tries = 2;      // SELECT ADF2, GET DATA
constexpr int FirstSignature =
    8;  // SELECT ADF2, SELECT certificate, READ, GET DATA; SELECT ADF2, MSE, VERIFY, PSO
constexpr int MostForCertificates = 23;

class RememberingReaders : public VirtualReaders {
public:
    explicit RememberingReaders(QString place) : m_place(std::move(place)) {}
    QString placeOfKnownCards() const override { return m_place; }

private:
    QString m_place;
};

/** The product's card service over a reader in the program. Transactions last, so that counts do not hang on
 * time. */
struct Desk {
    explicit Desk(const QString& place = {}) : readers(std::make_shared<RememberingReaders>(place)) {
        card::CardLimits limits;
        limits.stretch = 60s;
        limits.grace = 60s;
        service = std::make_unique<CardService>(readers, limits);
    }
    card::ReaderStatus status() const { return service->readers().value(0); }
    bool insert(const std::shared_ptr<VirtualCard>& card) {
        readers->insert(VirtualReaders::demoReaderName(), card);
        return QTest::qWaitFor([this] { return status().state == State::Usable; }, 10'000);
    }
    bool remove() {
        readers->remove(VirtualReaders::demoReaderName());
        return QTest::qWaitFor([this] { return status().state == State::Empty; }, 10'000);
    }
    template <typename T>
    static Expected<T> wait(const QFuture<Expected<T>>& future) {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000))
            qFatal("the future does not end");
        return future.result();
    }
    Expected<CardService::RunId> open() const {
        return wait(service->openRun({status().name, status().contents->signingCertificate,
                                      base::SecretBytes(QByteArrayView("123456")), false, false}));
    }
    Expected<QByteArray> sign(CardService::RunId run, const crypto::Digest& digest) const {
        return wait(service->sign(run, digest, {}));
    }

    std::shared_ptr<RememberingReaders> readers;
    std::unique_ptr<CardService> service;
};

template <typename T>
QString codeOf(const Expected<T>& result) {
    return result ? QString() : result.error().publicCode();
}

crypto::Digest digestFor(CardPersonalisation personalisation) {
    return *crypto::Digest::fromBytes(
        QByteArray(personalisation == CardPersonalisation::Cosmo8Rsa ? 32 : 48, 'h'));
}

bool fits(const crypto::Certificate& certificate, const crypto::Digest& digest, const QByteArray& raw) {
    const auto ecdsa = crypto::EcdsaSignature::fromRaw(raw, 48);
    return ecdsa && crypto::checkSignature(certificate, digest, ecdsa->der());
}

int blocks(const QByteArray& content) {
    return static_cast<int>((content.size() + Iso7816::BlockSize - 1) / Iso7816::BlockSize);
}

/** SELECT of the application, SELECT and READ of EF.OD and CDF, SELECT and READ of the certificate: twice. */
int forCertificates(CardPersonalisation personalisation) {
    const auto& identity = demoIdentity(personalisation);
    return 2 * 6 + blocks(identity.authentication.certificateDer) + blocks(identity.signing.certificateDer);
}

sandbox::CardIdentity anotherIdentity(CardPersonalisation personalisation) {
    static const auto pki = sandbox::DemoPki::create();
    return *pki->issueCard(personalisation, QStringLiteral("Žanete"), QStringLiteral("Bērziņa"),
                           QStringLiteral("010180-12345"));
}

std::shared_ptr<VirtualCard> cardOf(const sandbox::CardIdentity& identity,
                                    CardPersonalisation personalisation, const VirtualCardOptions& options) {
    return *VirtualCard::create(identity, personalisation, sandbox::CardPins::demo(), options);
}

/** Changes the only file of what is known of cards. */
void changeFile(const QString& folder, const std::function<void(QJsonObject&)>& change) {
    QFile file(QDir(folder).entryInfoList(QDir::Files).value(0).filePath());
    if (!file.open(QIODevice::ReadWrite))
        qFatal("nothing is kept in %s", qPrintable(folder));
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    change(object);
    file.resize(0);
    file.seek(0);
    file.write(QJsonDocument(object).toJson());
}

}  // namespace

/** How many exchanges a card sees, to the last one; and that what is remembered never outranks the card. */
class TestCardExchanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looking_data();
    void looking();
    void withoutASerialNumber();
    void signing_data();
    void signing();
    void habitsAreRemembered();
    void selectingAnew();

    void renewedCertificate();
    void anotherCardsFile();
    void wrongKeyInTheFile();
    void twoCardsOfOneNumber();
};

void TestCardExchanges::looking_data() {
    QTest::addColumn<CardPersonalisation>("personalisation");
    QTest::newRow("Cosmo 8, RSA-2048") << CardPersonalisation::Cosmo8Rsa;
    QTest::newRow("Cosmo 8, P-384") << CardPersonalisation::Cosmo8Ec;
    QTest::newRow("Cosmo X, P-384") << CardPersonalisation::CosmoXEc;
    QTest::newRow("Estonia, Cosmo 8") << CardPersonalisation::EstonianCosmo8;
    QTest::newRow("Estonia, Cosmo X") << CardPersonalisation::EstonianCosmoX;
}

void TestCardExchanges::looking() {
    QFETCH(const CardPersonalisation, personalisation);
    const QTemporaryDir folder;
    const auto card = demoCard(personalisation, {});
    const auto& identity = demoIdentity(personalisation);
    int before = 0;
    {
        Desk desk(folder.path());
        QVERIFY(desk.insert(card));
        QVERIFY(forCertificates(personalisation) <= MostForCertificates);
        QCOMPARE(card->exchangeCount(), Identity + forCertificates(personalisation) + KeyAndPin);
        QVERIFY(desk.remove());
        before = card->exchangeCount();
        QVERIFY(desk.insert(card));
        QCOMPARE(card->exchangeCount() - before, Identity + Tries);
        before = card->exchangeCount();
    }
    Desk anotherStart(folder.path());
    QVERIFY(anotherStart.insert(card));
    QCOMPARE(card->exchangeCount() - before, Identity + Tries);
    const auto contents = anotherStart.status().contents;
    QCOMPARE(contents->signingCertificate.der(), identity.signing.certificateDer);
    QCOMPARE(contents->authenticationCertificate->der(), identity.authentication.certificateDer);
    QCOMPARE(contents->pin2, (card::PinTries{3, 3}));
    QCOMPARE(contents->pinMinimumLength, sandbox::countryOf(personalisation) == QLatin1String("EE") ? 5 : 6);
}

/** Such a card is known by the end of its signing certificate. */
void TestCardExchanges::withoutASerialNumber() {
    const auto personalisation = CardPersonalisation::CosmoXEc;
    VirtualCardOptions options;
    options.hasDocumentNumber = false;
    const auto card = demoCard(personalisation, options);
    const QTemporaryDir folder;
    const int look = Identity - 1 + forCertificates(personalisation) + KeyAndPin;
    {
        Desk desk(folder.path());
        QVERIFY(desk.insert(card));
        QCOMPARE(card->exchangeCount(), look);
        const auto run = desk.open();
        QCOMPARE(codeOf(desk.sign(*run, digestFor(personalisation))), QString());
        QCOMPARE(card->exchangeCount(), look + FirstSignature);
        desk.wait(desk.service->closeRun(*run));
    }
    Desk desk(folder.path());
    int before = card->exchangeCount();
    QVERIFY(desk.insert(card));
    QCOMPARE(card->exchangeCount() - before, Identity - 1 + Tries + 2);
    QCOMPARE(desk.status().contents->authenticationCertificate->der(),
             demoIdentity(personalisation).authentication.certificateDer);

    QVERIFY(desk.remove());
    const auto identity = anotherIdentity(personalisation);
    const auto other = cardOf(identity, personalisation, options);
    QVERIFY(desk.insert(other));
    QCOMPARE(desk.status().contents->signingCertificate.der(), identity.signing.certificateDer);
    QVERIFY(desk.remove());
    before = card->exchangeCount();
    QVERIFY(desk.insert(card));  // the other one is known in its place
    QCOMPARE(desk.status().contents->signingCertificate.der(),
             demoIdentity(personalisation).signing.certificateDer);
    const bool tooShort =
        demoIdentity(personalisation).signing.certificateDer.size() < identity.signing.certificateDer.size();
    QCOMPARE(card->exchangeCount() - before, look + (tooShort ? 2 : 3));
}

void TestCardExchanges::signing_data() {
    QTest::addColumn<CardPersonalisation>("personalisation");
    QTest::addColumn<Pin2Habit>("habit");
    QTest::addColumn<int>("further");
    for (const auto& [name, personalisation] :
         {std::pair{"Cosmo 8, RSA-2048", CardPersonalisation::Cosmo8Rsa},
          std::pair{"Cosmo 8, P-384", CardPersonalisation::Cosmo8Ec},
          std::pair{"Cosmo X, P-384", CardPersonalisation::CosmoXEc},
          std::pair{"Estonia, Cosmo 8", CardPersonalisation::EstonianCosmo8},
          std::pair{"Estonia, Cosmo X", CardPersonalisation::EstonianCosmoX}}) {
        QTest::addRow("%s, drops PIN2", name) << personalisation << Pin2Habit::DropsAfterSignature << 2;
        QTest::addRow("%s, keeps PIN2", name) << personalisation << Pin2Habit::KeepsUntilDeselected << 1;
    }
}

void TestCardExchanges::signing() {
    QFETCH(const CardPersonalisation, personalisation);
    QFETCH(const Pin2Habit, habit);
    QFETCH(const int, further);
    VirtualCardOptions options;
    options.pin2Habit = habit;
    const auto card = demoCard(personalisation, options);
    Desk desk;
    QVERIFY(desk.insert(card));
    const auto digest = digestFor(personalisation);
    for (const bool knowsHabits : {false, true}) {
        int before = card->exchangeCount();
        const auto run = desk.open();
        QCOMPARE(codeOf(desk.sign(*run, digest)), QString());
        QCOMPARE(card->exchangeCount() - before, FirstSignature);
        for (int i = 2; i <= 10; ++i) {
            // that a card drops PIN2 is learnt from one refusal in its life
            const bool learns = !knowsHabits && i == 2 && further == 2;
            before = card->exchangeCount();
            QCOMPARE(codeOf(desk.sign(*run, digest)), QString());
            QCOMPARE(card->exchangeCount() - before, further + (learns ? 1 : 0));
        }
        before = card->exchangeCount();
        QCOMPARE(codeOf(desk.wait(desk.service->closeRun(*run))), QString());
        QCOMPARE(card->exchangeCount() - before, 1);
    }
    QCOMPARE(card->verifyCount(), further == 2 ? 20 : 2);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 3);
}

void TestCardExchanges::habitsAreRemembered() {
    const QTemporaryDir folder;
    const auto card = demoCard(CardPersonalisation::CosmoXEc, {});
    const auto digest = digestFor(CardPersonalisation::CosmoXEc);
    for (const int second : {3, 2}) {
        Desk desk(folder.path());
        QVERIFY(desk.insert(card));
        const auto run = desk.open();
        QCOMPARE(codeOf(desk.sign(*run, digest)), QString());
        const int before = card->exchangeCount();
        QCOMPARE(codeOf(desk.sign(*run, digest)), QString());
        QCOMPARE(card->exchangeCount() - before, second);
        desk.wait(desk.service->closeRun(*run));
        QVERIFY(desk.remove());
    }
}

/** After a reset by another program: whose card it is and its tries; application, environment and PIN again.
 */
void TestCardExchanges::selectingAnew() {
    VirtualCardOptions options;
    options.pin2Habit = Pin2Habit::KeepsUntilDeselected;
    const auto card = demoCard(CardPersonalisation::CosmoXEc, options);
    Desk desk;
    QVERIFY(desk.insert(card));
    const auto digest = digestFor(CardPersonalisation::CosmoXEc);
    const auto run = desk.open();
    QCOMPARE(codeOf(desk.sign(*run, digest)), QString());
    desk.readers->resetCard(VirtualReaders::demoReaderName());
    const int before = card->exchangeCount();
    const auto signature = desk.sign(*run, digest);
    QCOMPARE(codeOf(signature), QString());
    QVERIFY(fits(desk.status().contents->signingCertificate, digest, *signature));
    QCOMPARE(card->exchangeCount() - before, 8);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 3);
}

/** The same card with new certificates: noticed before PIN2 goes anywhere. */
void TestCardExchanges::renewedCertificate() {
    const auto personalisation = CardPersonalisation::CosmoXEc;
    VirtualCardOptions options;
    options.documentNumber = "PA1234567";
    const auto renewed = anotherIdentity(personalisation);
    const QTemporaryDir folder;
    Desk desk(folder.path());
    QVERIFY(desk.insert(demoCard(personalisation, options)));
    QVERIFY(desk.remove());
    const auto card = cardOf(renewed, personalisation, options);
    QVERIFY(desk.insert(card));
    QVERIFY(desk.status().contents->signingCertificate.der() != renewed.signing.certificateDer);
    QCOMPARE(codeOf(desk.open()), QStringLiteral("card-changed"));
    QCOMPARE(card->verifyCount(), 0);
    QTRY_COMPARE(desk.status().contents->signingCertificate.der(), renewed.signing.certificateDer);
    QCOMPARE(desk.status().contents->authenticationCertificate->der(), renewed.authentication.certificateDer);
    const auto run = desk.open();
    QCOMPARE(codeOf(run), QString());
    const auto digest = digestFor(personalisation);
    const auto signature = desk.sign(*run, digest);
    QVERIFY(signature && fits(desk.status().contents->signingCertificate, digest, *signature));
}

/** Somebody has put another person's certificates into the file: shown, but never signed with. */
void TestCardExchanges::anotherCardsFile() {
    const auto personalisation = CardPersonalisation::CosmoXEc;
    const QTemporaryDir folder;
    const auto card = demoCard(personalisation, {});
    {
        Desk desk(folder.path());
        QVERIFY(desk.insert(card));
    }
    const auto other = anotherIdentity(personalisation);
    changeFile(folder.path(), [&other](QJsonObject& object) {
        const auto text = [](const QByteArray& der) { return QString::fromLatin1(der.toBase64()); };
        object[QStringLiteral("signingCertificate")] = text(other.signing.certificateDer);
        object[QStringLiteral("authenticationCertificate")] = text(other.authentication.certificateDer);
    });
    Desk desk(folder.path());
    QVERIFY(desk.insert(card));
    QCOMPARE(desk.status().contents->signingCertificate.der(), other.signing.certificateDer);
    QCOMPARE(codeOf(desk.open()), QStringLiteral("card-changed"));
    QCOMPARE(card->verifyCount(), 0);
    const auto& identity = demoIdentity(personalisation);
    QTRY_COMPARE(desk.status().contents->signingCertificate.der(), identity.signing.certificateDer);
    QCOMPARE(codeOf(desk.open()), QString());
}

/** Such a card signs with another key than it is told, and the signature does not fit: once. */
void TestCardExchanges::wrongKeyInTheFile() {
    const auto personalisation = CardPersonalisation::CosmoXEc;
    VirtualCardOptions options;
    options.acceptsAnyKeyReference = true;
    const QTemporaryDir folder;
    const auto card = demoCard(personalisation, options);
    {
        Desk desk(folder.path());
        QVERIFY(desk.insert(card));
    }
    changeFile(folder.path(), [](QJsonObject& object) { object[QStringLiteral("keyReference")] = 0x82; });
    const auto digest = digestFor(personalisation);
    Desk desk(folder.path());
    QVERIFY(desk.insert(card));
    const auto certificate = desk.status().contents->signingCertificate;
    for (const bool right : {false, true}) {
        const auto run = desk.open();
        const auto signature = desk.sign(*run, digest);
        QCOMPARE(codeOf(signature), QString());
        QCOMPARE(fits(certificate, digest, *signature), right);
        desk.service->distrust(certificate);
        QCOMPARE(codeOf(desk.wait(desk.service->closeRun(*run))), QString());
    }
}

/** Wrong of them, and nobody signs with the wrong certificate for it. */
void TestCardExchanges::twoCardsOfOneNumber() {
    const auto personalisation = CardPersonalisation::Cosmo8Ec;
    VirtualCardOptions options;
    options.documentNumber = "PA1234567";
    const auto one = demoCard(personalisation, options);
    const auto identity = anotherIdentity(personalisation);
    const auto other = cardOf(identity, personalisation, options);
    Desk desk;
    QVERIFY(desk.insert(one) && desk.remove() && desk.insert(other));
    QCOMPARE(codeOf(desk.open()), QStringLiteral("card-changed"));
    QTRY_COMPARE(desk.status().contents->signingCertificate.der(), identity.signing.certificateDer);
    QCOMPARE(codeOf(desk.open()), QString());
    QVERIFY(desk.remove() && desk.insert(one));
    QCOMPARE(codeOf(desk.open()), QStringLiteral("card-changed"));
    QCOMPARE(one->verifyCount(), 0);
    QCOMPARE(other->verifyCount(), 1);
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::TestCardExchanges)
#include "tst_CardExchanges.moc"
