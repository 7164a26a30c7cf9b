#include <QTest>

#include "sandbox/card/VirtualReaders.h"
#include "signing/CardDesk.h"
#include "support/DemoCards.h"

using namespace signet;
using sandbox::CardPersonalisation;
using sandbox::VirtualCardOptions;
using sandbox::VirtualReaders;
using signing::CardDesk;
using signing::DeskReader;

/** Which reader is signed with, whatever is plugged in. */
class TestCardDesk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingThere();
    void onlyCard();
    void estonianCard();
    void cardsComeAndGo();
    void severalCards();
    void blockedOnesComeLast();
    void byName_data();
    void byName();
    void chosenOne();
    void certificates_data();
    void certificates();
    void contactless_data();
    void contactless();
    void contactlessBesideASlot();
    void expiredBesideContactless();

private:
    static std::shared_ptr<sandbox::VirtualCard> card(int triesLeft = 3) {
        VirtualCardOptions options;
        options.pin2Tries.left = triesLeft;
        return test::demoCard(CardPersonalisation::CosmoXEc, options);
    }
    static bool isSettled(const CardDesk& desk) {
        return QTest::qWaitFor([&desk] { return desk.isSettled(); }, 10'000);
    }
    static QString codeOf(const base::Expected<DeskReader>& reader) {
        return reader ? QString() : base::toString(reader.error().code());
    }

    const QString m_a = QStringLiteral("Reader A 00");
    const QString m_b = QStringLiteral("Reader B 01");
};

void TestCardDesk::nothingThere() {
    const CardDesk none(std::make_shared<VirtualReaders>(QStringList()));
    QVERIFY(isSettled(none));
    QCOMPARE(codeOf(none.selected()), QStringLiteral("no-reader"));
    const CardDesk empty(std::make_shared<VirtualReaders>(QStringList{m_a}));
    QVERIFY(isSettled(empty));
    QCOMPARE(codeOf(empty.selected()), QStringLiteral("no-card"));
    const CardDesk twoEmpty(std::make_shared<VirtualReaders>(QStringList{m_a, m_b}));
    QVERIFY(isSettled(twoEmpty));
    QCOMPARE(codeOf(twoEmpty.selected()), QStringLiteral("no-usable-card"));
}

void TestCardDesk::onlyCard() {
    auto readers = std::make_shared<VirtualReaders>(QStringList{m_a, m_b});
    QVERIFY(readers->insert(m_b, card(2)));
    const CardDesk desk(readers);
    QVERIFY(isSettled(desk));
    const auto selected = desk.selected();
    QVERIFY(selected);
    QCOMPARE(selected->name, m_b);
    QCOMPARE(selected->state, DeskReader::State::Usable);
    QCOMPARE(selected->pin2TriesLeft, 2);
    QVERIFY(selected->signingCertificate && selected->signingCertificate->isForSigning());
    QVERIFY(selected->authenticationCertificate &&
            selected->authenticationCertificate->isForAuthentication());
    QVERIFY(!selected->holder().isEmpty());
}

/** The common name of such a certificate is "SURNAME,GIVEN NAME,CODE": not what people are called. */
void TestCardDesk::estonianCard() {
    auto readers = std::make_shared<VirtualReaders>(QStringList{m_a});
    QVERIFY(readers->insert(m_a, test::demoCard(CardPersonalisation::EstonianCosmoX)));
    const CardDesk desk(readers);
    QVERIFY(isSettled(desk));
    const auto selected = desk.selected();
    QVERIFY(selected);
    QCOMPARE(selected->holder(), QStringLiteral("Žanete Bērziņa"));
    QCOMPARE(selected->signingCertificate->serialNumber(), QStringLiteral("PNOEE-48001010005"));
    QCOMPARE(selected->cardType, QStringLiteral("Estonian eID (Cosmo X)"));
    QCOMPARE(selected->pinMinimumLength, 5);
}

