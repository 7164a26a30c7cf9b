#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "LatvianCards.h"
#include "card/KnownCards.h"
#include "unit/crypto/TestCertificates.h"

using namespace signet;
using namespace signet::card;
using test::LatvianCard;
using test::Personalisation;

namespace {

crypto::Certificate parsed(const QByteArray& der) {
    return *crypto::Certificate::fromDer(der);
}

/** A complete one, whose name is made from `number`. */
KnownCard knownCard(const QByteArray& number, Personalisation personalisation = Personalisation::CosmoXEc) {
    const LatvianCard card = LatvianCard::make(personalisation);
    Pin2Habits habits{};
    habits[1][0] = Pin2Habit::Drops;
    habits[0][1] = Pin2Habit::Keeps;
    return {nameOfCard(card.atr, number),
            parsed(card.signingDer),
            parsed(card.authenticationDer),
            0x341F,
            7,
            0x9E,
            PinLength{6, 12},
            habits};
}

bool isSame(const KnownCard& one, const KnownCard& other) {
    return one.name == other.name && one.signingCertificate == other.signingCertificate &&
           one.authenticationCertificate == other.authenticationCertificate &&
           one.certificateFile == other.certificateFile && one.certificateOffset == other.certificateOffset &&
           one.keyReference == other.keyReference && one.pin2Length == other.pin2Length &&
           one.pin2Habits == other.pin2Habits;
}

QByteArray authenticationOf(const QByteArray& person) {
    test::CertificateSpec spec;
    spec.serialNumber = person;
    spec.keyUsage = "critical,digitalSignature";
    spec.extendedKeyUsage = "clientAuth";
    return test::makeCertificate(spec, test::newEcKey("P-384"));
}

}  // namespace

class TestKnownCards : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesTellCardsApart();
    void withoutAFolder();
    void anotherStart();
    void filesAreTheOwners();
    void withoutAName();
    void incompleteOnesStayInMemory();
    void theLatestFew();
    void renewed();
    void forgets();
    void believesNoFile_data();
    void believesNoFile();
    void believesNoFileThatOthersCanWrite();
    void usualFolder();

private:
    QString folder() const { return m_place->filePath(QStringLiteral("signet/cards")); }
    QString onlyFile() const { return QDir(folder()).entryInfoList(QDir::Files).value(0).filePath(); }
    int files() const {
        return static_cast<int>(QDir(folder()).entryList(QDir::Files | QDir::Hidden).size());
    }

    std::unique_ptr<QTemporaryDir> m_place;
};

void TestKnownCards::init() {
    m_place = std::make_unique<QTemporaryDir>();
}

void TestKnownCards::namesTellCardsApart() {
    QVERIFY(nameOfCard("atr", "LV0000001") != nameOfCard("atr", "LV0000002"));
    QVERIFY(nameOfCard("atr", "LV0000001") != nameOfCard("rta", "LV0000001"));
    QVERIFY(nameOfCard("atr", "LV0000001") != nameOfCard("atrL", "V0000001"));
    QVERIFY(!nameOfCard("atr", "LV0000001").contains("LV0000001"));
}

void TestKnownCards::withoutAFolder() {
    KnownCards cards;
    const KnownCard card = knownCard("LV0000001");
    QVERIFY(!cards.find(card.name));
    QVERIFY(!cards.findHolding(card.signingCertificate));
    cards.remember(card);
    QVERIFY(isSame(*cards.find(card.name), card));
    QVERIFY(isSame(*cards.findHolding(card.signingCertificate), card));
    QVERIFY(!cards.find(nameOfCard("atr", "LV0000002")));
    QVERIFY(!KnownCards().find(card.name));
}

void TestKnownCards::anotherStart() {
    const KnownCard card = knownCard("LV0000001");
    const KnownCard other = knownCard("LV0000002", Personalisation::Cosmo8Rsa);
    KnownCards(folder()).remember(card);
    KnownCards(folder()).remember(other);
    KnownCards cards(folder());
    QVERIFY(isSame(*cards.find(card.name), card));
    QVERIFY(isSame(*cards.find(other.name), other));
    QVERIFY(isSame(*cards.findHolding(other.signingCertificate), other));
    QCOMPARE(files(), 2);
}

void TestKnownCards::filesAreTheOwners() {
    KnownCards(folder()).remember(knownCard("LV0000001"));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther |
                            QFile::ExeGroup | QFile::ExeOther;
    QVERIFY((QFileInfo(onlyFile()).permissions() & others) == 0);
    QVERIFY((QFileInfo(folder()).permissions() & others) == 0);
}

void TestKnownCards::withoutAName() {
    KnownCards cards(folder());
    KnownCard card = knownCard("LV0000001");
    card.name.clear();
    cards.remember(card);
    QVERIFY(!cards.find({}));
    QVERIFY(cards.findHolding(card.signingCertificate));
    QCOMPARE(files(), 0);
}

void TestKnownCards::incompleteOnesStayInMemory() {
    KnownCards cards(folder());
    KnownCard card = knownCard("LV0000001");
    card.pin2Length.reset();
    cards.remember(card);
    QVERIFY(cards.find(card.name));
    QCOMPARE(files(), 0);
}

