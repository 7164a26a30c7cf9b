#include <QSignalSpy>
#include <QTest>

#include "card/CardService.h"
#include "sandbox/card/VirtualReaders.h"
#include "support/CardTerminal.h"
#include "support/DemoCards.h"

namespace signet::test {

using card::CardService;
using card::Expected;
using card::PinCareRequest;
using card::PinKind;
using card::PinStates;
using card::PinTries;
using sandbox::CardFault;
using sandbox::CardMishap;
using sandbox::CardPersonalisation;
using sandbox::CardPin;
using sandbox::VirtualCard;
using sandbox::VirtualCardOptions;
using sandbox::VirtualReaders;
using State = card::ReaderStatus::State;
using Deed = PinCareRequest::Deed;

namespace {

QString nameOfError(const Expected<PinStates>& result) {
    return result ? QString() : result.error().publicCode();
}

/** The product's card service over a strict card in a reader inside the program. */
struct Desk {
    explicit Desk(const VirtualCardOptions& options = {},
                  CardPersonalisation personalisation = CardPersonalisation::CosmoXEc)
        : readers(std::make_shared<VirtualReaders>()),
          card(demoCard(personalisation, options)),
          service(readers) {
        readers->insert(VirtualReaders::demoReaderName(), card);
        if (!QTest::qWaitFor([this] { return status().state == State::Usable; }, 10'000))
            qFatal("the card is not read");
    }

    card::ReaderStatus status() const { return service.readers().value(0); }
    template <typename T>
    static Expected<T> wait(const QFuture<Expected<T>>& future) {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000))
            qFatal("the future does not end");
        return future.result();
    }
    PinCareRequest request(Deed deed, PinKind pin, const char* present, const char* fresh) const {
        PinCareRequest request;
        request.reader = VirtualReaders::demoReaderName();
        request.certificate = status().contents->signingCertificate;
        request.deed = deed;
        request.pin = pin;
        request.present = base::SecretBytes(QByteArrayView(present));
        request.fresh = base::SecretBytes(QByteArrayView(fresh));
        return request;
    }
    Expected<PinStates> care(PinCareRequest request) { return wait(service.carePins(std::move(request))); }
    Expected<PinStates> look() { return care(request(Deed::Look, PinKind::Pin1, "", "")); }
    Expected<PinStates> change(PinKind pin, const char* old, const char* fresh) {
        return care(request(Deed::Change, pin, old, fresh));
    }
    Expected<PinStates> unblock(PinKind pin, const char* puk, const char* fresh) {
        return care(request(Deed::Unblock, pin, puk, fresh));
    }
    Expected<CardService::RunId> openRun(const char* pin2) {
        return wait(service.openRun({VirtualReaders::demoReaderName(), status().contents->signingCertificate,
                                     base::SecretBytes(QByteArrayView(pin2)), false, false}));
    }
    /** Exchanges from now on until CHANGE PIN2 goes out, that one included: measured on another card. */
    static int exchangesToChange() {
        Desk other;
        const int before = other.card->exchangeCount();
        if (!other.change(PinKind::Pin2, "123456", "902731"))
            qFatal("PIN2 is not changed");
        constexpr int LookAfterwards = 5;
        return other.card->exchangeCount() - before - LookAfterwards;
    }

    std::shared_ptr<VirtualReaders> readers;
    std::shared_ptr<VirtualCard> card;
    CardService service;
};

VirtualCardOptions withTries(int pin1, int pin2, int puk) {
    VirtualCardOptions options;
    options.pin1Tries = {3, pin1};
    options.pin2Tries = {3, pin2};
    options.pukTries = {3, puk};
    return options;
}

}  // namespace

/** Care for PINs through the product's card service, on a card that counts. */
class PinCareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looks_data();
    void looks();
    void cardThatDoesNotSay();
    void changes_data();
    void changes();
    void shorterPin2OfOtherCountries();
    void wrongPinCostsOneTry();
    void lastTryNeedsAWord();
    void blockedIsNotPresented();
    void checkedBeforeAnythingIsSent_data();
    void checkedBeforeAnythingIsSent();
    void cardMayRefuseTheNewOne();
    void unblocks_data();
    void unblocks();
    void wrongPuk();
    void blockedPuk();
    void nothingStaysOpen();
    void anotherCard();
    void removedBefore();
    void removedWhileItChanges_data();
    void removedWhileItChanges();
    void resetBeforeIsForgiven();
    void signingGoesOn();
    void tellsTheDesk();
};

