#include <QTest>
#include <QtEndian>

#include "card/PcscPlatform.h"
#include "support/PadReader.h"
#include "support/PcscBench.h"
#include "support/PcscNeighbour.h"

namespace signet::test {

using card::PadMoment;
using sandbox::CardFault;
using sandbox::CardMishap;
using sandbox::CardPersonalisation;
using sandbox::CardPin;
using sandbox::Pin2Habit;
using sandbox::VirtualCardOptions;
using State = card::ReaderStatus::State;
using namespace std::chrono_literals;

/** Signing runs through the real pcscd and a reader with a PIN pad: who types what, and what comes of it. */
class PcscPinPadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void isRecognised();
    void signsFive_data();
    void signsFive();
    void asksWithTheCardsOwnBlock();
    void endsWithoutAVerify_data();
    void endsWithoutAVerify();
    void timeReallyPasses();
    void wrongPinIsTriedOnce();
    void laterEntries_data();
    void laterEntries();
    void lastTryNeedsAWord();
    void stopWhileTheReaderWaits();
    void cardThatDoesNotAnswer();
    void removedWhileTheReaderWaits();
    void pinOfTheComputerIsStillTaken();
    void readerIsStrict();
    void readerChangesAPin();
    void changes_data();
    void changes();
    void unblocks_data();
    void unblocks();
    void changeEndsWithoutTheCard_data();
    void changeEndsWithoutTheCard();
    void unblockingEndsInTheMiddle();
    void lastTryOfThePukNeedsAWord();

private:
    static VirtualCardOptions withHabit(Pin2Habit habit) {
        VirtualCardOptions options;
        options.pin2Habit = habit;
        return options;
    }
    static PcscBench::Place place() { return {PadReader::name(), PadReader::Port}; }
    static card::PinCareRequest care(const PcscBench& bench, card::PinCareRequest::Deed deed,
                                     card::PinKind pin) {
        card::PinCareRequest request;
        request.reader = PadReader::name();
        request.certificate = bench.status().contents->signingCertificate;
        request.deed = deed;
        request.pin = pin;
        request.pinPad = true;
        return request;
    }
    PadPerson& person() { return m_reader.person(); }
    int entries() { return static_cast<int>(person().entries().size()); }

    PadReader m_reader;
};

