#include <QLoggingCategory>
#include <QTest>

#include "LatvianCards.h"
#include "card/IdemiaEid.h"
#include "card/SigningRun.h"

using namespace signet;
using namespace signet::card;
using base::ErrorCode;
using test::CardScript;
using test::hex;
using test::LatvianCard;
using test::Personalisation;
using namespace std::chrono_literals;

namespace {

constexpr char Pin[] = "197531";

QStringList logLines;

void keepLog(QtMsgType, const QMessageLogContext&, const QString& text) {
    logLines.append(text);
}

QString nameOf(const Expected<void>& outcome) {
    return outcome ? QStringLiteral("ok") : outcome.error().publicCode();
}

QString nameOf(const Expected<QByteArray>& outcome) {
    return outcome ? QStringLiteral("ok") : outcome.error().publicCode();
}

}  // namespace

/** One card, one script for each test: every exchange of a run is counted. */
class TestSigningRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensWithOneVerify();
    void checksBeforeTheVerify_data();
    void checksBeforeTheVerify();
    void lastTryWithLeave();
    void pinOutcomes_data();
    void pinOutcomes();
    void anotherCard();
    void pinPad();

    void keepsPin();
    void oneEntryOneSignature();
    void oneEntryIsNotPresentedAgain();
    void dropsPinAfterSignature();
    void startsAnewAfterAPause();
    void learnsThatSelectingDropsThePin();
    void newStretchWhenTheOldIsTooLong();
    void ownTroubleOfOneDigest();

    void removedWhileSigning();
    void removedWhileOpening();
    void resetWhileSigning();
    void resetAtTheBeginOfAStretch();
    void resetAgainAndAgain();
    void anotherCardAfterAReset();
    void triesUsedBeforeAReset_data();
    void triesUsedBeforeAReset();
    void resetWhileOpening();
    void resetAtTheVerifyIsTheEnd();
    void refusedLaterVerifyIsTheEnd();
    void stillNotVerifiedAfterVerify();
    void unansweredLaterVerifyIsTheEnd();
    void unansweredVerifyIsClosed();
    void leavesAtTheSecondAttempt();
    void closesOnce();

private:
    std::unique_ptr<SigningRun> makeRun(const char* pin = Pin, bool allowLastTry = false,
                                        std::chrono::milliseconds stretch = 10s);
    std::unique_ptr<SigningRun> openedRun(std::chrono::milliseconds stretch = 10s);
    std::unique_ptr<SigningRun> runForOne();
    void addPso(char fill) { m_card.addSign(*m_script, QByteArray(48, 'h'), m_card.someSignature(fill)); }
    void addRefusedPso() { m_script->expect(m_card.signCommand(QByteArray(48, 'h')), hex("6982")); }
    Expected<QByteArray> sign(SigningRun& run) {
        return run.sign(*crypto::Digest::fromBytes(QByteArray(48, 'h')));
    }

    LatvianCard m_card = LatvianCard::make(Personalisation::CosmoXEc);
    std::shared_ptr<CardScript> m_script;
    KnownCards m_known;
};

void TestSigningRun::init() {
    m_script = m_card.script();
    m_known = KnownCards();
    logLines.clear();
    QLoggingCategory::setFilterRules(QStringLiteral("signet.*=true"));
    qInstallMessageHandler(keepLog);
}

void TestSigningRun::cleanup() {
    qInstallMessageHandler(nullptr);
    QLoggingCategory::setFilterRules(QString());
    QCOMPARE(m_script->mismatches(), QStringList());
    QVERIFY(!m_script->isInTransaction());
    const QString log = logLines.join(u'\n');
    QVERIFY(!log.contains(QLatin1StringView(Pin)));
    QVERIFY(!log.contains(QLatin1StringView(QByteArray(Pin).toHex())));
}

std::unique_ptr<SigningRun> TestSigningRun::makeRun(const char* pin, bool allowLastTry,
                                                    std::chrono::milliseconds stretch) {
    SigningRunRequest request{QStringLiteral("Reader"), *crypto::Certificate::fromDer(m_card.signingDer),
                              base::SecretBytes(QByteArrayView(pin)), false, allowLastTry};
    auto driver = std::make_unique<IdemiaEid>(m_script->transport(m_script), QStringLiteral("Reader"),
                                              m_known, *IdemiaCountry::of(m_card.atr));
    return std::make_unique<SigningRun>(std::move(driver), std::move(request), stretch);
}

std::unique_ptr<SigningRun> TestSigningRun::runForOne() {
    SigningRunRequest request{QStringLiteral("Reader"), *crypto::Certificate::fromDer(m_card.signingDer),
                              base::SecretBytes(QByteArrayView(Pin))};
    request.oneSignature = true;
    auto driver = std::make_unique<IdemiaEid>(m_script->transport(m_script), QStringLiteral("Reader"),
                                              m_known, *IdemiaCountry::of(m_card.atr));
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    return std::make_unique<SigningRun>(std::move(driver), std::move(request), 10s);
}

