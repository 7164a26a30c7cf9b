#include "card/CardService.h"

#include <QPromise>
#include <QTimer>
#include <map>
#include <thread>

#include "card/CardMailbox.h"
#include "card/CardThread.h"
#include "card/ReaderTable.h"

namespace signet::card {
namespace {

using base::Error;
using base::ErrorCode;
using base::fail;
using namespace std::chrono_literals;

constexpr auto RetryPause = 2s;

}  // namespace

class CardService::Private {
public:
    Private(CardService* service, std::shared_ptr<CardReaders> readers, const CardLimits& limits);
    ~Private();
    Q_DISABLE_COPY_MOVE(Private)

    /** The number is the job's. */
    template <typename T>
    using Convert = std::function<Expected<T>(quint64, Expected<CardResult>&&)>;
    template <typename T, typename Work>
    QFuture<Expected<T>> post(const QString& reader, Work&& work, Convert<T> convert);
    template <typename T>
    static QFuture<Expected<T>> finished(Expected<T> result);

    void readCard(const QString& reader);
    void readTries(const QString& reader);

    /** What the reader is said to hold may be true no longer. */
    void noteTrouble(const QString& reader, const Error& error);

    struct Run {
        QString reader;
        std::optional<Error> trouble;  ///< the last
    };

    ReaderTable table;
    std::map<RunId, Run> runs;
    std::map<RunId, Error> endedRuns;  // by a card that fell silent

private:
    using Finish = std::function<void(Expected<CardResult>&&)>;
    struct Pending {
        QString reader;
        Finish finish;
    };

    quint64 nextNumber() { return ++m_lastNumber; }
    void startThread();
    void watch();
    void enqueue(quint64 number, const QString& reader, CardJob&& job, Finish finish);
    void takeNews();
    void handle(CardReport&& report);
    void handle(ReaderListing&& listing);
    void checkDeadline();
    void replaceThread(const OverdueCall& hung);
    void scheduleRetry();
    void finishPending(quint64 number, Expected<CardResult>&& result);

    CardService* m_service;
    std::shared_ptr<CardReaders> m_readers;
    CardLimits m_limits;
    QTimer m_deadline;
    QTimer m_retry;
    std::shared_ptr<CardMailbox> m_mailbox;
    std::unique_ptr<CardThread> m_thread;
    std::unique_ptr<ReaderWatch> m_watch;
    std::thread m_watchThread;
    std::map<quint64, Pending> m_pending;
    quint64 m_lastNumber = 0;
};

CardService::Private::Private(CardService* service, std::shared_ptr<CardReaders> readers,
                              const CardLimits& limits)
    : m_service(service),
      m_readers(std::move(readers)),
      m_limits(limits),
      m_mailbox(std::make_shared<CardMailbox>(service, [this] { takeNews(); })),
      m_watch(m_readers->watch()) {
    const auto shortest = std::min(limits.exchange, limits.waiting);
    m_deadline.setInterval(std::clamp(shortest / 10, 10ms, 500ms));
    QObject::connect(&m_deadline, &QTimer::timeout, service, [this] { checkDeadline(); });
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryPause);
    QObject::connect(&m_retry, &QTimer::timeout, service, [this] {
        for (const QString& reader : table.worthRetrying())
            readCard(reader);
    });
    startThread();
    m_watchThread = std::thread([this] { watch(); });
}

CardService::Private::~Private() {
    m_watch->cancel();
    m_watchThread.join();
    m_thread.reset();
    // what the card gave in the last moment is still delivered
    takeNews();
    m_mailbox->close();
    while (!m_pending.empty())
        finishPending(m_pending.begin()->first, fail(ErrorCode::Cancelled));
}

void CardService::Private::startThread() {
    m_thread = std::make_unique<CardThread>(
        m_readers, m_limits, [mailbox = m_mailbox](CardReport&& report) { mailbox->put(std::move(report)); });
}

/** In the watching thread. */
void CardService::Private::watch() {
    while (true) {
        ReaderListing listing = m_watch->next();
        if (!listing && listing.error().code() == ErrorCode::Cancelled)
            return;
        m_mailbox->put(std::move(listing));
    }
}