void TestKnownCards::theLatestFew() {
    KnownCards cards(folder());
    KnownCard card = knownCard("LV0000001");
    QList<KnownCard> all;
    for (int i = 0; i < KnownCards::Most + 3; ++i) {
        test::CertificateSpec spec;
        spec.keyUsage = "critical,nonRepudiation";
        static const auto key = test::newEcKey("P-384");
        card.name = nameOfCard("atr", QByteArray::number(i));
        card.signingCertificate = parsed(test::makeCertificate(spec, key));
        cards.remember(card);
        all.append(card);
    }
    QCOMPARE(files(), KnownCards::Most);
    QVERIFY(cards.find(all.last().name));
    QVERIFY(!cards.findHolding(all.first().signingCertificate));
}

/** The same card with another certificate. */
void TestKnownCards::renewed() {
    KnownCards cards(folder());
    const KnownCard before = knownCard("LV0000001");
    KnownCard after = before;
    after.signingCertificate = knownCard("LV0000001", Personalisation::Cosmo8Rsa).signingCertificate;
    cards.remember(before);
    cards.remember(after);
    QVERIFY(isSame(*cards.find(before.name), after));
    QVERIFY(!cards.findHolding(before.signingCertificate));
    QVERIFY(isSame(*KnownCards(folder()).find(before.name), after));
}

void TestKnownCards::forgets() {
    const KnownCard card = knownCard("LV0000001");
    KnownCards cards(folder());
    cards.remember(card);
    cards.forget(knownCard("LV0000002", Personalisation::Cosmo8Rsa).signingCertificate);
    QVERIFY(cards.find(card.name));
    cards.forget(card.signingCertificate);
    QVERIFY(!cards.find(card.name));
    QVERIFY(!cards.findHolding(card.signingCertificate));
    QCOMPARE(files(), 0);
}

void TestKnownCards::believesNoFile_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const auto text = [](const QByteArray& der) { return QJsonValue(QString::fromLatin1(der.toBase64())); };
    const LatvianCard card = LatvianCard::make(Personalisation::CosmoXEc);
    const auto signing = QStringLiteral("signingCertificate");
    const auto authentication = QStringLiteral("authenticationCertificate");
    QTest::newRow("a later format") << QStringLiteral("format") << QJsonValue(2);
    QTest::newRow("another card") << QStringLiteral("card") << QJsonValue(QStringLiteral("00"));
    QTest::newRow("no certificate") << signing << QJsonValue();
    QTest::newRow("a broken one") << signing << text(card.signingDer.chopped(1));
    QTest::newRow("no base64") << signing << QJsonValue(QStringLiteral("*"));
    QTest::newRow("one for logging in") << signing << text(card.authenticationDer);
    QTest::newRow("one for signing") << authentication << text(card.signingDer);
    QTest::newRow("another person's") << authentication << text(authenticationOf("PNOLV-020202-22222"));
    QTest::newRow("no file") << QStringLiteral("certificateFile") << QJsonValue(0x10000);
    QTest::newRow("a place before it") << QStringLiteral("certificateOffset") << QJsonValue(-1);
    QTest::newRow("a place beyond it") << QStringLiteral("certificateOffset") << QJsonValue(0x8001);
    QTest::newRow("no key") << QStringLiteral("keyReference") << QJsonValue(QStringLiteral("9E"));
    QTest::newRow("a key beyond a byte") << QStringLiteral("keyReference") << QJsonValue(256);
    QTest::newRow("a long PIN") << QStringLiteral("pin2Maximum") << QJsonValue(13);
    QTest::newRow("a short PIN") << QStringLiteral("pin2Minimum") << QJsonValue(3);
    QTest::newRow("too much") << QStringLiteral("more") << QJsonValue(QString(40'000, u'x'));
}

void TestKnownCards::believesNoFile() {
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    const KnownCard card = knownCard("LV0000001");
    KnownCards(folder()).remember(card);
    QVERIFY(KnownCards(folder()).find(card.name));
    QFile file(onlyFile());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    object[key] = value;
    QVERIFY(file.resize(0) && file.seek(0));
    file.write(QJsonDocument(object).toJson());
    file.close();
    QVERIFY(!KnownCards(folder()).find(card.name));
}

void TestKnownCards::believesNoFileThatOthersCanWrite() {
    const KnownCard card = knownCard("LV0000001");
    KnownCards(folder()).remember(card);
    const auto owners = QFile::permissions(onlyFile());
    QVERIFY(QFile::setPermissions(onlyFile(), owners | QFile::WriteGroup));
    QVERIFY(!KnownCards(folder()).find(card.name));
    QVERIFY(QFile::setPermissions(onlyFile(), owners));
    QVERIFY(KnownCards(folder()).find(card.name));
    const QString elsewhere = m_place->filePath(QStringLiteral("elsewhere"));
    const QString path = onlyFile();
    QVERIFY(QFile::rename(path, elsewhere) && QFile::link(elsewhere, path));
    QVERIFY(!KnownCards(folder()).find(card.name));
}

void TestKnownCards::usualFolder() {
    qputenv("SIGNET_CARD_CACHE", "/elsewhere/cards");
    QCOMPARE(KnownCards::usualFolder(), QStringLiteral("/elsewhere/cards"));
    qputenv("SIGNET_CARD_CACHE", "");
    QCOMPARE(KnownCards::usualFolder(), QString());
    qunsetenv("SIGNET_CARD_CACHE");
    qputenv("XDG_CACHE_HOME", "/somewhere");
    QCOMPARE(KnownCards::usualFolder(), QStringLiteral("/somewhere/signet/cards"));
    qunsetenv("XDG_CACHE_HOME");
}

QTEST_GUILESS_MAIN(TestKnownCards)
#include "tst_KnownCards.moc"