std::unique_ptr<SigningRun> TestSigningRun::openedRun(std::chrono::milliseconds stretch) {
    auto run = makeRun(Pin, false, stretch);
    if (!run->open())
        qFatal("the run does not open");
    return run;
}

void TestSigningRun::opensWithOneVerify() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    m_card.addLeave(*m_script);
    auto run = openedRun();
    QVERIFY(run->holdsCard());
    QCOMPARE(m_script->verifies(), 1);
    run->close();
    QVERIFY2(logLines.join(u'\n').contains(u"00 A4"), "the log was not even kept");
}

void TestSigningRun::checksBeforeTheVerify_data() {
    QTest::addColumn<QByteArray>("pin");
    QTest::addColumn<int>("left");
    QTest::addColumn<QString>("code");
    QTest::newRow("blocked") << QByteArray(Pin) << 0 << QStringLiteral("pin-blocked");
    QTest::newRow("last try") << QByteArray(Pin) << 1 << QStringLiteral("pin-last-try");
    QTest::newRow("too short") << QByteArray("12345") << 3 << QStringLiteral("pin-format");
    QTest::newRow("too long") << QByteArray("1234567890123") << 3 << QStringLiteral("pin-format");
    QTest::newRow("not digits") << QByteArray("abcdef") << 3 << QStringLiteral("pin-format");
    QTest::newRow("empty") << QByteArray("") << 3 << QStringLiteral("pin-format");
}

void TestSigningRun::checksBeforeTheVerify() {
    QFETCH(const QByteArray, pin);
    QFETCH(const int, left);
    QFETCH(const QString, code);
    m_card.addReadForSigning(*m_script, left);
    auto run = makeRun(pin.constData());
    QCOMPARE(nameOf(run->open()), code);
    QCOMPARE(m_script->verifies(), 0);
    run->close();
}

void TestSigningRun::lastTryWithLeave() {
    m_card.addReadForSigning(*m_script, 1);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    auto run = makeRun(Pin, true);
    QCOMPARE(nameOf(run->open()), QStringLiteral("ok"));
}

void TestSigningRun::pinOutcomes_data() {
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("left");
    QTest::newRow("wrong") << QByteArray("63C2") << QStringLiteral("pin-wrong") << 2;
    QTest::newRow("wrong, one left") << QByteArray("63C1") << QStringLiteral("pin-wrong") << 1;
    QTest::newRow("wrong, blocked now") << QByteArray("63C0") << QStringLiteral("pin-blocked") << -1;
    QTest::newRow("wrong, blocked, other status")
        << QByteArray("6983") << QStringLiteral("pin-blocked") << -1;
    QTest::newRow("not usable") << QByteArray("6984") << QStringLiteral("pin-blocked") << -1;
    QTest::newRow("length") << QByteArray("6700") << QStringLiteral("pin-format") << -1;
    QTest::newRow("data") << QByteArray("6A80") << QStringLiteral("pin-format") << -1;
    QTest::newRow("anything else") << QByteArray("6F00") << QStringLiteral("card-failed") << -1;
}

void TestSigningRun::pinOutcomes() {
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, code);
    QFETCH(const int, left);
    m_card.addReadForSigning(*m_script, -1);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script, answer.constData());
    if (code == u"card-failed")  // who knows what it has done
        m_card.addLeave(*m_script);
    auto run = makeRun();
    const auto opened = run->open();
    QCOMPARE(nameOf(opened), code);
    QCOMPARE(opened.error().count().value_or(-1), left);
    QCOMPARE(nameOf(sign(*run)), code);  // and no second VERIFY
    QCOMPARE(m_script->verifies(), 1);
    run->close();
}

void TestSigningRun::anotherCard() {
    LatvianCard other = m_card;
    other.signingDer = LatvianCard::make(Personalisation::Cosmo8Rsa).signingDer;
    other.rsa = true;
    other.addReadForSigning(*m_script);
    QCOMPARE(nameOf(makeRun()->open()), QStringLiteral("card-changed"));
}

void TestSigningRun::pinPad() {
    SigningRunRequest request{QStringLiteral("Reader"), *crypto::Certificate::fromDer(m_card.signingDer),
                              base::SecretBytes(), true, false};
    SigningRun run(std::make_unique<IdemiaEid>(m_script->transport(m_script), QStringLiteral("Reader"),
                                               m_known, *IdemiaCountry::of(m_card.atr)),
                   std::move(request), 10s);
    QCOMPARE(nameOf(run.open()), QStringLiteral("pin-pad-missing"));
    QCOMPARE(m_script->exchanges(), 0);
}