void PinCareTest::looks_data() {
    QTest::addColumn<CardPersonalisation>("personalisation");
    QTest::addColumn<int>("shortestPin2");
    QTest::newRow("Cosmo 8, RSA") << CardPersonalisation::Cosmo8Rsa << 6;
    QTest::newRow("Cosmo 8, P-384") << CardPersonalisation::Cosmo8Ec << 6;
    QTest::newRow("Cosmo X, P-384") << CardPersonalisation::CosmoXEc << 6;
    QTest::newRow("Estonian") << CardPersonalisation::EstonianCosmo8 << 5;
}

void PinCareTest::looks() {
    QFETCH(const CardPersonalisation, personalisation);
    QFETCH(const int, shortestPin2);
    VirtualCardOptions options = withTries(2, 1, 0);
    options.pukTries = {10, 7};
    Desk desk(options, personalisation);
    const auto states = desk.look();
    QCOMPARE(nameOfError(states), QString());
    QCOMPARE(states->pin1, (card::PinState{PinTries{2, 3}, {4, 12}}));
    QCOMPARE(states->pin2, (card::PinState{PinTries{1, 3}, {shortestPin2, 12}}));
    QCOMPARE(states->puk, (card::PinState{PinTries{7, 10}, {8, 12}}));
    QVERIFY(!states->pinPad);
    QCOMPARE(desk.card->verifyCount(), 0);
}

void PinCareTest::cardThatDoesNotSay() {
    VirtualCardOptions options;
    options.tellsTries = false;
    Desk desk(options);
    const auto states = desk.look();
    QCOMPARE(nameOfError(states), QString());
    QVERIFY(!states->pin1.tries && !states->pin2.tries && !states->puk.tries);
    QVERIFY(!states->pin1.isBlocked());
    QCOMPARE(nameOfError(desk.change(PinKind::Pin1, "1234", "8035")), QString());
}

void PinCareTest::changes_data() {
    QTest::addColumn<int>("pin");
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QByteArray>("fresh");
    QTest::newRow("PIN1") << 1 << QByteArray("1234") << QByteArray("8035");
    QTest::newRow("PIN1, as long as it may be") << 1 << QByteArray("1234") << QByteArray("803581234567");
    QTest::newRow("PIN2") << 2 << QByteArray("123456") << QByteArray("902731");
    QTest::newRow("PIN2, easily guessed") << 2 << QByteArray("123456") << QByteArray("111111");
}

void PinCareTest::changes() {
    QFETCH(const int, pin);
    QFETCH(const QByteArray, old);
    QFETCH(const QByteArray, fresh);
    const PinKind kind = pin == 1 ? PinKind::Pin1 : PinKind::Pin2;
    const CardPin onCard = pin == 1 ? CardPin::Pin1 : CardPin::Pin2;
    Desk desk(withTries(2, 2, 3));
    const auto states = desk.change(kind, old.constData(), fresh.constData());
    QCOMPARE(nameOfError(states), QString());
    QCOMPARE(states->of(kind).tries, std::optional(PinTries{3, 3}));
    QCOMPARE(desk.card->triesLeft(onCard), 3);
    // the old one is wrong now, the new one is right
    const auto again = desk.change(kind, old.constData(), "55667788");
    QCOMPARE(nameOfError(again), pin == 1 ? QStringLiteral("pin1-wrong") : QStringLiteral("pin-wrong"));
    QCOMPARE(nameOfError(desk.change(kind, fresh.constData(), "55667788")), QString());
}

void PinCareTest::shorterPin2OfOtherCountries() {
    Desk desk({}, CardPersonalisation::EstonianCosmoX);
    QCOMPARE(nameOfError(desk.change(PinKind::Pin2, "123456", "90273")), QString());
    QCOMPARE(nameOfError(desk.unblock(PinKind::Pin2, "12345678", "9027")), QStringLiteral("pin-format"));
    QVERIFY(desk.openRun("90273"));
}

void PinCareTest::wrongPinCostsOneTry() {
    Desk desk;
    const auto states = desk.change(PinKind::Pin1, "9999", "8035");
    QCOMPARE(nameOfError(states), QStringLiteral("pin1-wrong"));
    QCOMPARE(states.error().count(), 2);
    QVERIFY(states.error().message().contains(u"PIN1") && states.error().message().contains(u'2'));
    QCOMPARE(desk.card->triesLeft(CardPin::Pin1), 2);
    QCOMPARE(desk.card->triesLeft(CardPin::Pin2), 3);
    QCOMPARE(nameOfError(desk.change(PinKind::Pin1, "1234", "8035")), QString());
}

