#include "signing/Batch.h"

#include <QPointer>

#include "signing/Attendant.h"
#include "signing/ServiceDesk.h"
#include "signing/batch/CardSigner.h"
#include "signing/batch/Confirmation.h"
#include "signing/batch/DocumentFetcher.h"
#include "signing/batch/Equipment.h"
#include "signing/batch/Pipeline.h"
#include "signing/batch/Recall.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Stage;

Error stopped() {
    return Error(ErrorCode::Cancelled).at(Stage::Prepare);
}

/** Rows that name neither a session nor a file: nothing can be done with them. */
void failNameless(RunContext& ctx) {
    for (const SessionKey key : ctx.book.inState(ctx.book.keys(), SessionState::Picked)) {
        const Session& session = ctx.book.session(key);
        if (!session.id && session.file.isEmpty())
            ctx.book.fail(key, Error(ErrorCode::IdentifierInvalid, {session.entered}).at(Stage::Pick));
    }
}

/** What keeps the run from beginning at all. */
EndOfRun prepareRun(RunContext& ctx) {
    if (!ctx.client)
        return Error(ErrorCode::ProfileIncomplete, {ctx.profile.name, {}}).at(Stage::Prepare);
    const auto equipped = equip(ctx);
    if (!equipped)
        return equipped.error().at(Stage::Prepare);
    return std::nullopt;
}

/** Nothing was sent; a signature that was made is not lost. */
void cancel(RunContext& ctx, SessionKey key, ErrorCode why = ErrorCode::Cancelled) {
    const bool isKept = ctx.book.state(key) == SessionState::Signed && ctx.records.has(key);
    ctx.book.cancel(key, isKept ? ErrorCode::SignatureUnsent : why);
}

/** Whatever has no end yet gets the one that the cause asks for. */
void endRest(RunContext& ctx) {
    const QList<SessionKey> rest = ctx.book.underWay();
    const Error cause = ctx.endedBy.value_or(Error(ErrorCode::InternalError).at(Stage::Sign));
    Q_ASSERT(ctx.endedBy || rest.isEmpty());
    const bool cancelled = ctx.isStopping() || cause.kind() == ErrorKind::Cancelled;
    const bool atPad = !ctx.isStopping() && cause.code() == ErrorCode::PinPadCancelled;
    for (const SessionKey key : rest) {
        if (endUnsent(ctx, key))
            continue;
        if (ctx.book.state(key) == SessionState::Finalizing)
            loseSight(ctx.shared_from_this(), key, cause);
        else if (cancelled)
            cancel(ctx, key, atPad ? ErrorCode::PinPadCancelled : ErrorCode::Cancelled);
        else
            ctx.book.fail(key, cause);
    }
}

/** Look-ups and downloads, and those that they lead to. */
QCoro::Task<> finishAfterwork(Context ctx) {
    while (!ctx->afterwork.empty()) {
        std::vector<QCoro::Task<>> tasks = std::move(ctx->afterwork);
        ctx->afterwork.clear();
        co_await allOf(std::move(tasks));
    }
}

}  // namespace

/** One run, which may outlive its batch: a coroutine that still waits for a card holds it. */
class Batch::Run {
public:
    explicit Run(Context context) : ctx(std::move(context)) {}

    static QCoro::Task<> carryOut(std::shared_ptr<Run> run) {
        const Context ctx = run->ctx;
        co_await pause(std::chrono::milliseconds(0), std::stop_token());
        if (!ctx->isOver())
            ctx->book.begin();
        failNameless(*ctx);
        ctx->endWith(prepareRun(*ctx));
        if (ctx->order.operation != Operation::Sign)
            ctx->book.startPace();
        if (!ctx->isEnding())
            ctx->endWith(co_await takeUp(ctx));
        if (!ctx->isEnding())
            co_await workThrough(ctx, ctx->book.inState(ctx->book.keys(), SessionState::Picked));
        if (ctx->isStopping())
            ctx->endWith(stopped());
        closeCard(*ctx);
        if (!ctx->isOver())
            endRest(*ctx);
        co_await finishAfterwork(ctx);
        co_await ctx->records.close(ctx);
        run->end();
    }