void PcscPinPadTest::initTestCase() {
    const QString problem = m_reader.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void PcscPinPadTest::init() {
    person().will({});
}

void PcscPinPadTest::cleanup() {
    QTRY_VERIFY_WITH_TIMEOUT(!PadReader::hasCard(), 10'000);
}

void PcscPinPadTest::isRecognised() {
    PcscBench bench({}, place());
    bench.insert(CardPersonalisation::CosmoXEc);
    QCOMPARE(bench.status().state, State::Usable);
    QVERIFY(bench.status().contents->pinPad);
}

void PcscPinPadTest::signsFive_data() {
    QTest::addColumn<CardPersonalisation>("personalisation");
    QTest::addColumn<Pin2Habit>("habit");
    QTest::addColumn<int>("expected");
    QTest::newRow("RSA that keeps PIN2")
        << CardPersonalisation::Cosmo8Rsa << Pin2Habit::KeepsUntilDeselected << 1;
    QTest::newRow("RSA that drops it")
        << CardPersonalisation::Cosmo8Rsa << Pin2Habit::DropsAfterSignature << 5;
    QTest::newRow("P-384 that keeps PIN2")
        << CardPersonalisation::Cosmo8Ec << Pin2Habit::KeepsUntilDeselected << 1;
    QTest::newRow("P-384 that drops it")
        << CardPersonalisation::CosmoXEc << Pin2Habit::DropsAfterSignature << 5;
}

void PcscPinPadTest::signsFive() {
    QFETCH(const CardPersonalisation, personalisation);
    QFETCH(const Pin2Habit, habit);
    QFETCH(const int, expected);
    PcscBench bench({}, place());
    const auto card = bench.insert(personalisation, withHabit(habit));
    QCOMPARE(bench.status().state, State::Usable);
    const auto certificate = bench.status().contents->signingCertificate;
    const int length = certificate.keyType() == crypto::KeyType::Rsa ? 32 : 48;
    QList<int> madeBefore;
    int ends = 0;
    connect(&bench.service(), &card::CardService::padChanged, this, [&](const PadMoment& moment) {
        QCOMPARE(moment.reader, PadReader::name());
        if (moment.waits)
            madeBefore.append(moment.signaturesMade);
        else
            ++ends;
    });

    const auto run = bench.openRunOnPad();
    QCOMPARE(codeOf(run), QString());
    for (int i = 0; i < 5; ++i) {
        const auto digest = digestNumber(i, length);
        const auto signature = bench.sign(*run, digest);
        QCOMPARE(codeOf(signature), QString());
        QVERIFY(PcscBench::fits(certificate, digest, *signature));
    }
    QCOMPARE(codeOf(bench.closeRun(*run)), QString());
    QCOMPARE(card->signatureCount(), 5);
    QCOMPARE(entries(), expected);
    QCOMPARE(card->verifyCount(), expected);
    QCOMPARE(madeBefore, expected == 1 ? QList<int>{0} : (QList<int>{0, 1, 2, 3, 4}));
    QCOMPARE(ends, expected);
}

void PcscPinPadTest::asksWithTheCardsOwnBlock() {
    PcscBench bench({}, place());
    bench.insert(CardPersonalisation::Cosmo8Rsa);
    const auto run = bench.openRunOnPad();
    QCOMPARE(codeOf(run), QString());
    QCOMPARE(person().entries().value(0).toHex(),
             QByteArray("3c3c820c000c0602ff09040000000011000000002000850cffffffffffffffffffffffff"));
    QCOMPARE(codeOf(bench.closeRun(*run)), QString());
}

void PcscPinPadTest::endsWithoutAVerify_data() {
    QTest::addColumn<PadPerson::Deed::Kind>("deed");
    QTest::addColumn<QByteArray>("digits");
    QTest::addColumn<QString>("code");
    using Kind = PadPerson::Deed::Kind;
    QTest::newRow("cancelled") << Kind::Cancels << QByteArray() << QStringLiteral("pin-pad-cancelled");
    QTest::newRow("timed out") << Kind::Leaves << QByteArray() << QStringLiteral("pin-pad-timeout");
    QTest::newRow("too short") << Kind::Types << QByteArray("12345") << QStringLiteral("pin-format");
    QTest::newRow("too long") << Kind::Types << QByteArray("1234567890123") << QStringLiteral("pin-format");
}

void PcscPinPadTest::endsWithoutAVerify() {
    QFETCH(const PadPerson::Deed::Kind, deed);
    QFETCH(const QByteArray, digits);
    QFETCH(const QString, code);
    PcscBench bench({}, place());
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    person().will({{deed, digits}});
    QCOMPARE(codeOf(bench.openRunOnPad()), code);
    QCOMPARE(entries(), 1);
    QCOMPARE(card->verifyCount(), 0);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 3);
    // and the next one goes as if nothing had been
    const auto again = bench.openRunOnPad();
    QCOMPARE(codeOf(again), QString());
    QCOMPARE(codeOf(bench.closeRun(*again)), QString());
}

void PcscPinPadTest::timeReallyPasses() {
    card::CardLimits limits;
    limits.padEntry = 1s;
    PcscBench bench(limits, place());
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    person().will({PadPerson::letsTimePass()});
    QCOMPARE(codeOf(bench.openRunOnPad()), QStringLiteral("pin-pad-timeout"));
    QCOMPARE(card->verifyCount(), 0);
}

void PcscPinPadTest::wrongPinIsTriedOnce() {
    PcscBench bench({}, place());
    const auto card = bench.insert(CardPersonalisation::Cosmo8Ec);
    person().will({PadPerson::types("999999")});
    const auto run = bench.openRunOnPad();
    QCOMPARE(codeOf(run), QStringLiteral("pin-wrong"));
    QCOMPARE(run.error().count(), 2);
    QCOMPARE(entries(), 1);
    QCOMPARE(card->verifyCount(), 1);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 2);
    QCOMPARE(bench.status().contents->pin2, (card::PinTries{2, 3}));
}

