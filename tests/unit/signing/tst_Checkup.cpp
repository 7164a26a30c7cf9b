#include <QTest>

#include "BatchBench.h"
#include "signing/Checkup.h"
#include "support/DemoCards.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;
using base::Error;
using base::ErrorCode;
using std::chrono::seconds;

namespace {

/** "trouble reader no-reader", one after the other. */
QStringList told(const QList<Finding>& findings) {
    QStringList lines;
    for (const Finding& finding : findings) {
        const QString code = finding.error ? QString(u' ' % finding.error->publicCode()) : QString();
        lines += QString(toString(finding.verdict) % u' ' % toString(finding.subject) % code);
    }
    return lines;
}

bool saysWhatToDo(const QList<Finding>& findings) {
    return std::all_of(findings.begin(), findings.end(), [](const Finding& finding) {
        const bool isWrong =
            finding.verdict == Finding::Verdict::Trouble || finding.verdict == Finding::Verdict::Warning;
        return !finding.words.isEmpty() && isWrong == (finding.error && !finding.error->hint().isEmpty());
    });
}

}  // namespace

/** What a checkup finds, and what it advises. */
class TestCheckup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noSmartCardService();
    void readersWithoutCards();
    void goodCard();
    void datesOfCertificates_data();
    void datesOfCertificates();
    void tries_data();
    void tries();
    void brokenModule();
    void unusableCard();
    void severalWarnings();
    void contactlessReaders();
    void clock_data();
    void clock();
    void notLetIn();
    void serviceThere();
    void serviceGone();
    void noServiceChosen();

private:
    static DeskReader goodReader() {
        BatchBench bench;
        bench.waitForCards();
        return *bench.cards.selected();
    }
    const QDateTime m_now = QDateTime::currentDateTimeUtc();
};

void TestCheckup::noSmartCardService() {
    const auto found = cardFindings(Error(ErrorCode::PcscNotRunning), {}, m_now);
    QCOMPARE(told(found).join(u','), u"trouble card-service pcsc-not-running"_qs);
    QVERIFY(saysWhatToDo(found));
}

void TestCheckup::readersWithoutCards() {
    QCOMPARE(told(cardFindings({}, {}, m_now)).join(u','), u"good card-service,trouble reader no-reader"_qs);
    DeskReader empty;
    empty.name = u"Reader"_qs;
    const auto found = cardFindings({}, {empty}, m_now);
    QCOMPARE(told(found).join(u','), u"good card-service,trouble reader no-card"_qs);
    QVERIFY(saysWhatToDo(found));
    // Beside a reader with a card, an empty one is nothing to worry about.
    QVERIFY(told(cardFindings({}, {empty, goodReader()}, m_now)).contains(u"skipped reader"_qs));
}

void TestCheckup::goodCard() {
    const DeskReader reader = goodReader();
    const auto found = cardFindings({}, {reader}, m_now);
    QCOMPARE(told(found).join(u','),
             u"good card-service,good reader,good card,good certificate,good certificate"_qs);
    QVERIFY(saysWhatToDo(found));
    QVERIFY(!reader.holder().isEmpty());
    QCOMPARE(found[2].about, reader.holder());
}

void TestCheckup::datesOfCertificates_data() {
    QTest::addColumn<bool>("fromEnd");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("finding");
    QTest::newRow("long before the end") << true << -31 << u"good certificate"_qs;
    QTest::newRow("soon") << true << -29 << u"warning certificate certificate-expires-soon"_qs;
    QTest::newRow("over") << true << 1 << u"trouble certificate certificate-expired"_qs;
    QTest::newRow("not yet") << false << -1 << u"trouble certificate certificate-not-yet-valid"_qs;
}

void TestCheckup::datesOfCertificates() {
    QFETCH(const bool, fromEnd);
    QFETCH(const int, days);
    QFETCH(const QString, finding);
    DeskReader reader = goodReader();
    reader.authenticationCertificate.reset();
    const auto& certificate = *reader.signingCertificate;
    const QDateTime now = (fromEnd ? certificate.notAfter() : certificate.notBefore()).addDays(days);
    const auto found = cardFindings({}, {reader}, now);
    QCOMPARE(told(found).last(), finding);
    QVERIFY(saysWhatToDo(found));
}

void TestCheckup::tries_data() {
    QTest::addColumn<int>("left");
    QTest::addColumn<QString>("finding");
    QTest::newRow("blocked") << 0 << u"trouble card pin-blocked"_qs;
    QTest::newRow("last") << 1 << u"warning card pin-last-try"_qs;
    QTest::newRow("two") << 2 << u"good card"_qs;
}

void TestCheckup::tries() {
    QFETCH(const int, left);
    QFETCH(const QString, finding);
    DeskReader reader = goodReader();
    reader.pin2TriesLeft = left;
    QCOMPARE(told(cardFindings({}, {reader}, m_now)).at(2), finding);
}