void PinCareTest::lastTryNeedsAWord() {
    Desk desk(withTries(1, 1, 1));
    QCOMPARE(nameOfError(desk.change(PinKind::Pin1, "1234", "8035")), QStringLiteral("pin1-last-try"));
    QCOMPARE(nameOfError(desk.change(PinKind::Pin2, "123456", "902731")), QStringLiteral("pin-last-try"));
    QCOMPARE(nameOfError(desk.unblock(PinKind::Pin2, "12345678", "902731")), QStringLiteral("puk-last-try"));
    for (const CardPin pin : {CardPin::Pin1, CardPin::Pin2, CardPin::Puk})
        QCOMPARE(desk.card->triesLeft(pin), 1);
    PinCareRequest agreed = desk.request(Deed::Change, PinKind::Pin1, "9999", "8035");
    agreed.allowLastTry = true;
    QCOMPARE(nameOfError(desk.care(std::move(agreed))), QStringLiteral("pin1-blocked"));
    QCOMPARE(desk.card->triesLeft(CardPin::Pin1), 0);
    agreed = desk.request(Deed::Unblock, PinKind::Pin1, "12345678", "8035");
    agreed.allowLastTry = true;
    const auto states = desk.care(std::move(agreed));
    QCOMPARE(nameOfError(states), QString());
    QCOMPARE(states->pin1.tries, std::optional(PinTries{3, 3}));
    QCOMPARE(states->puk.tries, std::optional(PinTries{3, 3}));
}

void PinCareTest::blockedIsNotPresented() {
    Desk desk(withTries(0, 0, 3));
    const int before = desk.card->exchangeCount();
    QCOMPARE(nameOfError(desk.change(PinKind::Pin1, "1234", "8035")), QStringLiteral("pin1-blocked"));
    QCOMPARE(nameOfError(desk.change(PinKind::Pin2, "123456", "902731")), QStringLiteral("pin-blocked"));
    QCOMPARE(desk.card->verifyCount(), 0);
    QVERIFY(desk.card->exchangeCount() > before);
    QCOMPARE(desk.card->triesLeft(CardPin::Puk), 3);
}

void PinCareTest::checkedBeforeAnythingIsSent_data() {
    QTest::addColumn<bool>("unblocks");
    QTest::addColumn<QByteArray>("present");
    QTest::addColumn<QByteArray>("fresh");
    QTest::addColumn<QString>("code");
    QTest::newRow("old too short") << false << QByteArray("12345") << QByteArray("902731")
                                   << QStringLiteral("pin-format");
    QTest::newRow("new too short") << false << QByteArray("123456") << QByteArray("90273")
                                   << QStringLiteral("pin-format");
    QTest::newRow("new too long") << false << QByteArray("123456") << QByteArray("9027319027319")
                                  << QStringLiteral("pin-format");
    QTest::newRow("new with a letter")
        << false << QByteArray("123456") << QByteArray("90273a") << QStringLiteral("pin-format");
    QTest::newRow("the same") << false << QByteArray("123456") << QByteArray("123456")
                              << QStringLiteral("pin-unchanged");
    QTest::newRow("empty") << false << QByteArray() << QByteArray("902731") << QStringLiteral("pin-format");
    QTest::newRow("PUK too short") << true << QByteArray("1234567") << QByteArray("902731")
                                   << QStringLiteral("puk-format");
    QTest::newRow("new one for the PUK too short")
        << true << QByteArray("12345678") << QByteArray("90273") << QStringLiteral("pin-format");
}

void PinCareTest::checkedBeforeAnythingIsSent() {
    QFETCH(const bool, unblocks);
    QFETCH(const QByteArray, present);
    QFETCH(const QByteArray, fresh);
    QFETCH(const QString, code);
    Desk desk(withTries(2, 2, 2));
    const auto done = unblocks ? desk.unblock(PinKind::Pin2, present.constData(), fresh.constData())
                               : desk.change(PinKind::Pin2, present.constData(), fresh.constData());
    QCOMPARE(nameOfError(done), code);
    QCOMPARE(desk.card->verifyCount(), 0);
    QCOMPARE(desk.card->triesLeft(CardPin::Pin2), 2);
    QCOMPARE(desk.card->triesLeft(CardPin::Puk), 2);
}

