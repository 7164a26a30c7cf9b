#include <QSignalSpy>
#include <QTest>
#include <thread>

#include "LatvianCards.h"
#include "card/CardService.h"
#include "unit/crypto/TestCertificates.h"

using namespace signet;
using namespace signet::card;
using base::ErrorCode;
using test::CardScript;
using test::hex;
using test::LatvianCard;
using test::Personalisation;
using test::ScriptedReaders;
using namespace std::chrono_literals;
using State = ReaderStatus::State;

namespace {

const QString Reader = QStringLiteral("Reader");
const QString OtherReader = QStringLiteral("Second reader");
constexpr auto Patience = 5000;

template <typename T>
QString nameOf(const Expected<T>& outcome) {
    return outcome ? QStringLiteral("ok") : outcome.error().publicCode();
}

template <typename T>
QString waitFor(const QFuture<Expected<T>>& future) {
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, Patience))
        return QStringLiteral("never finished");
    return nameOf(future.result());
}

}  // namespace

class TestCardService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void settlesWithoutReaders();
    void readsACardByItself();
    void followsInsertionAndRemoval();
    void expiredCardIsRead();
    void muteCard();
    void tellsTroubleWithTheService();
    void triesAgainWhenInUse();
    void signsARun();
    void countsTriesAfterAWrongPin();
    void refreshAsksForTriesOnly();
    void stopEndsASignBeforeItsTurn();
    void silentCardInARun();
    void silentWhileReadingServesTheOthers();
    void slowWhileReading();
    void otherProgramsTransaction();
    void destructionFinishesFutures();
    void destructionWithASilentCard();
    void unknownRun();

private:
    ReaderStatus status(const QString& name = Reader) const {
        for (const ReaderStatus& reader : m_service->readers()) {
            if (reader.name == name)
                return reader;
        }
        return {};
    }
    bool waitForState(State state, const QString& name = Reader) const {
        return QTest::qWaitFor([&] { return status(name).name == name && status(name).state == state; },
                               Patience);
    }
    QString problemOf(const QString& name = Reader) const {
        const auto problem = status(name).problem;
        return problem ? problem->publicCode() : QString();
    }
    void start(const CardLimits& limits = {}) {
        m_service = std::make_unique<CardService>(m_readers, limits);
    }
    SigningRunRequest request(const char* pin = "197531") const {
        return {Reader, *crypto::Certificate::fromDer(m_card.signingDer),
                base::SecretBytes(QByteArrayView(pin)), false, false};
    }
    std::shared_ptr<CardScript> readScript(const LatvianCard& card) const {
        const auto script = card.script();
        card.addRead(*script);
        return script;
    }
    /** Of a card that was read. */
    void addOpen(CardScript& script, const char* answer = "9000") const {
        m_card.addStillHolds(script);
        m_card.addOpenSigning(script);
        m_card.addVerify(script, answer);
    }
    static crypto::Digest digest() { return *crypto::Digest::fromBytes(QByteArray(48, 'h')); }

    LatvianCard m_card = LatvianCard::make(Personalisation::CosmoXEc);
    std::shared_ptr<ScriptedReaders> m_readers;
    std::unique_ptr<CardService> m_service;
};

void TestCardService::init() {
    m_readers = std::make_shared<ScriptedReaders>();
}

void TestCardService::cleanup() {
    m_service.reset();
    QTRY_VERIFY(!CardService::hasAbandonedThread());
}

void TestCardService::settlesWithoutReaders() {
    start();
    QVERIFY(!m_service->isSettled());
    QTRY_VERIFY(m_service->isSettled());
    QVERIFY(m_service->readers().isEmpty());
    QVERIFY(!m_service->problem());
}

