#include <QElapsedTimer>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <map>

#include "card/PcscReaders.h"
#include "support/CountedReaders.h"
#include "support/PcscBench.h"

namespace signet::test {
namespace {

using namespace std::chrono_literals;
using card::Expected;
using sandbox::CardPersonalisation;
using sandbox::Pin2Habit;
using sandbox::VirtualCard;
using sandbox::VirtualCardOptions;
using Seconds = std::chrono::duration<double>;

constexpr int Signatures = 100;
constexpr auto SlowExchange = 5ms;
constexpr auto SlowSignature = 300ms;
constexpr int SlowSignatures = 40;  // more than one stretch of 10 s

struct Kind {
    const char* name;
    CardPersonalisation personalisation;
    int digestLength;
};
constexpr Kind Kinds[] = {{"Cosmo 8, RSA-2048", CardPersonalisation::Cosmo8Rsa, 32},
                          {"Cosmo 8, P-384", CardPersonalisation::Cosmo8Ec, 48},
                          {"Cosmo X, P-384", CardPersonalisation::CosmoXEc, 48}};

struct Habit {
    const char* name;
    Pin2Habit habit;
    int exchanges;  ///< that each further signature needs
};
constexpr Habit Habits[] = {{"drops PIN2", Pin2Habit::DropsAfterSignature, 2},
                            {"keeps PIN2", Pin2Habit::KeepsUntilDeselected, 1}};

/** A bench whose exchanges are counted, on the wire and on the card. */
struct Counted {
    std::shared_ptr<ExchangeMeter> meter = std::make_shared<ExchangeMeter>();
    PcscBench bench;
    explicit Counted(const QString& placeOfKnownCards = {})
        : bench({}, std::make_shared<CountedReaders>(std::make_shared<card::PcscReaders>(placeOfKnownCards),
                                                     meter)) {}
};

VirtualCardOptions optionsFor(Pin2Habit habit) {
    VirtualCardOptions options;
    options.pin2Habit = habit;
    return options;
}

/** The result, taken in the very turn of the event loop in which it comes, as a batch takes it. */
template <typename T>
T resultOf(const QFuture<Expected<T>>& future) {
    QEventLoop loop;
    QFutureWatcher<Expected<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    if (!future.result())
        qFatal("the card: %s", qUtf8Printable(future.result().error().detail()));
    return *future.result();
}

card::CardService::RunId openRun(PcscBench& bench) {
    const auto run = bench.openRun();
    if (!run)
        qFatal("no run: %s", qUtf8Printable(run.error().message()));
    return *run;
}

void printLook(const char* kind, const char* look, const ExchangeMeter& meter, int onCard) {
    std::printf("%-18s %-26s %8d %12d %11d %8d\n", kind, look, meter.count(ExchangeKind::Identity),
                meter.count(ExchangeKind::Certificates), meter.count(ExchangeKind::KeyAndPin), onCard);
}

/** Such a card is known by the end of its signing certificate: that is what is read of the certificates. */
void printNumberless(const Kind& kind) {
    VirtualCardOptions options;
    options.hasDocumentNumber = false;
    Counted counted;
    const auto card = counted.bench.insert(kind.personalisation, options);
    counted.bench.remove();
    const int before = card->exchangeCount();
    counted.meter->clear();
    counted.bench.insert(card);
    printLook(kind.name, "again, without a number", *counted.meter, card->exchangeCount() - before);
}

/** "2 x 99", or with the odd ones: "2 x 98, 3 x 1". */
QByteArray summary(const std::map<int, int>& times) {
    QByteArray text;
    for (const auto& [exchanges, number] : times)
        text +=
            (text.isEmpty() ? "" : ", ") + QByteArray::number(exchanges) + " x " + QByteArray::number(number);
    return text;
}

void printRun(const char* kind, const char* habit, const char* which, PcscBench& bench, VirtualCard& card,
              int length) {
    const int before = card.exchangeCount();
    const auto run = openRun(bench);
    resultOf(bench.service().sign(run, digestNumber(1, length), {}));
    const int first = card.exchangeCount() - before;
    std::map<int, int> times;
    for (int i = 2; i <= Signatures; ++i) {
        const int soFar = card.exchangeCount();
        resultOf(bench.service().sign(run, digestNumber(i, length), {}));
        ++times[card.exchangeCount() - soFar];
    }
    std::printf("%-18s %-12s %-12s %11d   %-22s %6d\n", kind, habit, which, first, summary(times).constData(),
                card.exchangeCount() - before);
    bench.closeRun(run);
}

}  // namespace

/**
 * What a card costs: exchanges, as the card counts them, and this computer's time beside them. Real pcscd,
 * real product, a card in software. It prints, and asserts no times.
 */
class CardCost : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void looks();
    void signatures();
    void hostTime();
    void shareOfTheCard();

private:
    PcscDaemon m_pcscd;
};