void TestSigningRun::keepsPin() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    for (const char fill : {'1', '2', '3'})
        addPso(fill);
    m_card.addLeave(*m_script);
    auto run = openedRun();
    for (const char fill : {'1', '2', '3'})
        QCOMPARE(*sign(*run), m_card.someSignature(fill));
    run->close();
    QCOMPARE(m_script->transactions(), 1);
}

/** A second signature is not even asked of the card, which might keep PIN2. */
void TestSigningRun::oneEntryOneSignature() {
    auto run = runForOne();
    addPso('1');
    m_card.addLeave(*m_script);
    QCOMPARE(nameOf(run->open()), QStringLiteral("ok"));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("ok"));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("pin-not-verified"));
    run->close();
    QCOMPARE(m_script->verifies(), 1);
    QVERIFY(m_script->isFinished());
}

/** Where the card wants it again before that one signature, a person is asked anew. */
void TestSigningRun::oneEntryIsNotPresentedAgain() {
    auto run = runForOne();
    addRefusedPso();
    m_card.addLeave(*m_script);
    QCOMPARE(nameOf(run->open()), QStringLiteral("ok"));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("pin-not-verified"));
    run->close();
    QCOMPARE(m_script->verifies(), 1);
}

void TestSigningRun::dropsPinAfterSignature() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    addPso('1');
    addRefusedPso();  // this is how it is learnt, once
    m_card.addVerify(*m_script);
    addPso('2');
    m_card.addVerify(*m_script);
    addPso('3');
    m_card.addVerify(*m_script);
    addPso('4');
    auto run = openedRun();
    for (const char fill : {'1', '2', '3', '4'})
        QCOMPARE(*sign(*run), m_card.someSignature(fill));
    run->pause();
}

void TestSigningRun::startsAnewAfterAPause() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    addPso('1');
    m_card.addOpenSigning(*m_script);
    addPso('2');
    auto run = openedRun();
    QVERIFY(sign(*run));
    run->pause();
    QVERIFY(!m_script->isInTransaction());
    QVERIFY(sign(*run));
    run->pause();
    QCOMPARE(m_script->transactions(), 2);
}

void TestSigningRun::learnsThatSelectingDropsThePin() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    m_card.addOpenSigning(*m_script);
    addRefusedPso();
    m_card.addVerify(*m_script);
    addPso('1');
    addPso('2');
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);  // without asking again
    addPso('3');
    auto run = openedRun();
    run->pause();
    QVERIFY(sign(*run));
    QVERIFY(sign(*run));
    run->pause();
    QVERIFY(sign(*run));
    run->pause();
}

void TestSigningRun::newStretchWhenTheOldIsTooLong() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    m_card.addOpenSigning(*m_script);
    addPso('1');
    auto run = openedRun(300ms);
    QTest::qSleep(350);
    QVERIFY(sign(*run));
    QCOMPARE(m_script->transactions(), 2);
    run->pause();
}

void TestSigningRun::ownTroubleOfOneDigest() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    m_script->expect(m_card.signCommand(QByteArray(48, 'h')), hex("6A80"));
    m_card.addOpenSigning(*m_script);  // nobody knows what the card kept
    addPso('2');
    auto run = openedRun();
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("card-failed"));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("ok"));
    run->pause();
}

void TestSigningRun::removedWhileSigning() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    addPso('1');
    m_script->fails(m_card.signCommand(QByteArray(48, 'h')), ErrorCode::CardRemoved);
    auto run = openedRun();
    QVERIFY(sign(*run));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("card-removed"));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("card-removed"));
    run->close();
}

void TestSigningRun::removedWhileOpening() {
    m_script->fails(hex(test::SelectSigning), ErrorCode::CardRemoved);
    auto run = makeRun();
    QCOMPARE(nameOf(run->open()), QStringLiteral("card-removed"));
}

void TestSigningRun::resetWhileSigning() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    addPso('1');
    m_script->fails(m_card.signCommand(QByteArray(48, 'h')), ErrorCode::CardReset);
    m_card.addStillHolds(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    addPso('2');
    auto run = openedRun();
    QVERIFY(sign(*run));
    QCOMPARE(*sign(*run), m_card.someSignature('2'));
    QCOMPARE(m_script->reconnects(), 1);
    run->pause();
}

void TestSigningRun::resetAtTheBeginOfAStretch() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    m_script->beginFails(ErrorCode::CardReset);
    m_card.addStillHolds(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    addPso('1');
    auto run = openedRun();
    run->pause();
    QVERIFY(sign(*run));
    run->pause();
}

void TestSigningRun::resetAgainAndAgain() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    for (int i = 0; i < 3; ++i)
        m_script->beginFails(ErrorCode::CardReset);
    auto run = openedRun();
    run->pause();
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("card-reset"));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("card-reset"));
    QCOMPARE(m_script->verifies(), 1);
}