/** Its AODF says less than it wants: what it answers counts. */
void PinCareTest::cardMayRefuseTheNewOne() {
    Desk desk;
    desk.card->addFault({CardMishap::ErrorStatus, CardFault::Moment::Exchange, Desk::exchangesToChange()});
    QCOMPARE(nameOfError(desk.change(PinKind::Pin2, "123456", "902731")), QStringLiteral("card-failed"));
    QCOMPARE(nameOfError(desk.change(PinKind::Pin2, "123456", "902731")), QString());
}

void PinCareTest::unblocks_data() {
    QTest::addColumn<int>("pin");
    QTest::addColumn<int>("left");
    QTest::newRow("PIN1, blocked") << 1 << 0;
    QTest::newRow("PIN1, forgotten") << 1 << 3;
    QTest::newRow("PIN2, blocked") << 2 << 0;
    QTest::newRow("PIN2, on its last try") << 2 << 1;
}

void PinCareTest::unblocks() {
    QFETCH(const int, pin);
    QFETCH(const int, left);
    const PinKind kind = pin == 1 ? PinKind::Pin1 : PinKind::Pin2;
    Desk desk(withTries(pin == 1 ? left : 2, pin == 2 ? left : 2, 2));
    const auto states = desk.unblock(kind, "12345678", "803581");
    QCOMPARE(nameOfError(states), QString());
    QCOMPARE(states->of(kind).tries, std::optional(PinTries{3, 3}));
    QCOMPARE(states->puk.tries, std::optional(PinTries{3, 3}));  // a right one restores its tries
    QCOMPARE(states->of(pin == 1 ? PinKind::Pin2 : PinKind::Pin1).tries, std::optional(PinTries{2, 3}));
    QCOMPARE(desk.card->verifyCount(), 1);
    QCOMPARE(nameOfError(desk.change(kind, "803581", "55667788")), QString());
}

void PinCareTest::wrongPuk() {
    Desk desk(withTries(3, 0, 3));
    const auto states = desk.unblock(PinKind::Pin2, "99999999", "902731");
    QCOMPARE(nameOfError(states), QStringLiteral("puk-wrong"));
    QCOMPARE(states.error().count(), 2);
    QCOMPARE(desk.card->verifyCount(), 1);
    QCOMPARE(desk.card->triesLeft(CardPin::Puk), 2);
    QCOMPARE(desk.card->triesLeft(CardPin::Pin2), 0);
    // the desk is not told that PIN2 has as many tries as the PUK
    QCOMPARE(desk.status().contents->pin2, (PinTries{0, 3}));
}

void PinCareTest::blockedPuk() {
    Desk desk(withTries(3, 0, 0));
    const auto states = desk.unblock(PinKind::Pin2, "12345678", "902731");
    QCOMPARE(nameOfError(states), QStringLiteral("puk-blocked"));
    QCOMPARE(desk.card->verifyCount(), 0);
    QVERIFY(states.error().hint().contains(u"office"));
}

/** Whoever comes next finds neither PUK nor PINs open. */
void PinCareTest::nothingStaysOpen() {
    Desk desk(withTries(0, 0, 3));
    QCOMPARE(nameOfError(desk.unblock(PinKind::Pin1, "12345678", "8035")), QString());
    CardTerminal other(desk.card, false);
    const QString resetPin1 = QStringLiteral("002C02010C 39393939FFFFFFFFFFFFFFFF");
    QCOMPARE(other.play(QStringLiteral("main, ") + resetPin1), quint16{0x6982});
    QCOMPARE(other.play(QStringLiteral("main, 00200001")), quint16{0x63C3});
    QCOMPARE(nameOfError(desk.change(PinKind::Pin1, "8035", "1234")), QString());
    QCOMPARE(other.play(QStringLiteral("main, 00200001")), quint16{0x63C3});
    // nor after a new one was refused behind a good PUK
    PinCareRequest request = desk.request(Deed::Unblock, PinKind::Pin2, "12345678", "902731");
    const int before = desk.card->exchangeCount();
    QCOMPARE(nameOfError(desk.care(std::move(request))), QString());
    const int whole = desk.card->exchangeCount() - before - 5;
    desk.card->addFault({CardMishap::ErrorStatus, CardFault::Moment::Exchange, whole});
    QCOMPARE(nameOfError(desk.unblock(PinKind::Pin2, "12345678", "123456")), QStringLiteral("card-failed"));
    QCOMPARE(other.play(QStringLiteral("main, ") + resetPin1), quint16{0x6982});
}