void PcscPinPadTest::laterEntries_data() {
    QTest::addColumn<PadPerson::Deed::Kind>("deed");
    QTest::addColumn<QByteArray>("digits");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("left");
    using Kind = PadPerson::Deed::Kind;
    QTest::newRow("wrong") << Kind::Types << QByteArray("999999") << QStringLiteral("pin-wrong") << 2;
    QTest::newRow("cancelled") << Kind::Cancels << QByteArray() << QStringLiteral("pin-pad-cancelled") << 3;
    QTest::newRow("timed out") << Kind::Leaves << QByteArray() << QStringLiteral("pin-pad-timeout") << 3;
}

/** At the third of five: two are signed, and nobody is asked again. */
void PcscPinPadTest::laterEntries() {
    QFETCH(const PadPerson::Deed::Kind, deed);
    QFETCH(const QByteArray, digits);
    QFETCH(const QString, code);
    QFETCH(const int, left);
    PcscBench bench({}, place());
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    person().will({PadPerson::types("123456"), PadPerson::types("123456"), {deed, digits}});
    const auto run = bench.openRunOnPad();
    QCOMPARE(codeOf(run), QString());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(codeOf(bench.sign(*run, digestNumber(i, 48))), i < 2 ? QString() : code);
    QCOMPARE(entries(), 3);
    QCOMPARE(card->signatureCount(), 2);
    QCOMPARE(card->triesLeft(CardPin::Pin2), left);
    QCOMPARE(bench.status().contents->pin2, (card::PinTries{left, 3}));
    QCOMPARE(codeOf(bench.closeRun(*run)), QString());
}

void PcscPinPadTest::lastTryNeedsAWord() {
    VirtualCardOptions options;
    options.pin2Tries = {3, 1};
    PcscBench bench({}, place());
    const auto card = bench.insert(CardPersonalisation::Cosmo8Rsa, options);
    QCOMPARE(codeOf(bench.openRunOnPad()), QStringLiteral("pin-last-try"));
    QCOMPARE(entries(), 0);
    const auto run = bench.openRunOnPad(true);
    QCOMPARE(codeOf(run), QString());
    QCOMPARE(card->triesLeft(CardPin::Pin2), 3);
}

/** What is typed after the stop opens PIN2, but nothing is signed with it any more. */
void PcscPinPadTest::stopWhileTheReaderWaits() {
    PcscBench bench({}, place());
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    const auto run = bench.openRunOnPad();
    QCOMPARE(codeOf(run), QString());
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 48))), QString());
    person().hesitateAt(2);
    std::stop_source stop;
    const auto second = bench.service().sign(*run, digestNumber(2, 48), stop.get_token());
    QTRY_VERIFY(person().isHesitating());
    stop.request_stop();
    person().letGo();
    QCOMPARE(codeOf(PcscBench::wait(second)), QStringLiteral("cancelled"));
    QCOMPARE(card->verifyCount(), 2);
    QCOMPARE(card->signatureCount(), 1);
    QCOMPARE(codeOf(bench.closeRun(*run)), QString());
}