    /** Settles everything as it stands, at once. */
    void abandon() {
        for (const SessionKey key : ctx->book.underWay()) {
            if (endUnsent(*ctx, key))
                continue;
            if (ctx->book.state(key) != SessionState::Finalizing)
                cancel(*ctx, key);
            else
                ctx->book.apply(key, SessionEvent::LoseSight,
                                Error(ErrorCode::OutcomeUnknown).at(Stage::Finalize));
        }
        for (const SessionKey key : ctx->book.keys())
            settleUnsaved(key);
        closeCard(*ctx);
        ctx->records.closeNow();
        end();
        ctx->abandon.request_stop();
    }

    /** Tells nobody any more, and touches nothing. */
    void leave() {
        ctx->book.close();
        onEnd = nullptr;
        closeCard(*ctx);
        ctx->requestStop();
        ctx->abandon.request_stop();
    }

    Context ctx;
    std::function<void(const BatchSummary&)> onEnd;

private:
    void settleUnsaved(SessionKey key) {
        if (ctx->book.isSettled(key))
            return;
        const Session& session = ctx->book.session(key);
        const bool wanted = session.state == SessionState::Finalized && session.savedAs.isEmpty() &&
                            !folderFor(ctx->order, session).isEmpty();
        if (wanted) {
            ctx->book.update(key, [](Session& changed) {
                changed.saveError = Error(ErrorCode::DocumentNotFetched).at(Stage::Confirm);
            });
        }
        ctx->book.settle(key);
    }

    void end() {
        if (ctx->isOver())
            return;
        BatchSummary summary = ctx->book.summary();
        const bool cutShort = ctx->isStopping() && summary.finalized != summary.picked;
        summary.journalTrouble = ctx->records.trouble();
        summary.endedBy = cutShort ? stopped() : ctx->endedBy;
        ctx->book.close();
        if (onEnd)
            onEnd(summary);
    }
};

Batch::Batch(SessionList& sessions, ServiceDesk& service, BatchOrder order, CardDesk* cards,
             Attendant* attendant, QObject* parent)
    : QObject(parent) {
    RunBook::Listeners listeners;
    listeners.progressChanged = [this] { Q_EMIT progressChanged(); };
    listeners.settled = [this](SessionKey key) { Q_EMIT settled(key); };
    auto ctx = std::make_shared<RunContext>(sessions, std::move(order), std::move(listeners));
    ctx->onRetry = [self = QPointer(this)](std::chrono::milliseconds pause, const Error& cause) {
        if (self)
            self->noteRetry(pause, cause);
    };
    connect(&service, &ServiceDesk::retrying, this, &Batch::noteRetry);
    ctx->profile = service.profile().value_or(Profile());
    ctx->client = service.client();
    ctx->cards = cards;
    ctx->attendant = attendant;
    m_run = std::make_shared<Run>(std::move(ctx));
    m_run->onEnd = [this](const BatchSummary& summary) { finish(summary); };
}

Batch::~Batch() {
    m_run->leave();
}

void Batch::start() {
    if (!m_task)
        m_task.emplace(Run::carryOut(m_run));
}

bool Batch::isRunning() const {
    return m_task && !m_summary;
}

void Batch::requestStop() {
    if (!isRunning() || m_run->ctx->isStopping())
        return;
    m_run->ctx->requestStop();
    if (m_run->ctx->attendant)
        m_run->ctx->attendant->dismiss();
    Q_EMIT progressChanged();
}

void Batch::abandon() {
    if (!isRunning())
        return;
    requestStop();
    m_run->abandon();
}

BatchProgress Batch::progress() const {
    BatchProgress progress = m_run->ctx->book.progress();
    progress.stopping = isRunning() && m_run->ctx->isStopping();
    if (m_retry && m_retry->at > QDateTime::currentDateTimeUtc())
        progress.retry = m_retry;
    return progress;
}

const std::optional<BatchSummary>& Batch::summary() const {
    return m_summary;
}

void Batch::noteRetry(std::chrono::milliseconds pause, const Error& cause) {
    if (!isRunning())
        return;
    m_retry = RetryNotice{QDateTime::currentDateTimeUtc().addMSecs(pause.count()), cause};
    Q_EMIT progressChanged();
}

void Batch::finish(const BatchSummary& summary) {
    m_summary = summary;
    // Later: whoever hears it may destroy this batch, and a step of the run may still be on the stack.
    QMetaObject::invokeMethod(this, &Batch::finished, Qt::QueuedConnection);
}

}  // namespace signet::signing