template <typename T>
QFuture<Expected<T>> CardService::Private::finished(Expected<T> result) {
    QPromise<Expected<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

template <typename T, typename Work>
QFuture<Expected<T>> CardService::Private::post(const QString& reader, Work&& work, Convert<T> convert) {
    const auto promise = std::make_shared<QPromise<Expected<T>>>();
    promise->start();
    const quint64 number = nextNumber();
    enqueue(number, reader, CardJob{number, std::forward<Work>(work)},
            [promise, number, convert = std::move(convert)](Expected<CardResult>&& result) {
                promise->addResult(convert(number, std::move(result)));
                promise->finish();
            });
    return promise->future();
}

void CardService::Private::enqueue(quint64 number, const QString& reader, CardJob&& job, Finish finish) {
    m_pending[number] = Pending{reader, std::move(finish)};
    if (!m_thread)
        return;  // the service comes to its end
    m_thread->post(std::move(job));
    if (!m_deadline.isActive())
        m_deadline.start();
}

void CardService::Private::readCard(const QString& reader) {
    const quint64 number = nextNumber();
    table.startReading(reader, number);
    enqueue(
        number, reader, CardJob{number, ReadCardJob{reader}}, [this, number](Expected<CardResult>&& result) {
            const auto contents = result ? Expected<CardContents>(std::get<CardContents>(std::move(*result)))
                                         : Expected<CardContents>(tl::unexpected(result.error()));
            table.finishReading(number, contents);
            scheduleRetry();
            Q_EMIT m_service->changed();
        });
}

void CardService::Private::readTries(const QString& reader) {
    const quint64 number = nextNumber();
    enqueue(number, reader, CardJob{number, ReadTriesJob{reader}},
            [this, reader](Expected<CardResult>&& result) {
                if (!result)
                    return;
                table.setTries(reader, std::get<std::optional<PinTries>>(*result));
                Q_EMIT m_service->changed();
            });
}

/** Where the card's answer to PIN2 was lost, only the card knows of its tries. */
void CardService::Private::noteTrouble(const QString& reader, const Error& error) {
    const bool isOtherCard = error.code() == ErrorCode::CardChanged;
    const bool isToldOfTries =
        error.kind() == base::ErrorKind::Cancelled ||
        (error.kind() == base::ErrorKind::Pin && error.code() != ErrorCode::PinLastTry);
    if (isOtherCard && table.hasCard(reader) && !table.hungBy(reader))
        readCard(reader);
    else if (!isToldOfTries)
        m_service->refresh(reader);
}

void CardService::Private::scheduleRetry() {
    if (table.hasWorthRetrying() && !m_retry.isActive())
        m_retry.start();
}

void CardService::Private::takeNews() {
    while (std::optional<CardNews> news = m_mailbox->takeNow())
        std::visit([this](auto&& value) { handle(std::move(value)); }, std::move(*news));
}

void CardService::Private::handle(CardReport&& report) {
    if (report.pad && report.pad->purpose == PadPurpose::Signing)
        Q_EMIT m_service->padChanged(*report.pad);
    else if (report.pad)
        Q_EMIT m_service->carePadChanged(*report.pad);
    else if (report.freedReader.isEmpty())
        finishPending(report.number, std::move(report.result));
    else if (table.release(report.freedReader))
        readCard(report.freedReader);
}

void CardService::Private::handle(ReaderListing&& listing) {
    for (const QString& reader : table.update(listing))
        readCard(reader);
    Q_EMIT m_service->changed();
}

void CardService::Private::finishPending(quint64 number, Expected<CardResult>&& result) {
    auto job = m_pending.extract(number);
    if (job.empty())
        return;  // of a thread that was given up
    if (m_pending.empty())
        m_deadline.stop();
    job.mapped().finish(std::move(result));
}

void CardService::Private::checkDeadline() {
    const std::optional<OverdueCall> hung = m_thread->abandonIfOverdue(CallClock::Clock::now());
    if (hung)
        replaceThread(*hung);
}

/** The card thread hangs: its work for this card and its open runs end here, everything else goes to a new
 * one. */
void CardService::Private::replaceThread(const OverdueCall& hung) {
    const Error error(hung.waitedForOthers ? ErrorCode::CardInUse : ErrorCode::CardSilent);
    std::map<quint64, Pending> lost;
    lost.swap(m_pending);
    std::vector<CardJob> queued = m_thread->takeQueued();
    startThread();
    for (CardJob& job : queued) {
        const bool ofRun =
            std::holds_alternative<SignJob>(job.work) || std::holds_alternative<CloseRunJob>(job.work);
        auto pending = lost.find(job.number);
        if (pending == lost.end() || ofRun || pending->second.reader == hung.reader)
            continue;
        const quint64 number = job.number;
        enqueue(number, pending->second.reader, std::move(job), std::move(pending->second.finish));
        lost.erase(pending);
    }
    for (const auto& [run, its] : runs)
        endedRuns.emplace(run, error);
    runs.clear();
    if (m_pending.empty())
        m_deadline.stop();
    table.setHung(hung.reader, error);  // before anybody hears of it, and asks that card again
    for (auto& [number, pending] : lost)
        pending.finish(tl::unexpected(error));
    Q_EMIT m_service->changed();
}

CardService::CardService(std::shared_ptr<CardReaders> readers, QObject* parent)
    : CardService(std::move(readers), CardLimits(), parent) {}

CardService::CardService(std::shared_ptr<CardReaders> readers, const CardLimits& limits, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(readers), limits)) {}