void TestCardDesk::cardsComeAndGo() {
    auto readers = std::make_shared<VirtualReaders>(QStringList{m_a});
    const CardDesk desk(readers);
    QVERIFY(isSettled(desk));
    QVERIFY(readers->insert(m_a, card()));
    QTRY_VERIFY_WITH_TIMEOUT(desk.selected().has_value(), 10'000);
    readers->remove(m_a);
    QTRY_COMPARE_WITH_TIMEOUT(codeOf(desk.selected()), QStringLiteral("no-card"), 10'000);
    readers->unplug(m_a);
    QTRY_COMPARE_WITH_TIMEOUT(codeOf(desk.selected()), QStringLiteral("no-reader"), 10'000);
}

void TestCardDesk::severalCards() {
    auto readers = std::make_shared<VirtualReaders>(QStringList{m_a, m_b});
    QVERIFY(readers->insert(m_a, card()) && readers->insert(m_b, card()));
    const CardDesk desk(readers);
    QVERIFY(isSettled(desk));
    const auto selected = desk.selected();
    QCOMPARE(codeOf(selected), QStringLiteral("several-cards"));
    QVERIFY(selected.error().message().contains(m_a) && selected.error().message().contains(m_b));
}

void TestCardDesk::blockedOnesComeLast() {
    auto readers = std::make_shared<VirtualReaders>(QStringList{m_a, m_b});
    QVERIFY(readers->insert(m_a, card(0)));
    CardDesk desk(readers);
    QVERIFY(isSettled(desk));
    QVERIFY(desk.selected());
    QCOMPARE(desk.selected()->pin2TriesLeft, 0);
    QVERIFY(readers->insert(m_b, card()));
    QTRY_VERIFY_WITH_TIMEOUT(desk.selected() && desk.selected()->name == m_b, 10'000);
}

void TestCardDesk::byName_data() {
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("code");
    QTest::newRow("exact") << m_b << m_b << QString();
    QTest::newRow("part") << QStringLiteral("B 0") << m_b << QString();
    QTest::newRow("small letters") << QStringLiteral("reader a") << m_a << QString();
    QTest::newRow("fits both") << QStringLiteral("Reader") << QString() << QStringLiteral("reader-ambiguous");
    QTest::newRow("fits none") << QStringLiteral("C") << QString() << QStringLiteral("reader-unknown");
    QTest::newRow("exact though part of another")
        << QStringLiteral("Reader") << QStringLiteral("Reader") << QString();
}

void TestCardDesk::byName() {
    QFETCH(const QString, wanted);
    QFETCH(const QString, found);
    QFETCH(const QString, code);
    QStringList names{m_a, m_b};
    if (wanted == found && wanted != m_b)
        names.append(wanted);
    const CardDesk desk(std::make_shared<VirtualReaders>(names));
    QVERIFY(isSettled(desk));
    const auto reader = desk.byName(wanted);
    QCOMPARE(codeOf(reader), code);
    QCOMPARE(reader ? reader->name : QString(), found);
}

void TestCardDesk::chosenOne() {
    auto readers = std::make_shared<VirtualReaders>(QStringList{m_a, m_b});
    QVERIFY(readers->insert(m_a, card()) && readers->insert(m_b, card()));
    CardDesk desk(readers);
    QVERIFY(isSettled(desk));
    desk.choose(m_b);
    QCOMPARE(desk.selected()->name, m_b);
    readers->remove(m_b);
    QTRY_COMPARE_WITH_TIMEOUT(codeOf(desk.selected()), QStringLiteral("no-card"), 10'000);
    readers->unplug(m_b);
    QTRY_COMPARE_WITH_TIMEOUT(codeOf(desk.selected()), QStringLiteral("reader-unknown"), 10'000);
    desk.choose({});
    QCOMPARE(desk.selected()->name, m_a);
}

void TestCardDesk::certificates_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("until");
    QTest::addColumn<bool>("qualified");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("warnings");
    QTest::newRow("good") << -1 << 1825 << true << QString() << QString();
    QTest::newRow("soon") << -1000 << 10 << true << QString() << QStringLiteral("certificate-expires-soon");
    QTest::newRow("not qualified") << -1 << 1825 << false << QString()
                                   << QStringLiteral("certificate-not-qualified");
    QTest::newRow("both") << -1000 << 10 << false << QString()
                          << QStringLiteral("certificate-expires-soon,certificate-not-qualified");
    QTest::newRow("over") << -1000 << -2 << false << QStringLiteral("certificate-expired") << QString();
    QTest::newRow("not yet") << 2 << 1000 << true << QStringLiteral("certificate-not-yet-valid") << QString();
}

/** What stops signing makes the card unusable, and its holder is still known; all else is said. */
void TestCardDesk::certificates() {
    QFETCH(const int, from);
    QFETCH(const int, until);
    QFETCH(const bool, qualified);
    QFETCH(const QString, problem);
    QFETCH(const QString, warnings);
    auto readers = std::make_shared<VirtualReaders>(QStringList{m_a});
    QVERIFY(readers->insert(m_a, test::cardWith({from, until, qualified})));
    const CardDesk desk(readers);
    QVERIFY(isSettled(desk));
    QCOMPARE(codeOf(desk.selected()), problem);
    const DeskReader reader = desk.readers().first();
    QCOMPARE(reader.obstacle() ? reader.obstacle()->publicCode() : QString(), problem);
    QVERIFY(!reader.holder().isEmpty());
    QStringList codes;
    for (const base::Error& warning : reader.warnings)
        codes += warning.publicCode();
    QCOMPARE(codes.join(u','), warnings);
    QCOMPARE(reader.authenticationObstacle().has_value(), !problem.isEmpty());
}

void TestCardDesk::contactless_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("card");
    QTest::addColumn<QString>("code");
    const QString telling = QStringLiteral("ACS ACR122U PICC Interface 00");
    QTest::newRow("a card, and the name does not tell")
        << m_a << true << QStringLiteral("reader-contactless");
    QTest::newRow("a card, and the name tells") << telling << true << QStringLiteral("reader-contactless");
    QTest::newRow("the name alone") << telling << false << QStringLiteral("reader-contactless");
    QTest::newRow("a slot") << m_a << false << QStringLiteral("no-card");
}

/** Not one command goes to a card that answers none without PACE. */
void TestCardDesk::contactless() {
    QFETCH(const QString, name);
    QFETCH(const bool, card);
    QFETCH(const QString, code);
    VirtualCardOptions options;
    options.contactless = true;
    const auto onIt = test::demoCard(CardPersonalisation::CosmoXEc, options);
    auto readers = std::make_shared<VirtualReaders>(QStringList{name});
    QVERIFY(!card || readers->insert(name, onIt));
    const CardDesk desk(readers);
    QVERIFY(isSettled(desk));
    QCOMPARE(codeOf(desk.selected()), code);
    QCOMPARE(desk.readers().first().contactless, code == QLatin1StringView("reader-contactless"));
    QCOMPARE(onIt->exchangeCount(), 0);
}

/** What is wrong with the card in the slot is told, not with the other reader. */
void TestCardDesk::expiredBesideContactless() {
    VirtualCardOptions options;
    options.contactless = true;
    auto readers = std::make_shared<VirtualReaders>(QStringList{m_a, m_b});
    QVERIFY(readers->insert(m_a, test::demoCard(CardPersonalisation::CosmoXEc, options)));
    QVERIFY(readers->insert(m_b, test::cardWith({-1000, -2, true})));
    const CardDesk desk(readers);
    QVERIFY(isSettled(desk));
    QCOMPARE(codeOf(desk.selected()), QStringLiteral("certificate-expired"));
    readers->remove(m_b);
    QTRY_COMPARE_WITH_TIMEOUT(codeOf(desk.selected()), QStringLiteral("reader-contactless"), 10'000);
}

/** A card in the slot of a reader that has both is signed with, whatever the reader is called. */
void TestCardDesk::contactlessBesideASlot() {
    const QString both = QStringLiteral("OMNIKEY 5422CL Smartcard Reader");
    auto readers = std::make_shared<VirtualReaders>(QStringList{both, m_b});
    const CardDesk desk(readers);
    QVERIFY(isSettled(desk));
    QCOMPARE(codeOf(desk.selected()), QStringLiteral("no-usable-card"));
    QVERIFY(readers->insert(both, card()));
    QTRY_VERIFY_WITH_TIMEOUT(desk.selected().has_value(), 10'000);
    QVERIFY(!desk.selected()->contactless);
}

QTEST_GUILESS_MAIN(TestCardDesk)
#include "tst_CardDesk.moc"