/** The reader has the digits and sends them; then the card says nothing. */
void PcscPinPadTest::cardThatDoesNotAnswer() {
    card::CardLimits limits;
    limits.padEntry = 1s;
    limits.padMargin = 500ms;
    PcscBench bench(limits, place());
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    QCOMPARE(bench.status().state, State::Usable);
    person().hesitateAt(1);
    const auto run = bench.service().openRun(
        {PadReader::name(), bench.status().contents->signingCertificate, base::SecretBytes(), true, false});
    QTRY_VERIFY(person().isHesitating());
    card->addFault(CardFault{CardMishap::Silence, CardFault::Moment::Exchange, 1, true});
    person().letGo();
    QCOMPARE(codeOf(PcscBench::wait(run)), QStringLiteral("card-silent"));
    QCOMPARE(card->verifyCount(), 1);
    bench.remove();
}

void PcscPinPadTest::removedWhileTheReaderWaits() {
    PcscBench bench({}, place());
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    QCOMPARE(bench.status().state, State::Usable);
    person().hesitateAt(1);
    const auto run = bench.service().openRun(
        {PadReader::name(), bench.status().contents->signingCertificate, base::SecretBytes(), true, false});
    QTRY_VERIFY(person().isHesitating());
    bench.link().remove();
    person().letGo();
    QCOMPARE(codeOf(PcscBench::wait(run)), QStringLiteral("card-removed"));
    QCOMPARE(card->verifyCount(), 0);
    QVERIFY(bench.waitForState(State::Empty));
}

void PcscPinPadTest::pinOfTheComputerIsStillTaken() {
    PcscBench bench({}, place());
    bench.insert(CardPersonalisation::CosmoXEc);
    const auto run = bench.openRun();
    QCOMPARE(codeOf(run), QString());
    QCOMPARE(codeOf(bench.sign(*run, digestNumber(1, 48))), QString());
    QCOMPARE(entries(), 0);
}

/** The test's own reader: a structure that does not fit the command is no entry. */
void PcscPinPadTest::readerIsStrict() {
    PcscBench bench({}, place());
    bench.insert(CardPersonalisation::CosmoXEc);
    PcscNeighbour other;
    QVERIFY(other.connectCard(PadReader::name()));
    const QByteArray good =
        QByteArray::fromHex("3c3c820c000c0602ff09040000000011000000002000850c") + QByteArray(12, '\xFF');
    const auto code = card::verifyPinDirect(other.control(card::pcsc::featureRequest(), {}));
    QVERIFY(code);
    for (const auto& [at, byte] :
         {std::pair(2, '\x81'), std::pair(3, '\x0D'), std::pair(5, '\x0D'), std::pair(15, '\x10')}) {
        QByteArray bad = good;
        bad[at] = byte;
        QCOMPARE(other.control(*code, bad).toHex(), QByteArray("6b80"));
    }
    QCOMPARE(entries(), 0);
}

/** FEATURE_MODIFY_PIN_DIRECT, which the reader has for a change of the PIN. */
void PcscPinPadTest::readerChangesAPin() {
    PcscBench bench({}, place());
    const auto card = bench.insert(CardPersonalisation::CosmoXEc);
    PcscNeighbour other;
    QVERIFY(other.connectCard(PadReader::name()));
    const QByteArray features = other.control(card::pcsc::featureRequest(), {});
    const qsizetype at = features.indexOf(QByteArray::fromHex("0704"));
    QVERIFY(at >= 0);
    const auto code = qFromBigEndian<quint32>(features.constData() + at + 2);
    const QByteArray change = QByteArray::fromHex(
                                  "3c3c820c00"
                                  "000c"
                                  "0c06"
                                  "03"
                                  "02"
                                  "03"
                                  "0904"
                                  "000102"
                                  "000000"
                                  "1d000000"
                                  "0024008518") +
                              QByteArray(24, '\xFF');
    QCOMPARE(other.transmit(QByteArray::fromHex("00A4040C1051534344204170706C69636174696F6E")).toHex(),
             QByteArray("9000"));
    person().will({PadPerson::types("123456 777777 777778"), PadPerson::types("123456 777777 777777")});
    QCOMPARE(other.control(code, change).toHex(), QByteArray("6402"));
    QCOMPARE(other.control(code, change).toHex(), QByteArray("9000"));
    QCOMPARE(codeOf(bench.openRun("777777")), QString());
    QCOMPARE(card->triesLeft(CardPin::Pin2), 3);
}