CardService::~CardService() = default;

QList<ReaderStatus> CardService::readers() const {
    return d->table.statuses();
}

std::optional<Error> CardService::problem() const {
    return d->table.problem();
}

bool CardService::isSettled() const {
    return d->table.isSettled();
}

void CardService::refresh(const QString& reader) {
    if (d->table.hungBy(reader) || !d->table.hasCard(reader))
        return;
    if (d->table.isUsable(reader))
        d->readTries(reader);
    else
        d->readCard(reader);
}

QFuture<Expected<CardService::RunId>> CardService::openRun(SigningRunRequest request) {
    const QString reader = request.reader;
    const std::optional<Error> hung = d->table.hungBy(reader);
    if (hung)
        return Private::finished<RunId>(tl::unexpected(*hung));
    return d->post<RunId>(reader, OpenRunJob{std::move(request)},
                          [this, reader](quint64 number, Expected<CardResult>&& result) -> Expected<RunId> {
                              if (!result) {
                                  d->table.noteRefused(reader, result.error());
                                  d->noteTrouble(reader, result.error());
                                  Q_EMIT changed();
                                  return tl::unexpected(result.error());
                              }
                              d->runs.emplace(number, Private::Run{reader, {}});
                              d->table.noteVerified(reader);
                              Q_EMIT changed();
                              return number;
                          });
}

QFuture<Expected<QByteArray>> CardService::sign(RunId run, crypto::Digest digest, std::stop_token stop) {
    const auto ended = d->endedRuns.find(run);
    if (ended != d->endedRuns.end())
        return Private::finished<QByteArray>(tl::unexpected(ended->second));
    const auto found = d->runs.find(run);
    const QString reader = found == d->runs.end() ? QString() : found->second.reader;
    return d->post<QByteArray>(
        reader, SignJob{run, std::move(digest), std::move(stop)},
        [this, run, reader](quint64, Expected<CardResult>&& result) -> Expected<QByteArray> {
            if (!result) {
                const auto troubled = d->runs.find(run);
                if (troubled != d->runs.end() && result.error().code() != ErrorCode::Cancelled)
                    troubled->second.trouble = result.error();
                if (d->table.noteRefused(reader, result.error()))
                    Q_EMIT changed();
                return tl::unexpected(result.error());
            }
            return std::get<QByteArray>(std::move(*result));
        });
}

QFuture<Expected<void>> CardService::closeRun(RunId run) {
    if (d->endedRuns.erase(run) > 0)
        return Private::finished<void>({});
    const auto found = d->runs.extract(run);
    const Private::Run its = found.empty() ? Private::Run() : found.mapped();
    return d->post<void>(its.reader, CloseRunJob{run},
                         [this, its](quint64, Expected<CardResult>&& result) -> Expected<void> {
                             if (its.trouble)
                                 d->noteTrouble(its.reader, *its.trouble);
                             if (!result)
                                 return tl::unexpected(result.error());
                             return {};
                         });
}

QFuture<Expected<PinStates>> CardService::carePins(PinCareRequest request) {
    const QString reader = request.reader;
    const bool changes = request.deed != PinCareRequest::Deed::Look;
    const QString pin = nameOf(request.pin);
    const std::optional<Error> hung = d->table.hungBy(reader);
    if (hung)
        return Private::finished<PinStates>(tl::unexpected(*hung));
    return d->post<PinStates>(
        reader, PinCareJob{std::move(request)},
        [this, reader, changes, pin](quint64, Expected<CardResult>&& result) -> Expected<PinStates> {
            if (!result) {
                if (d->table.noteRefused(reader, result.error()))
                    Q_EMIT changed();
                // at which moment it fell silent, nobody knows
                if (changes && result.error().code() == ErrorCode::CardSilent)
                    return fail(ErrorCode::PinOutcomeUnknown, QStringList{pin}, result.error().publicCode());
                return tl::unexpected(result.error());
            }
            PinStates states = std::get<PinStates>(std::move(*result));
            d->table.setTries(reader, states.pin2.tries);
            Q_EMIT changed();
            return states;
        });
}

void CardService::distrust(const crypto::Certificate& signingCertificate) {
    d->post<void>(QString(), ForgetCardJob{signingCertificate},
                  [](quint64, Expected<CardResult>&&) -> Expected<void> { return {}; });
}

bool CardService::hasAbandonedThread() {
    return CardThread::anyAbandoned();
}

}  // namespace signet::card