/** The same trouble is told once, with the card; its certificates are looked at all the same. */
void TestCheckup::unusableCard() {
    DeskReader reader = goodReader();
    const QDateTime later = reader.signingCertificate->notAfter().addDays(1);
    reader.state = DeskReader::State::Unusable;
    reader.problem = Error(ErrorCode::CertificateExpired, {reader.holder(), u"1.1.2026"_qs});
    const QStringList found = told(cardFindings({}, {reader}, later));
    QCOMPARE(found.count(u"trouble card certificate-expired"_qs), 1);
    QCOMPARE(found.count(u"trouble certificate certificate-expired"_qs), 0);
    reader.problem.reset();
    QVERIFY(told(cardFindings({}, {reader}, m_now)).contains(u"trouble card card-unknown"_qs));
}

/** All that is to be known, and what both certificates have in common once. */
void TestCheckup::severalWarnings() {
    auto readers = std::make_shared<sandbox::VirtualReaders>();
    QVERIFY(readers->insert(sandbox::VirtualReaders::demoReaderName(), cardWith({-100, 10, false})));
    const CardDesk desk(readers);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled(), 10'000);
    const QStringList found = told(cardFindings({}, desk.readers(), m_now));
    QCOMPARE(
        found.filter(u"certificate-"_qs).join(u','),
        u"warning certificate certificate-expires-soon,warning certificate certificate-not-qualified"_qs);
}

void TestCheckup::contactlessReaders() {
    DeskReader contactless;
    contactless.name = u"ACS ACR122U PICC Interface"_qs;
    contactless.contactless = true;
    DeskReader slot;
    slot.name = u"Slot"_qs;
    const auto alone = cardFindings({}, {contactless}, m_now);
    QCOMPARE(told(alone).last(), u"trouble reader reader-contactless"_qs);
    QVERIFY(saysWhatToDo(alone));
    // Its empty slot is what is to be mended.
    QCOMPARE(told(cardFindings({}, {contactless, slot}, m_now)).mid(1).join(u','),
             u"skipped reader,trouble reader no-card"_qs);
    // Somebody put the card on the wrong one.
    contactless.state = DeskReader::State::Unusable;
    contactless.problem = Error(ErrorCode::ReaderContactless, {contactless.name});
    QVERIFY(
        told(cardFindings({}, {contactless, slot}, m_now)).contains(u"trouble reader reader-contactless"_qs));
    // With a card in a slot, it is nothing to worry about.
    QCOMPARE(told(cardFindings({}, {contactless, goodReader()}, m_now)).filter(u"trouble"_qs), QStringList());
}

/** There is no card to speak of, and no reader. */
void TestCheckup::brokenModule() {
    DeskReader module;
    module.name = u"some-module"_qs;
    module.state = DeskReader::State::Unusable;
    module.problem = Error(ErrorCode::ModuleCrashed, {module.name});
    const auto found = cardFindings({}, {module}, m_now);
    QCOMPARE(told(found).join(u','), u"good card-service,trouble reader module-crashed"_qs);
    QVERIFY(saysWhatToDo(found));
}

void TestCheckup::clock_data() {
    QTest::addColumn<int>("ahead");
    QTest::addColumn<QString>("finding");
    QTest::newRow("right") << 0 << u"good clock"_qs;
    QTest::newRow("nearly right") << -30 << u"good clock"_qs;
    QTest::newRow("a bit behind") << -31 << u"warning clock clock-wrong"_qs;
    QTest::newRow("far ahead") << 300 << u"trouble clock clock-wrong"_qs;
}

void TestCheckup::clock() {
    QFETCH(const int, ahead);
    QFETCH(const QString, finding);
    ServiceGreeting greeting;
    greeting.clockAhead = seconds(ahead);
    const auto found = serviceFindings(Profile(), greeting);
    QCOMPARE(told(found).last(), finding);
    QVERIFY(saysWhatToDo(found));
    QCOMPARE(told(serviceFindings(Profile(), ServiceGreeting())).last(), u"skipped clock"_qs);
}

void TestCheckup::notLetIn() {
    const auto found = serviceFindings(Profile(), tl::unexpected(Error(ErrorCode::TokenRefused)));
    QCOMPARE(told(found).join(u','), u"good service,trouble token token-refused"_qs);
    QVERIFY(saysWhatToDo(found));
}

void TestCheckup::serviceThere() {
    BatchBench bench;
    QVERIFY(bench.desk.connectTo(bench.profile, base::SecretBytes(QByteArrayView("token"))));
    const auto answer = checkService(bench.desk);
    QTRY_VERIFY(answer.isFinished());
    const QStringList found = told(answer.result().value());
    QCOMPARE(found.first(), u"good proxy"_qs);
    QVERIFY(found.contains(u"good service"_qs));
    QVERIFY(found.contains(u"good token"_qs));
}

void TestCheckup::serviceGone() {
    BatchBench bench;
    QVERIFY(bench.desk.connectTo(bench.profile, base::SecretBytes(QByteArrayView("token"))));
    bench.service.goAway();
    const auto answer = checkService(bench.desk);
    QTRY_VERIFY_WITH_TIMEOUT(answer.isFinished(), 60'000);
    QCOMPARE(told(answer.result().value()).join(u','), u"good proxy,trouble service no-connection"_qs);
}

void TestCheckup::noServiceChosen() {
    ServiceDesk desk;
    const auto answer = checkService(desk);
    QVERIFY(answer.isFinished());
    QCOMPARE(told(answer.result().value()).join(u','), u"skipped service"_qs);
}

QTEST_GUILESS_MAIN(TestCheckup)
#include "tst_Checkup.moc"