void PinCareTest::anotherCard() {
    Desk desk;
    PinCareRequest request = desk.request(Deed::Change, PinKind::Pin2, "123456", "902731");
    const auto other = demoCard(CardPersonalisation::Cosmo8Rsa);
    desk.readers->remove(VirtualReaders::demoReaderName());
    desk.readers->insert(VirtualReaders::demoReaderName(), other);
    QCOMPARE(nameOfError(desk.care(std::move(request))), QStringLiteral("card-changed"));
    QCOMPARE(other->triesLeft(CardPin::Pin2), 3);
    QCOMPARE(other->verifyCount(), 0);
}

void PinCareTest::removedBefore() {
    Desk desk;
    PinCareRequest request = desk.request(Deed::Change, PinKind::Pin2, "123456", "902731");
    desk.card->addFault({CardMishap::Removed, CardFault::Moment::Exchange, 3});
    QCOMPARE(nameOfError(desk.care(std::move(request))), QStringLiteral("card-removed"));
    QCOMPARE(desk.card->triesLeft(CardPin::Pin2), 3);
}

void PinCareTest::removedWhileItChanges_data() {
    QTest::addColumn<bool>("carriedOut");
    QTest::newRow("before the card heard of it") << false;
    QTest::newRow("after it was done") << true;
}

/** Nobody can tell the two apart, and nothing is presented again. */
void PinCareTest::removedWhileItChanges() {
    QFETCH(const bool, carriedOut);
    const int number = Desk::exchangesToChange();
    for (const CardMishap mishap : {CardMishap::Removed, CardMishap::Reset}) {
        Desk desk;
        desk.card->addFault({mishap, CardFault::Moment::Exchange, number, carriedOut});
        const int before = desk.card->exchangeCount();
        const auto done = desk.change(PinKind::Pin2, "123456", "902731");
        QCOMPARE(nameOfError(done), QStringLiteral("pin-outcome-unknown"));
        QVERIFY(done.error().message().contains(u"PIN2"));
        QCOMPARE(desk.card->exchangeCount(), before + number);
        if (mishap == CardMishap::Reset)
            QCOMPARE(nameOfError(desk.change(PinKind::Pin2, carriedOut ? "902731" : "123456", "803581")),
                     QString());
    }
}

void PinCareTest::resetBeforeIsForgiven() {
    Desk desk;
    desk.card->addFault({CardMishap::Reset, CardFault::Moment::Exchange, 3});
    QCOMPARE(nameOfError(desk.change(PinKind::Pin2, "123456", "902731")), QString());
}

/** A run that was open goes on with the PIN2 that it has, which the card still knows. */
void PinCareTest::signingGoesOn() {
    VirtualCardOptions options;
    options.pin2Habit = sandbox::Pin2Habit::KeepsUntilDeselected;
    Desk desk(options);
    const auto run = desk.openRun("123456");
    QVERIFY(run);
    const auto digest = *crypto::Digest::fromBytes(QByteArray(48, 'h'));
    QVERIFY(Desk::wait(desk.service.sign(*run, digest, {})));
    QCOMPARE(nameOfError(desk.change(PinKind::Pin1, "1234", "8035")), QString());
    QVERIFY(Desk::wait(desk.service.sign(*run, digest, {})));
    QCOMPARE(desk.card->signatureCount(), 2);
    QVERIFY(Desk::wait(desk.service.closeRun(*run)));
    // and what is known of the card is still known: the same exchanges as before
    const int before = desk.card->exchangeCount();
    const auto next = desk.openRun("123456");
    QVERIFY(next);
    QCOMPARE(desk.card->exchangeCount() - before, 7);  // all of a first signature's but PSO
}

void PinCareTest::tellsTheDesk() {
    Desk desk(withTries(3, 2, 3));
    const QSignalSpy changed(&desk.service, &CardService::changed);
    QCOMPARE(nameOfError(desk.change(PinKind::Pin2, "999999", "902731")), QStringLiteral("pin-wrong"));
    QCOMPARE(desk.status().contents->pin2, (PinTries{1, 3}));
    QVERIFY(!changed.isEmpty());
    QCOMPARE(nameOfError(desk.unblock(PinKind::Pin2, "12345678", "902731")), QString());
    QCOMPARE(desk.status().contents->pin2, (PinTries{3, 3}));
    QVERIFY(desk.openRun("902731"));
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::PinCareTest)
#include "tst_PinCare.moc"