/** What looks like a reset can be a card that came in another one's place: PIN2 is not for it. */
void TestSigningRun::anotherCardAfterAReset() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    m_script->beginFails(ErrorCode::CardReset);
    LatvianCard other = m_card;
    other.signingDer = LatvianCard::make(Personalisation::Cosmo8Ec).signingDer;
    m_script->expect(test::SelectSigning, "9000");
    m_script->select(other.signingFile, other.signingDer.size());
    if (other.signingDer.size() >= m_card.signingDer.size())
        m_script->read(other.signingDer.first(m_card.signingDer.size()), m_card.signingDer.size() - 0xC0,
                       m_card.signingDer.size());
    other.addReadForSigning(*m_script);
    auto run = openedRun();
    run->pause();
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("card-changed"));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("card-changed"));
    QCOMPARE(m_script->verifies(), 1);
    run->close();
}

void TestSigningRun::triesUsedBeforeAReset_data() {
    QTest::addColumn<int>("left");
    QTest::addColumn<QString>("code");
    QTest::newRow("all") << 0 << QStringLiteral("pin-blocked");
    QTest::newRow("all but one") << 1 << QStringLiteral("pin-last-try");
}

/** By whoever has reset the card. */
void TestSigningRun::triesUsedBeforeAReset() {
    QFETCH(const int, left);
    QFETCH(const QString, code);
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    m_script->beginFails(ErrorCode::CardReset);
    m_card.addStillHolds(*m_script, left);
    auto run = openedRun();
    run->pause();
    QCOMPARE(nameOf(sign(*run)), code);
    QCOMPARE(m_script->verifies(), 1);
    run->close();
}

void TestSigningRun::resetWhileOpening() {
    m_script->fails(hex(test::SelectSigning), ErrorCode::CardReset);
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    auto run = openedRun();
    QCOMPARE(m_script->reconnects(), 1);
    run->pause();
}

/** Whether the card took it, nobody knows: it counts as a try, and there is no second one. */
void TestSigningRun::resetAtTheVerifyIsTheEnd() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_script->fails(m_card.verifyCommand(), ErrorCode::CardReset);
    auto run = makeRun();
    QCOMPARE(nameOf(run->open()), QStringLiteral("card-reset"));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("card-reset"));
    QCOMPARE(m_script->verifies(), 1);
    QCOMPARE(m_script->reconnects(), 0);
}

void TestSigningRun::refusedLaterVerifyIsTheEnd() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    addPso('1');
    addRefusedPso();
    m_card.addVerify(*m_script, "63C2");  // the PIN was changed meanwhile
    m_card.addLeave(*m_script);
    auto run = openedRun();
    QVERIFY(sign(*run));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("pin-wrong"));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("pin-wrong"));
    QCOMPARE(m_script->verifies(), 2);
    run->close();
}

void TestSigningRun::stillNotVerifiedAfterVerify() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    addRefusedPso();
    m_card.addVerify(*m_script);
    addRefusedPso();
    m_card.addLeave(*m_script);
    auto run = openedRun();
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("pin-not-verified"));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("pin-not-verified"));
    QCOMPARE(m_script->verifies(), 2);
}

void TestSigningRun::unansweredLaterVerifyIsTheEnd() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    addPso('1');
    addRefusedPso();
    m_script->fails(m_card.verifyCommand(), ErrorCode::CardReset);
    auto run = openedRun();
    QVERIFY(sign(*run));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("card-reset"));
    QCOMPARE(nameOf(sign(*run)), QStringLiteral("card-reset"));
    QCOMPARE(m_script->verifies(), 2);
    QCOMPARE(m_script->reconnects(), 0);
}

/** The card may have taken it: it is not left open for others. */
void TestSigningRun::unansweredVerifyIsClosed() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_script->fails(m_card.verifyCommand(), ErrorCode::CardSilent);
    m_card.addLeave(*m_script);
    auto run = makeRun();
    QCOMPARE(nameOf(run->open()), QStringLiteral("card-silent"));
    run->close();
    QCOMPARE(m_script->verifies(), 1);
}

void TestSigningRun::leavesAtTheSecondAttempt() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    m_script->expect(test::SelectMain, "6F00");
    m_card.addLeave(*m_script);
    auto run = openedRun();
    run->close();
}

void TestSigningRun::closesOnce() {
    m_card.addReadForSigning(*m_script);
    m_card.addOpenSigning(*m_script);
    m_card.addVerify(*m_script);
    m_card.addLeave(*m_script);
    auto run = openedRun();
    run->close();
    run->close();
}

QTEST_GUILESS_MAIN(TestSigningRun)
#include "tst_SigningRun.moc"