void CardCost::initTestCase() {
    const QString problem = m_pcscd.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void CardCost::looks() {
    std::printf("\nExchanges to look at a card      identity certificates key and PIN      all\n");
    for (const Kind& kind : Kinds) {
        const auto card = demoCard(kind.personalisation, {});
        const QTemporaryDir folder;
        {
            Counted counted(folder.path());
            counted.bench.insert(card);
            printLook(kind.name, "first", *counted.meter, card->exchangeCount());
            counted.bench.remove();
            counted.meter->clear();
            const int before = card->exchangeCount();
            counted.bench.insert(card);
            printLook(kind.name, "in again", *counted.meter, card->exchangeCount() - before);
            counted.bench.remove();
        }
        {
            Counted counted(folder.path());
            const int before = card->exchangeCount();
            counted.bench.insert(card);
            printLook(kind.name, "program started anew", *counted.meter, card->exchangeCount() - before);
        }
        printNumberless(kind);
        const auto& certificate = demoIdentity(kind.personalisation);
        std::printf("%-18s its certificates: %lld and %lld bytes\n", kind.name,
                    static_cast<long long>(certificate.authentication.certificateDer.size()),
                    static_cast<long long>(certificate.signing.certificateDer.size()));
    }
}

void CardCost::signatures() {
    std::printf("\nExchanges to sign                          signature 1   2 to %-4d                  all\n",
                Signatures);
    for (const Kind& kind : Kinds) {
        for (const Habit& habit : Habits) {
            Counted counted;
            const auto card = counted.bench.insert(kind.personalisation, optionsFor(habit.habit));
            printRun(kind.name, habit.name, "first batch", counted.bench, *card, kind.digestLength);
            printRun(kind.name, habit.name, "next batch", counted.bench, *card, kind.digestLength);
        }
    }
}

/** The exchanges are the card's, pcscd's and the virtual reader's; what is left over is Signet's. */
void CardCost::hostTime() {
    std::printf("\nTime of one signature, in ms                    all  exchanges  the rest  the check\n");
    for (const Kind& kind : Kinds) {
        for (const Habit& habit : Habits) {
            Counted counted;
            counted.bench.insert(kind.personalisation, optionsFor(habit.habit));
            const auto certificate = counted.bench.status().contents->signingCertificate;
            const auto run = openRun(counted.bench);
            for (int i = 0; i < 3; ++i)
                resultOf(counted.bench.service().sign(run, digestNumber(i, kind.digestLength), {}));
            counted.meter->clear();
            QElapsedTimer timer;
            timer.start();
            QList<QFuture<Expected<QByteArray>>> futures;
            for (int i = 0; i < Signatures; ++i)
                futures.append(counted.bench.service().sign(run, digestNumber(i, kind.digestLength), {}));
            QList<QByteArray> values;
            for (const auto& future : futures)
                values.append(resultOf(future));
            const double all = static_cast<double>(timer.nsecsElapsed()) / 1e6 / Signatures;
            const double exchanges = counted.meter->seconds() * 1000 / Signatures;
            timer.restart();
            for (int i = 0; i < Signatures; ++i)
                QVERIFY(PcscBench::fits(certificate, digestNumber(i, kind.digestLength), values[i]));
            const double check = static_cast<double>(timer.nsecsElapsed()) / 1e6 / Signatures;
            std::printf("%-18s %-12s %20.3f %10.3f %9.3f %10.3f\n", kind.name, habit.name, all, exchanges,
                        all - exchanges, check);
            counted.bench.closeRun(run);
        }
    }
}

void CardCost::shareOfTheCard() {
    std::printf("\nShare of the card's own time, at 300 ms a signature and 5 ms an exchange\n");
    std::printf("%-50s %6s   %s\n", "", "bound", "ms a signature: pcscd and reader, Signet");
    for (const Kind& kind : {Kinds[0], Kinds[2]}) {
        for (const Habit& habit : Habits) {
            VirtualCardOptions options = optionsFor(habit.habit);
            options.timePerExchange = SlowExchange;
            options.timePerSignature = SlowSignature;
            Counted counted;
            PcscBench& bench = counted.bench;
            const auto card = bench.insert(kind.personalisation, options);
            const auto run = openRun(bench);
            for (int i = 0; i < 2; ++i)  // by then it is known whether the card keeps PIN2
                resultOf(bench.service().sign(run, digestNumber(i, kind.digestLength), {}));
            counted.meter->clear();
            const int before = card->exchangeCount();
            QElapsedTimer timer;
            timer.start();
            QList<QFuture<Expected<QByteArray>>> futures;
            for (int i = 0; i < SlowSignatures; ++i)
                futures.append(bench.service().sign(run, digestNumber(i, kind.digestLength), {}));
            for (const auto& future : futures)
                resultOf(future);
            const double all = static_cast<double>(timer.nsecsElapsed()) / 1e9;
            const double own = SlowSignatures * Seconds(SlowSignature).count();
            const double least =
                Seconds(SlowSignature + habit.exchanges * SlowExchange).count() * SlowSignatures;
            const double asked = own + (card->exchangeCount() - before) * Seconds(SlowExchange).count();
            const double wire = counted.meter->seconds();
            std::printf("%-18s %-12s %16.1f %% %5.1f %% %33.2f %7.2f\n", kind.name, habit.name,
                        100 * own / all, 100 * own / least, (wire - asked) * 1000 / SlowSignatures,
                        (all - wire) * 1000 / SlowSignatures);
            std::fflush(stdout);
            bench.closeRun(run);
        }
    }
}

}  // namespace signet::test

QTEST_GUILESS_MAIN(signet::test::CardCost)
#include "tst_CardCost.moc"
