#include <QTest>
#include <atomic>

#include "card/PcscReaders.h"
#include "sandbox/card/VpcdLink.h"
#include "support/DemoCards.h"
#include "support/PcscDaemon.h"
#include "support/PcscNeighbour.h"
#include "support/SteppedReaders.h"
#include "unit/signing/CardFaultBench.h"

using namespace signet;
using namespace signet::test;
using namespace std::chrono_literals;
using card::CommandApdu;
using card::Expected;
using card::ResponseApdu;
using sandbox::CardFault;
using sandbox::CardMishap;
using sandbox::CardPersonalisation;
using sandbox::CardPin;
using sandbox::Pin2Habit;

namespace {

constexpr int Sessions = 3;
constexpr int TriesBefore = 2;
constexpr int TriesFull = 3;
constexpr CardPersonalisation OthersKind = CardPersonalisation::Cosmo8Ec;

enum class Mishap {
    Removed,
    Swapped,
    SwappedAndReset,
    Reset,
    Restarted,
    Stopped,
    Mute,
    Error,
    Held,
    HeldLong
};

// Exchanges of a batch, as tst_CardFaultMatrix knows them.
constexpr int FirstVerify = 7;
constexpr int KeepsSecondPso = 9;
constexpr int DropsSecondVerify = 10;
constexpr int DropsSecondPso = 11;
// Transactions where each signature has its own: to look at the card, to open it, one for each signature, to
// leave it.
constexpr int BeforeVerify = 2;
constexpr int BeforeSecondPso = 4;

/** What becomes of three sessions if this meets an exchange, or comes before a transaction (with a card that
 * keeps PIN2). */
struct ExchangeRow {
    const char* name;
    Mishap mishap;
    bool carriedOut;
    const char* firstVerify;   ///< on a card that keeps PIN2
    const char* secondVerify;  ///< on one that drops it
    const char* secondPso;     ///< on both
};
struct TransactionRow {
    const char* name;
    Mishap mishap;
    const char* beforeVerify;
    const char* beforeSecondPso;
};

// clang-format off
const ExchangeRow ExchangeRows[] = {
    {"removed",         Mishap::Removed,   false, "xxx card-removed",     nullptr,                "Fxx card-removed"},
    {"removed, done",   Mishap::Removed,   true,  "xxx card-removed",     "Fxx card-removed",     "Fxx card-removed"},
    {"swapped",         Mishap::Swapped,   false, "xxx card-removed",     nullptr,                "Fxx card-removed"},
    {"restarted, done", Mishap::Restarted, true,  "xxx pcsc-not-running", "Fxx pcsc-not-running", "Fxx pcsc-not-running"},
    {"stopped",         Mishap::Stopped,   false, "xxx pcsc-not-running", nullptr,                "Fxx pcsc-not-running"},
    {"mute",            Mishap::Mute,      false, "xxx card-silent",      nullptr,                "Fxx card-silent"},
    {"mute, done",      Mishap::Mute,      true,  "xxx card-silent",      "Fxx card-silent",      nullptr},
    {"6F00, done",      Mishap::Error,     true,  "xxx card-failed",      "Fxx card-failed",      "FxF card-failed"},
};
const TransactionRow TransactionRows[] = {
    {"removed",           Mishap::Removed,         "xxx card-removed",     "Fxx card-removed"},
    {"swapped",           Mishap::Swapped,         "xxx card-removed",     "Fxx card-removed"},
    {"swapped and reset", Mishap::SwappedAndReset, "xxx card-changed",     "Fxx card-changed"},
    {"reset",             Mishap::Reset,           "FFF",                  "FFF"},
    {"restarted",         Mishap::Restarted,       "xxx pcsc-not-running", "Fxx pcsc-not-running"},
    {"held",              Mishap::Held,            "FFF",                  "FFF"},
    {"held long",         Mishap::HeldLong,        "xxx card-in-use",      "Fxx card-in-use"},
};
// clang-format on

/** How a desk's runs go about the card. */
struct Manner {
    bool manyStretches = false;  ///< a transaction for each signature
    bool impatient = false;      ///< where nobody answers, or lets go

    bool operator==(const Manner&) const = default;
    card::CardLimits limits() const {
        card::CardLimits limits;
        limits.grace = 60s;  // the exchanges are counted
        limits.stretch = manyStretches ? 0s : 600s;
        limits.exchange = impatient ? 2s : 30s;
        limits.waiting = impatient ? 2s : 30s;
        return limits;
    }
};

bool wantsImpatience(Mishap mishap) {
    return mishap == Mishap::Mute || mishap == Mishap::HeldLong;
}

}  // namespace

/**
 * The heart of tst_CardFaultMatrix through the computer's real pcscd.
 */