void PcscPinPadTest::changes_data() {
    QTest::addColumn<bool>("signing");
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("left");
    const QString none;
    QTest::newRow("PIN1") << false << QByteArray("1234 8035 8035") << none << 3;
    QTest::newRow("PIN2") << true << QByteArray("123456 902731 902731") << none << 3;
    QTest::newRow("PIN1, wrong") << false << QByteArray("9999 8035 8035") << QStringLiteral("pin1-wrong")
                                 << 1;
    QTest::newRow("PIN2, wrong") << true << QByteArray("999999 902731 902731") << QStringLiteral("pin-wrong")
                                 << 1;
}

void PcscPinPadTest::changes() {
    QFETCH(const bool, signing);
    QFETCH(const QByteArray, typed);
    QFETCH(const QString, code);
    QFETCH(const int, left);
    VirtualCardOptions options;
    options.pin1Tries = {3, 2};
    options.pin2Tries = {3, 2};
    PcscBench bench({}, place());
    const auto card = bench.insert(CardPersonalisation::CosmoXEc, options);
    QList<PadMoment> moments;
    connect(&bench.service(), &card::CardService::carePadChanged, this,
            [&moments](const PadMoment& moment) { moments.append(moment); });
    person().will({PadPerson::types(typed)});
    const auto done = PcscBench::wait(bench.service().carePins(care(
        bench, card::PinCareRequest::Deed::Change, signing ? card::PinKind::Pin2 : card::PinKind::Pin1)));
    QCOMPARE(codeOf(done), code);
    QCOMPARE(entries(), 1);
    QCOMPARE(card->triesLeft(signing ? CardPin::Pin2 : CardPin::Pin1), left);
    QCOMPARE(moments.size(), 2);
    QVERIFY(moments[0].waits && moments[0].purpose == card::PadPurpose::OldAndNewPin);
    QVERIFY(!moments[1].waits);
    if (signing && code.isEmpty())
        QCOMPARE(codeOf(bench.openRun("902731")), QString());
}

void PcscPinPadTest::unblocks_data() {
    QTest::addColumn<bool>("signing");
    QTest::newRow("PIN1") << false;
    QTest::newRow("PIN2") << true;
}

void PcscPinPadTest::unblocks() {
    QFETCH(const bool, signing);
    VirtualCardOptions options;
    options.pin1Tries = {3, 0};
    options.pin2Tries = {3, 0};
    PcscBench bench({}, place());
    const auto card = bench.insert(CardPersonalisation::Cosmo8Rsa, options);
    QList<card::PadPurpose> purposes;
    connect(&bench.service(), &card::CardService::carePadChanged, this, [&purposes](const PadMoment& moment) {
        if (moment.waits)
            purposes.append(moment.purpose);
    });
    person().will({PadPerson::types("12345678"), PadPerson::types("902731 902731")});
    const auto done = PcscBench::wait(bench.service().carePins(care(
        bench, card::PinCareRequest::Deed::Unblock, signing ? card::PinKind::Pin2 : card::PinKind::Pin1)));
    QCOMPARE(codeOf(done), QString());
    QCOMPARE(entries(), 2);
    QCOMPARE(purposes, (QList<card::PadPurpose>{card::PadPurpose::Puk, card::PadPurpose::NewPin}));
    QCOMPARE(card->triesLeft(signing ? CardPin::Pin2 : CardPin::Pin1), 3);
    QCOMPARE(card->triesLeft(signing ? CardPin::Pin1 : CardPin::Pin2), 0);
    if (signing)
        QCOMPARE(codeOf(bench.openRun("902731")), QString());
}