void TestCardService::readsACardByItself() {
    const auto script = readScript(m_card);
    m_readers->setReader(Reader, {script});
    m_readers->setEmpty(OtherReader);
    start();
    QSignalSpy changed(m_service.get(), &CardService::changed);
    QTRY_VERIFY(m_service->isSettled());
    QVERIFY(changed.count() >= 2);
    QCOMPARE(m_service->readers().size(), 2);
    QCOMPARE(status().state, State::Usable);
    QCOMPARE(status().contents->signingCertificate.der(), m_card.signingDer);
    QCOMPARE(status().contents->pin2.value_or(PinTries()), (PinTries{3, 3}));
    QCOMPARE(status(OtherReader).state, State::Empty);
    QCOMPARE(script->mismatches(), QStringList());
    QVERIFY(!script->isInTransaction());
}

void TestCardService::followsInsertionAndRemoval() {
    m_readers->setEmpty(Reader);
    start();
    QVERIFY(waitForState(State::Empty));
    m_readers->setReader(Reader, {readScript(m_card)});
    QVERIFY(waitForState(State::Usable));
    m_readers->setEmpty(Reader);
    QVERIFY(waitForState(State::Empty));
    QVERIFY(!status().contents);
    const LatvianCard other = LatvianCard::make(Personalisation::Cosmo8Rsa);
    m_readers->setReader(Reader, {readScript(other)});
    QVERIFY(waitForState(State::Usable));
    // a quick swap, without anybody having seen the reader empty
    const auto again = m_card.script();
    m_card.addReadKnown(*again);
    m_readers->setReader(Reader, {again});
    QVERIFY(QTest::qWaitFor([&] {
        return status().contents && status().contents->signingCertificate.der() == m_card.signingDer;
    }));
}

/** What its certificates are worth is judged elsewhere. */
void TestCardService::expiredCardIsRead() {
    test::CertificateSpec spec;
    spec.commonName = "ANNA LIEPA";
    spec.keyUsage = "critical,nonRepudiation";
    spec.notBefore = 1'500'000'000;
    spec.notAfter = 1'600'000'000;
    m_card.signingDer = test::makeCertificate(spec, test::newEcKey("P-384"));
    m_readers->setReader(Reader, {readScript(m_card)});
    start();
    QVERIFY(waitForState(State::Usable));
    QVERIFY(status().contents && !status().problem);
    QCOMPARE(status().contents->signingCertificate.commonName(), QStringLiteral("ANNA LIEPA"));
    m_card = LatvianCard::make(Personalisation::CosmoXEc);
}

void TestCardService::muteCard() {
    m_readers->setMute(Reader);
    m_readers->setReader(OtherReader, {std::make_shared<CardScript>(hex("3B6500002063CBB800"))});
    start();
    QVERIFY(waitForState(State::Unusable));
    QCOMPARE(problemOf(), QStringLiteral("card-silent"));
    QVERIFY(waitForState(State::Unusable, OtherReader));
    QCOMPARE(problemOf(OtherReader), QStringLiteral("card-unknown"));
    QVERIFY(m_service->isSettled());
}

void TestCardService::tellsTroubleWithTheService() {
    m_readers->setTrouble(base::Error(ErrorCode::PcscNotRunning));
    start();
    QTRY_VERIFY(m_service->isSettled());
    QVERIFY(m_service->problem());
    QCOMPARE(m_service->problem()->publicCode(), QStringLiteral("pcsc-not-running"));
    m_readers->setReader(Reader, {readScript(m_card)});
    m_readers->setTrouble(std::nullopt);
    QVERIFY(waitForState(State::Usable));
    QVERIFY(!m_service->problem());
}

void TestCardService::triesAgainWhenInUse() {
    m_readers->setReader(Reader, {readScript(m_card)});
    m_readers->failConnect(Reader, 1, ErrorCode::CardInUse);
    start();
    QVERIFY(waitForState(State::Unusable));
    QCOMPARE(problemOf(), QStringLiteral("card-in-use"));
    QVERIFY(waitForState(State::Usable));
}