class TestPcscFaultMatrix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exchange_data();
    void exchange();
    void transaction_data();
    void transaction();
    void exclusiveUse_data();
    void exclusiveUse();
    void swappedWhileTheServiceRestarts();

private:
    struct Desk {
        explicit Desk(const Manner& its)
            : stepped(std::make_shared<SteppedReaders>(std::make_shared<card::PcscReaders>(QString()))),
              bench(stepped, its.limits()) {
            bench.cards.choose(PcscDaemon::firstReader());
        }
        std::shared_ptr<SteppedReaders> stepped;
        CardFaultBench bench;
    };

    std::unique_ptr<Desk> putIn(bool dropsPin2, const Manner& manner);
    void takeOut();
    Expected<ResponseApdu> happen(Mishap mishap, bool carriedOut, const CommandApdu& command,
                                  card::CardTransport& inner);
    void happenAround(Mishap mishap);
    void swap();
    void hold(bool forLong);
    /** The process is the main thread's. */
    void inMainThread(const std::function<void()>& what) {
        QMetaObject::invokeMethod(this, what, Qt::BlockingQueuedConnection);
    }
    void restart();
    void remedy(Mishap mishap);
    void checkWhatComesAfter(Desk& seen, Mishap mishap);

    PcscDaemon m_pcscd;
    std::unique_ptr<sandbox::VpcdLink> m_link;
    std::shared_ptr<sandbox::VirtualCard> m_card;
    std::shared_ptr<sandbox::VirtualCard> m_other;
    CardPersonalisation m_kind = CardPersonalisation::CosmoXEc;
    std::unique_ptr<PcscNeighbour> m_holder;
    std::atomic<bool> m_happened = false;
    QString m_restartProblem;
};

void TestPcscFaultMatrix::initTestCase() {
    const QString problem = m_pcscd.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    QVERIFY2(m_pcscd.isOurs(), "A pcscd is running already; this test needs one of its own.");
    m_link =
        std::make_unique<sandbox::VpcdLink>(sandbox::VpcdAddress{u"127.0.0.1"_qs, PcscDaemon::FirstPort});
}

/** pcscd has noticed it. */
void TestPcscFaultMatrix::takeOut() {
    m_link->remove();
    PcscNeighbour looker;
    for (int i = 0; i < 500 && looker.connectCard(PcscDaemon::firstReader()); ++i)
        QThread::msleep(10);
}

/** A fresh card, and a desk that has seen it; null if that fails. */
std::unique_ptr<TestPcscFaultMatrix::Desk> TestPcscFaultMatrix::putIn(bool dropsPin2, const Manner& manner) {
    if (!m_pcscd.isOurs() && !m_pcscd.start().isEmpty())  // a cell that failed has left it so
        return nullptr;
    m_holder.reset();
    takeOut();
    sandbox::VirtualCardOptions options;
    options.pin2Habit = dropsPin2 ? Pin2Habit::DropsAfterSignature : Pin2Habit::KeepsUntilDeselected;
    options.pin2Tries.left = TriesBefore;
    // between transactions the other card is to look as this one does: it has the same ATR
    const bool isRsa = dropsPin2 || manner.manyStretches;
    m_kind = isRsa ? CardPersonalisation::Cosmo8Rsa : CardPersonalisation::CosmoXEc;
    m_card = demoCard(m_kind, options);
    m_other = demoCard(OthersKind);
    m_happened = false;
    m_link->insert(m_card);
    auto desk = std::make_unique<Desk>(manner);
    if (!desk->bench.waitForSigner())
        return nullptr;
    desk->stepped->startAnew();
    return desk;
}

void TestPcscFaultMatrix::restart() {
    m_pcscd.stop();
    m_restartProblem = m_pcscd.start();
}

/** pcscd has noticed both. */
void TestPcscFaultMatrix::swap() {
    takeOut();
    m_link->insert(m_other);
    PcscNeighbour looker;
    for (int i = 0; i < 500 && !looker.connectCard(PcscDaemon::firstReader()); ++i)
        QThread::msleep(10);
}

void TestPcscFaultMatrix::hold(bool forLong) {
    m_holder = std::make_unique<PcscNeighbour>();
    if (!m_holder->connectCard(PcscDaemon::firstReader()) || !m_holder->beginTransaction())
        qFatal("the neighbour does not get the card");
    if (!forLong)
        QMetaObject::invokeMethod(this,
                                  [this] { QTimer::singleShot(300, this, [this] { m_holder.reset(); }); });
}

