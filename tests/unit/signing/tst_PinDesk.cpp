#include <QTest>

#include "sandbox/card/VirtualReaders.h"
#include "signing/PinDesk.h"
#include "support/DemoCards.h"

using namespace signet;
using sandbox::CardPersonalisation;
using sandbox::VirtualCardOptions;
using sandbox::VirtualReaders;
using signing::CardDesk;
using signing::CardPin;
using signing::DeskReader;
using signing::PinDesk;
using signing::PinOrder;
using signing::PinsView;
using signing::PinView;

namespace {

base::SecretBytes secret(const char* digits) {
    return base::SecretBytes(QByteArrayView(digits));
}

template <typename T>
QString codeOf(const base::Expected<T>& result) {
    return result ? QString() : result.error().publicCode();
}

QString codeOf(const std::optional<base::Error>& error) {
    return error ? error->publicCode() : QString();
}

}  // namespace

/** Which card is cared for, and what is known before it hears of anything. */
class TestPinDesk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noCard();
    void onlyCard();
    void ofSeveralNoneIsGuessed();
    void looksAndChanges();
    void obstacles();
    void newPins_data();
    void newPins();

private:
    static std::shared_ptr<sandbox::VirtualCard> card(int pin2Left = 3) {
        VirtualCardOptions options;
        options.pin1Tries = {3, 2};
        options.pin2Tries.left = pin2Left;
        return test::demoCard(CardPersonalisation::CosmoXEc, options);
    }
    static bool isSettled(const CardDesk& desk) {
        return QTest::qWaitFor([&desk] { return desk.isSettled(); }, 10'000);
    }
    static base::Expected<PinsView> wait(const QFuture<base::Expected<PinsView>>& future) {
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000))
            qFatal("the future does not end");
        return future.result();
    }

    const QString m_a = QStringLiteral("Reader A 00");
    const QString m_b = QStringLiteral("Reader B 01");
};

void TestPinDesk::noCard() {
    CardDesk cards(std::make_shared<VirtualReaders>(QStringList{m_a}));
    const PinDesk pins(cards);
    QVERIFY(isSettled(cards));
    QVERIFY(pins.candidates().isEmpty());
    QCOMPARE(codeOf(pins.chosen()), QStringLiteral("no-card"));
}

void TestPinDesk::onlyCard() {
    auto readers = std::make_shared<VirtualReaders>(QStringList{m_a, m_b});
    QVERIFY(readers->insert(m_b, card(0)));
    CardDesk cards(readers);
    const PinDesk pins(cards);
    QVERIFY(isSettled(cards));
    QVERIFY(pins.chosen());
    QCOMPARE(pins.chosen()->name, m_b);
}

/** Who unblocks a card must not have the PUK sent to the other one, only because that one can sign. */
void TestPinDesk::ofSeveralNoneIsGuessed() {
    auto readers = std::make_shared<VirtualReaders>(QStringList{m_a, m_b});
    QVERIFY(readers->insert(m_a, card(0)) && readers->insert(m_b, card(3)));
    CardDesk cards(readers);
    const PinDesk pins(cards);
    QVERIFY(isSettled(cards));
    QCOMPARE(cards.selected()->name, m_b);
    const auto none = pins.chosen();
    QCOMPARE(codeOf(none), QStringLiteral("several-cards"));
    QVERIFY(none.error().message().contains(m_a) && none.error().message().contains(m_b));
    cards.choose(m_a);
    QCOMPARE(pins.chosen()->name, m_a);
}

void TestPinDesk::looksAndChanges() {
    auto readers = std::make_shared<VirtualReaders>(QStringList{m_a});
    QVERIFY(readers->insert(m_a, card(1)));
    CardDesk cards(readers);
    PinDesk pins(cards);
    QVERIFY(isSettled(cards));
    const DeskReader reader = *pins.chosen();
    const auto before = wait(pins.look(reader));
    QCOMPARE(codeOf(before), QString());
    QCOMPARE(before->pin1.triesLeft, std::optional(2));
    QCOMPARE(before->pin2.triesLeft, std::optional(1));
    QVERIFY(before->pin2.isOnLastTry() && !before->pin2.isBlocked());
    QCOMPARE(before->puk.triesMaximum, std::optional(3));
    QCOMPARE(before->pin1.minimumLength, 4);
    QCOMPARE(before->pin2.minimumLength, 6);
    QCOMPARE(before->puk.minimumLength, 8);

    PinOrder order;
    order.reader = reader;
    order.pin = CardPin::Pin1;
    order.present = secret("9999");
    order.fresh = secret("8035");
    QCOMPARE(codeOf(wait(pins.carryOut(std::move(order)))), QStringLiteral("pin1-wrong"));
    PinOrder unblocking;
    unblocking.reader = reader;
    unblocking.deed = PinOrder::Deed::Unblock;
    unblocking.pin = CardPin::Pin2;
    unblocking.present = secret("12345678");
    unblocking.fresh = secret("902731");
    const auto after = wait(pins.carryOut(std::move(unblocking)));
    QCOMPARE(codeOf(after), QString());
    QCOMPARE(after->pin1.triesLeft, std::optional(1));
    QCOMPARE(after->pin2.triesLeft, std::optional(3));
    QCOMPARE(cards.readers().value(0).pin2TriesLeft, std::optional(3));
}

void TestPinDesk::obstacles() {
    PinsView pins;
    pins.pin1 = PinView{CardPin::Pin1, 1, 3, 4, 12};
    pins.pin2 = PinView{CardPin::Pin2, 0, 3, 6, 12};
    pins.puk = PinView{CardPin::Puk, {}, {}, 8, 12};
    QCOMPARE(codeOf(obstacle(pins, CardPin::Pin1, false)), QStringLiteral("pin1-last-try"));
    QCOMPARE(codeOf(obstacle(pins, CardPin::Pin1, true)), QString());
    QCOMPARE(codeOf(obstacle(pins, CardPin::Pin2, true)), QStringLiteral("pin-blocked"));
    QCOMPARE(codeOf(obstacle(pins, CardPin::Puk, false)), QString());
    pins.puk.triesLeft = 0;
    QCOMPARE(codeOf(obstacle(pins, CardPin::Puk, true)), QStringLiteral("puk-blocked"));
}

void TestPinDesk::newPins_data() {
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QByteArray>("fresh");
    QTest::addColumn<QByteArray>("again");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* old, const char* fresh, const char* again,
                        const char* code) {
        QTest::newRow(name) << QByteArray(old) << QByteArray(fresh) << QByteArray(again)
                            << QString::fromLatin1(code);
    };
    row("good", "1234", "8035", "8035", "");
    row("good, for the PUK", "", "8035", "8035", "");
    row("too short", "1234", "803", "803", "pin1-format");
    row("letters", "1234", "80a5", "80a5", "pin1-format");
    row("the same", "1234", "1234", "1234", "pin-unchanged");
    row("typed otherwise", "1234", "8035", "8036", "pin-entries-differ");
    row("typed shorter", "1234", "80355", "8035", "pin-entries-differ");
}

void TestPinDesk::newPins() {
    QFETCH(const QByteArray, old);
    QFETCH(const QByteArray, fresh);
    QFETCH(const QByteArray, again);
    QFETCH(const QString, code);
    const PinView pin{CardPin::Pin1, 3, 3, 4, 12};
    QCOMPARE(codeOf(wrongNewPin(pin, secret(old.constData()), secret(fresh.constData()),
                                secret(again.constData()))),
             code);
}

QTEST_GUILESS_MAIN(TestPinDesk)
#include "tst_PinDesk.moc"