void PcscPinPadTest::changeEndsWithoutTheCard_data() {
    QTest::addColumn<PadPerson::Deed::Kind>("deed");
    QTest::addColumn<QByteArray>("digits");
    QTest::addColumn<QString>("code");
    using Kind = PadPerson::Deed::Kind;
    QTest::newRow("cancelled") << Kind::Cancels << QByteArray() << QStringLiteral("pin-pad-cancelled");
    QTest::newRow("timed out") << Kind::Leaves << QByteArray() << QStringLiteral("pin-pad-timeout");
    QTest::newRow("too short") << Kind::Types << QByteArray("123456 90273 90273")
                               << QStringLiteral("pin-format");
    QTest::newRow("typed otherwise the second time")
        << Kind::Types << QByteArray("123456 902731 902732") << QStringLiteral("pin-entries-differ");
}

void PcscPinPadTest::changeEndsWithoutTheCard() {
    QFETCH(const PadPerson::Deed::Kind, deed);
    QFETCH(const QByteArray, digits);
    QFETCH(const QString, code);
    VirtualCardOptions options;
    options.pin2Tries = {3, 2};
    PcscBench bench({}, place());
    const auto card = bench.insert(CardPersonalisation::CosmoXEc, options);
    person().will({{deed, digits}});
    const auto request = [&] { return care(bench, card::PinCareRequest::Deed::Change, card::PinKind::Pin2); };
    QCOMPARE(codeOf(PcscBench::wait(bench.service().carePins(request()))), code);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 2);
    // and the next one goes as if nothing had been
    person().will({PadPerson::types("123456 902731 902731")});
    QCOMPARE(codeOf(PcscBench::wait(bench.service().carePins(request()))), QString());
}

/** The PUK was right, then the person has enough: nothing is changed, and the PUK does not stay open. */
void PcscPinPadTest::unblockingEndsInTheMiddle() {
    VirtualCardOptions options;
    options.pin1Tries = {3, 0};
    PcscBench bench({}, place());
    const auto card = bench.insert(CardPersonalisation::CosmoXEc, options);
    person().will({PadPerson::types("12345678"), PadPerson::cancels()});
    const auto done = PcscBench::wait(
        bench.service().carePins(care(bench, card::PinCareRequest::Deed::Unblock, card::PinKind::Pin1)));
    QCOMPARE(codeOf(done), QStringLiteral("pin-pad-cancelled"));
    QCOMPARE(card->triesLeft(CardPin::Pin1), 0);
    QCOMPARE(card->triesLeft(CardPin::Puk), 3);
    PcscNeighbour other;
    QVERIFY(other.connectCard(PadReader::name()));
    QCOMPARE(other.transmit(QByteArray::fromHex("00A4040C10A000000077010800070000FE00000100")).toHex(),
             QByteArray("9000"));
    QCOMPARE(other.transmit(QByteArray::fromHex("002C02010C39393939FFFFFFFFFFFFFFFF")).toHex(),
             QByteArray("6982"));
}

void PcscPinPadTest::lastTryOfThePukNeedsAWord() {
    VirtualCardOptions options;
    options.pukTries = {3, 1};
    PcscBench bench({}, place());
    const auto card = bench.insert(CardPersonalisation::CosmoXEc, options);
    auto request = care(bench, card::PinCareRequest::Deed::Unblock, card::PinKind::Pin2);
    QCOMPARE(codeOf(PcscBench::wait(bench.service().carePins(std::move(request)))),
             QStringLiteral("puk-last-try"));
    QCOMPARE(entries(), 0);
    request = care(bench, card::PinCareRequest::Deed::Unblock, card::PinKind::Pin2);
    request.allowLastTry = true;
    person().will({PadPerson::types("99999999")});
    QCOMPARE(codeOf(PcscBench::wait(bench.service().carePins(std::move(request)))),
             QStringLiteral("puk-blocked"));
    QCOMPARE(entries(), 1);
    QCOMPARE(card->triesLeft(CardPin::Puk), 0);
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::PcscPinPadTest)
#include "tst_PcscPinPad.moc"