void TestCardService::signsARun() {
    const auto script = m_card.script();
    addOpen(*script);
    for (const char fill : {'1', '2', '3'})
        m_card.addSign(*script, QByteArray(48, 'h'), m_card.someSignature(fill));
    m_card.addLeave(*script);
    m_readers->setReader(Reader, {readScript(m_card), script});
    start();
    QVERIFY(waitForState(State::Usable));
    const auto run = m_service->openRun(request());
    QCOMPARE(waitFor(run), QStringLiteral("ok"));
    QList<QFuture<Expected<QByteArray>>> signatures;
    for (int i = 0; i < 3; ++i)
        signatures.append(m_service->sign(*run.result(), digest(), {}));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(waitFor(signatures[i]), QStringLiteral("ok"));
        QCOMPARE(*signatures[i].result(), m_card.someSignature(static_cast<char>('1' + i)));
    }
    QCOMPARE(waitFor(m_service->closeRun(*run.result())), QStringLiteral("ok"));
    QCOMPARE(script->mismatches(), QStringList());
    QVERIFY(!script->isInTransaction());
}

void TestCardService::countsTriesAfterAWrongPin() {
    const auto script = m_card.script();
    addOpen(*script, "63C2");
    m_readers->setReader(Reader, {readScript(m_card), script});
    start();
    QVERIFY(waitForState(State::Usable));
    const auto run = m_service->openRun(request());
    QCOMPARE(waitFor(run), QStringLiteral("pin-wrong"));
    QCOMPARE(run.result().error().count().value_or(-1), 2);
    QCOMPARE(status().contents->pin2.value_or(PinTries()), (PinTries{2, 3}));
    QCOMPARE(script->verifies(), 1);
}

void TestCardService::refreshAsksForTriesOnly() {
    const auto script = m_card.script();
    script->expect(hex(test::SelectSigning), hex("9000")).expect(hex(test::GetTries), m_card.triesAnswer(1));
    m_readers->setReader(Reader, {readScript(m_card), script});
    start();
    QVERIFY(waitForState(State::Usable));
    m_service->refresh(Reader);
    m_service->refresh(QStringLiteral("no such reader"));
    QTRY_COMPARE(status().contents->pin2.value_or(PinTries()), (PinTries{1, 3}));
    QCOMPARE(script->mismatches(), QStringList());
}

void TestCardService::stopEndsASignBeforeItsTurn() {
    const auto script = m_card.script();
    addOpen(*script);
    m_card.addLeave(*script);
    m_readers->setReader(Reader, {readScript(m_card), script});
    start();
    QVERIFY(waitForState(State::Usable));
    const auto run = m_service->openRun(request());
    QCOMPARE(waitFor(run), QStringLiteral("ok"));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(waitFor(m_service->sign(*run.result(), digest(), stop.get_token())),
             QStringLiteral("cancelled"));
    QCOMPARE(waitFor(m_service->closeRun(*run.result())), QStringLiteral("ok"));
    QCOMPARE(script->mismatches(), QStringList());
}

void TestCardService::silentCardInARun() {
    const auto script = m_card.script();
    addOpen(*script);
    script->hangs(m_card.signCommand(QByteArray(48, 'h')));
    m_readers->setReader(Reader, {readScript(m_card), script});
    CardLimits limits;
    limits.exchange = 800ms;
    start(limits);
    QVERIFY(waitForState(State::Usable));
    const auto run = m_service->openRun(request());
    QCOMPARE(waitFor(run), QStringLiteral("ok"));
    const auto first = m_service->sign(*run.result(), digest(), {});
    const auto second = m_service->sign(*run.result(), digest(), {});
    QCOMPARE(waitFor(first), QStringLiteral("card-silent"));
    QCOMPARE(waitFor(second), QStringLiteral("card-silent"));
    QCOMPARE(waitFor(m_service->sign(*run.result(), digest(), {})), QStringLiteral("card-silent"));
    QCOMPARE(waitFor(m_service->closeRun(*run.result())), QStringLiteral("ok"));
    QVERIFY(CardService::hasAbandonedThread());
    QCOMPARE(problemOf(), QStringLiteral("card-silent"));
    QCOMPARE(waitFor(m_service->openRun(request())), QStringLiteral("card-silent"));
    m_service->refresh(Reader);
    QCOMPARE(problemOf(), QStringLiteral("card-silent"));
    m_readers->setReader(Reader, {readScript(m_card)});  // out and in again
    QVERIFY(waitForState(State::Usable));
    script->letGo();
}