/** In the card thread. */
void TestPcscFaultMatrix::happenAround(Mishap mishap) {
    m_happened = true;
    switch (mishap) {
        case Mishap::Removed:
            return m_link->remove();
        case Mishap::Swapped:
            return swap();
        case Mishap::SwappedAndReset:
            swap();
            [[fallthrough]];
        case Mishap::Reset: {
            PcscNeighbour neighbour;
            if (!neighbour.connectCard(PcscDaemon::firstReader()) || !neighbour.resetCard())
                qFatal("the neighbour cannot reset the card");
            return;
        }
        case Mishap::Restarted:
            return inMainThread([this] { restart(); });
        case Mishap::Stopped:
            return inMainThread([this] { m_pcscd.stop(); });
        case Mishap::Held:
        case Mishap::HeldLong:
            return hold(mishap == Mishap::HeldLong);
        default:
            return;
    }
}

Expected<ResponseApdu> TestPcscFaultMatrix::happen(Mishap mishap, bool carriedOut, const CommandApdu& command,
                                                   card::CardTransport& inner) {
    m_happened = true;
    const auto byCard = [&](CardMishap what) {
        m_card->addFault({what, CardFault::Moment::Exchange, 1, carriedOut});
        return inner.transmit(command);
    };
    switch (mishap) {
        case Mishap::Mute:
            return byCard(CardMishap::Silence);
        case Mishap::Error:
            return byCard(CardMishap::ErrorStatus);
        case Mishap::Removed:
            return byCard(CardMishap::Removed);
        default:
            break;
    }
    if (carriedOut)
        static_cast<void>(inner.transmit(command));
    happenAround(mishap);
    return inner.transmit(command);
}

void TestPcscFaultMatrix::remedy(Mishap mishap) {
    switch (mishap) {
        case Mishap::Removed:
            return m_link->insert(m_card);
        case Mishap::Mute:
            takeOut();
            return m_link->insert(m_card);
        case Mishap::Stopped:
            m_restartProblem = m_pcscd.start();
            return;
        case Mishap::HeldLong:
            return m_holder.reset();
        default:
            return;
    }
}

void TestPcscFaultMatrix::checkWhatComesAfter(Desk& seen, Mishap mishap) {
    const char* const ill = mishap == Mishap::Removed    ? "no-card"
                            : mishap == Mishap::Mute     ? "card-silent"
                            : mishap == Mishap::Stopped  ? "pcsc-not-running"
                            : mishap == Mishap::HeldLong ? "card-in-use"
                                                         : nullptr;
    const int verifies = m_card->verifyCount();
    if (ill != nullptr) {
        const auto isNoticed = [&] {
            const auto selected = seen.bench.cards.selected();
            return !selected && selected.error().publicCode() == QLatin1StringView(ill);
        };
        QVERIFY(CardFaultBench::waitUntil(isNoticed));
        QCOMPARE(seen.bench.run(1), QString(u"x " % QLatin1StringView(ill)));
        QCOMPARE(m_card->verifyCount(), verifies);
        remedy(mishap);
    }
    QCOMPARE(m_restartProblem, QString());
    if (mishap == Mishap::Swapped || mishap == Mishap::SwappedAndReset) {
        QCOMPARE(seen.bench.untruthsOf(*m_other, OthersKind), QString());
        QCOMPARE(m_card->verifyCount(), verifies);
        return;
    }
    // a service that starts anew sees the card a little later
    QVERIFY(CardFaultBench::waitUntil([] { return PcscNeighbour().connectCard(PcscDaemon::firstReader()); }));
    QVERIFY(CardFaultBench::waitUntil([this] { return !CardFaultBench::isPin2Open(*m_card); }));
    QCOMPARE(seen.bench.untruthsOf(*m_card, m_kind), QString());
}

void TestPcscFaultMatrix::exchange_data() {
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("dropsPin2");
    QTest::addColumn<int>("exchange");
    QTest::addColumn<QString>("expected");
    const auto add = [](int row, bool dropsPin2, int exchange, const char* where, const char* expected) {
        if (expected != nullptr)
            QTest::addRow("%s: %s at %s", dropsPin2 ? "drops" : "keeps", ExchangeRows[row].name, where)
                << row << dropsPin2 << exchange << QString::fromLatin1(expected);
    };
    for (int i = 0; i < static_cast<int>(std::size(ExchangeRows)); ++i) {
        const ExchangeRow& row = ExchangeRows[i];
        add(i, false, FirstVerify, "VERIFY", row.firstVerify);
        add(i, true, DropsSecondVerify, "the second VERIFY", row.secondVerify);
        // in turn: once on each card
        add(i, i % 2 == 0, i % 2 == 0 ? DropsSecondPso : KeepsSecondPso, "the second PSO", row.secondPso);
    }
}

