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

QTEST_GUILESS_MAIN(TestCardDesk)
#include "tst_CardDesk.moc"