void TestCardService::silentWhileReadingServesTheOthers() {
    const auto script = m_card.script();
    script->hangs(hex(test::SelectMain));
    m_readers->setReader(Reader, {script});
    m_readers->setReader(OtherReader, {readScript(m_card)});
    CardLimits limits;
    limits.exchange = 800ms;
    start(limits);
    QVERIFY(waitForState(State::Usable, OtherReader));
    QCOMPARE(status().state, State::Unusable);
    QCOMPARE(problemOf(), QStringLiteral("card-silent"));
    QVERIFY(m_service->isSettled());
    script->letGo();
}

/** A card that answers, but so slowly that reading it would never end. */
void TestCardService::slowWhileReading() {
    const auto script = m_card.script();
    m_card.addSerialNumber(*script);
    script->expect(test::SelectAuthentication, "9000");
    script->select(0x5031, 32);  // and the READ that would come next is not sent, nor anything after it
    m_readers->setReader(Reader, {script});
    CardLimits limits;
    limits.reading = 0ms;
    start(limits);
    QVERIFY(waitForState(State::Unusable));
    QCOMPARE(problemOf(), QStringLiteral("card-silent"));
    QCOMPARE(script->mismatches(), QStringList());
}

void TestCardService::otherProgramsTransaction() {
    const auto blocked = m_card.script();
    blocked->beginHangs();
    m_readers->setReader(Reader, {blocked, readScript(m_card)});
    CardLimits limits;
    limits.waiting = 800ms;
    start(limits);
    QVERIFY(waitForState(State::Unusable));
    QCOMPARE(problemOf(), QStringLiteral("card-in-use"));
    QTest::qWait(100);
    QCOMPARE(status().state, State::Unusable);
    blocked->letGo();
    QVERIFY(waitForState(State::Usable));
    QCOMPARE(blocked->exchanges(), 0);
}

void TestCardService::destructionFinishesFutures() {
    const auto script = m_card.script();
    script->hangs(hex(test::SelectSigning));
    m_readers->setReader(Reader, {readScript(m_card), script});
    start();
    QVERIFY(waitForState(State::Usable));
    const auto first = m_service->openRun(request());
    const auto second = m_service->openRun(request());
    QTRY_COMPARE(script->exchanges(), 1);
    std::thread later([&script] {
        std::this_thread::sleep_for(100ms);
        script->letGo();
    });
    m_service.reset();
    later.join();
    QVERIFY(first.isFinished());
    QVERIFY(second.isFinished());
    QCOMPARE(nameOf(second.result()), QStringLiteral("cancelled"));
    QVERIFY(!CardService::hasAbandonedThread());
}

void TestCardService::destructionWithASilentCard() {
    const auto script = m_card.script();
    script->hangs(hex(test::SelectSigning));
    m_readers->setReader(Reader, {readScript(m_card), script});
    CardLimits limits;
    limits.farewell = 200ms;
    start(limits);
    QVERIFY(waitForState(State::Usable));
    const auto run = m_service->openRun(request());
    QTRY_COMPARE(script->exchanges(), 1);
    QElapsedTimer timer;
    timer.start();
    m_service.reset();
    QVERIFY(timer.elapsed() < 2000);
    QVERIFY(run.isFinished());
    QCOMPARE(nameOf(run.result()), QStringLiteral("cancelled"));
    QVERIFY(CardService::hasAbandonedThread());
    script->letGo();
}

void TestCardService::unknownRun() {
    start();
    QCOMPARE(waitFor(m_service->sign(4711, digest(), {})), QStringLiteral("internal-error"));
    QCOMPARE(waitFor(m_service->closeRun(4711)), QStringLiteral("ok"));
}

QTEST_GUILESS_MAIN(TestCardService)
#include "tst_CardService.moc"