void TestPcscFaultMatrix::exchange() {
    QFETCH(const int, row);
    QFETCH(const bool, dropsPin2);
    QFETCH(const int, exchange);
    QFETCH(const QString, expected);
    const ExchangeRow& its = ExchangeRows[row];
    const std::unique_ptr<Desk> desk = putIn(dropsPin2, {false, wantsImpatience(its.mishap)});
    QVERIFY(desk);
    Desk& seen = *desk;
    seen.stepped->atExchange(exchange, [this, &its](const CommandApdu& command, card::CardTransport& inner) {
        return happen(its.mishap, its.carriedOut, command, inner);
    });
    QCOMPARE(seen.bench.run(Sessions), expected);
    seen.bench.settle();
    QVERIFY(m_happened);
    const bool isHeard = exchange > FirstVerify || its.carriedOut;
    QCOMPARE(m_card->triesLeft(CardPin::Pin2), isHeard ? TriesFull : TriesBefore);
    QVERIFY2(m_card->verifyCount() <= (exchange == FirstVerify ? 1 : Sessions + 1),
             qPrintable(QString::number(m_card->verifyCount())));
    checkWhatComesAfter(seen, its.mishap);
}

void TestPcscFaultMatrix::transaction_data() {
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("transaction");
    QTest::addColumn<QString>("expected");
    for (int i = 0; i < static_cast<int>(std::size(TransactionRows)); ++i) {
        const TransactionRow& row = TransactionRows[i];
        QTest::addRow("%s before VERIFY", row.name)
            << i << BeforeVerify << QString::fromLatin1(row.beforeVerify);
        QTest::addRow("%s before the second PSO", row.name)
            << i << BeforeSecondPso << QString::fromLatin1(row.beforeSecondPso);
    }
}

/** Between two transactions, where other programs come in. */
void TestPcscFaultMatrix::transaction() {
    QFETCH(const int, row);
    QFETCH(const int, transaction);
    QFETCH(const QString, expected);
    const Mishap mishap = TransactionRows[row].mishap;
    const std::unique_ptr<Desk> desk = putIn(false, {true, wantsImpatience(mishap)});
    QVERIFY(desk);
    Desk& seen = *desk;
    seen.stepped->atTransaction(transaction, [this, mishap] { happenAround(mishap); });
    QCOMPARE(seen.bench.run(Sessions), expected);
    seen.bench.settle();
    QVERIFY(m_happened);
    const bool isHeard = transaction > BeforeVerify || expected == u"FFF";
    QCOMPARE(m_card->triesLeft(CardPin::Pin2), isHeard ? TriesFull : TriesBefore);
    QCOMPARE(m_other->verifyCount(), 0);
    checkWhatComesAfter(seen, mishap);
}

void TestPcscFaultMatrix::exclusiveUse_data() {
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("for a moment") << 500 << u"FFF"_qs;
    QTest::newRow("for longer than is waited") << 0 << u"xxx card-in-use"_qs;
}

/** Another program has connected the card for itself alone. */
void TestPcscFaultMatrix::exclusiveUse() {
    QFETCH(const int, milliseconds);
    QFETCH(const QString, expected);
    const std::unique_ptr<Desk> desk = putIn(false, {});
    QVERIFY(desk);
    Desk& seen = *desk;
    PcscNeighbour neighbour;
    QVERIFY(CardFaultBench::waitUntil(
        [&neighbour] { return neighbour.connectCard(PcscDaemon::firstReader(), true); }));
    if (milliseconds > 0)
        QTimer::singleShot(milliseconds, this, [&neighbour] { neighbour.disconnectCard(); });
    QCOMPARE(seen.bench.run(Sessions), expected);
    seen.bench.settle();
    neighbour.disconnectCard();
    QCOMPARE(m_card->triesLeft(CardPin::Pin2), expected == u"FFF" ? TriesFull : TriesBefore);
    QCOMPARE(seen.bench.untruthsOf(*m_card, m_kind), QString());
}

/** The other card has the same ATR, and a service that was started anew counts insertions from 0: nobody says
 * that it is another one. */
void TestPcscFaultMatrix::swappedWhileTheServiceRestarts() {
    takeOut();
    Desk seen({});
    const auto first = demoCard(CardPersonalisation::Cosmo8Rsa);
    const auto second = demoCard(CardPersonalisation::Cosmo8Ec);
    QCOMPARE(first->atr(), second->atr());
    m_link->insert(first);
    QVERIFY(seen.bench.waitForSigner());
    m_pcscd.stop();
    m_link->insert(second);
    QCOMPARE(m_pcscd.start(), QString());
    QCOMPARE(seen.bench.untruthsOf(*second, CardPersonalisation::Cosmo8Ec), QString());
    QCOMPARE(first->verifyCount(), 0);
}

QTEST_GUILESS_MAIN(TestPcscFaultMatrix)
#include "tst_PcscFaultMatrix.moc"
