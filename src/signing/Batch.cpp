#include "signing/Batch.h"

#include <algorithm>

#include "signing/Attendant.h"
#include "signing/ServiceDesk.h"
#include "signing/batch/CardSigner.h"
#include "signing/batch/Confirmation.h"
#include "signing/batch/DigestRequests.h"
#include "signing/batch/DocumentFetcher.h"
#include "signing/batch/FileUploader.h"
#include "signing/batch/Finalizer.h"
#include "signing/batch/Listings.h"
#include "signing/batch/SignerChoice.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::ErrorKind;
using base::Stage;

Error stopped() {
    return Error(ErrorCode::Cancelled).at(Stage::Prepare);
}

QList<QList<SessionKey>> chunksOf(const QList<SessionKey>& keys, int chunkSize) {
    const qsizetype size = std::max(1, chunkSize);
    QList<QList<SessionKey>> chunks;
    for (qsizetype first = 0; first < keys.size(); first += size)
        chunks.append(keys.sliced(first, std::min(size, keys.size() - first)));
    return chunks;
}

QList<SessionKey> filesWithoutSession(const RunContext& ctx, const QList<SessionKey>& keys) {
    QList<SessionKey> files;
    for (const SessionKey key : keys) {
        const Session& session = ctx.book.session(key);
        if (!session.id && !session.file.isEmpty())
            files.append(key);
    }
    return files;
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
EndOfRun chooseHow(RunContext& ctx) {
    if (!ctx.client)
        return Error(ErrorCode::ProfileIncomplete, {ctx.profile.name, {}}).at(Stage::Prepare);
    const auto signer = ctx.cards ? chooseSigner(*ctx.cards, ctx.order.reader, ctx.profile)
                                  : base::Expected<Signer>(base::fail(ErrorCode::NoReader));
    if (!signer)
        return signer.error().at(Stage::Prepare);
    ctx.signer = *signer;
    return std::nullopt;
}

/** The PIN, once, and the signatures of what is prepared in this chunk. */
QCoro::Task<EndOfRun> signPrepared(Context ctx, QList<SessionKey> chunk) {
    const QList<SessionKey> prepared = ctx->book.inState(chunk, SessionState::Prepared);
    EndOfRun end;
    if (prepared.isEmpty())
        co_return end;
    if (!ctx->cardRun)
        end = co_await openCard(ctx);
    if (!end && !ctx->isOver())
        end = co_await signOnCard(ctx, prepared);
    co_return end;
}

/** The requests that change something. The listings have come, or failed, or had their time, before the first
 * of them leaves: a signature that is made does not wait long for a comparison. */
QCoro::Task<> finalizeSigned(Context ctx, QList<SessionKey> chunk, std::vector<QCoro::Task<>> listings,
                             std::shared_ptr<TimeLimit> listingLimit) {
    const QList<SessionKey> made = ctx->book.inState(chunk, SessionState::Signed);
    if (made.isEmpty() || ctx->isOver()) {
        listingLimit->endNow();
        co_return;
    }
    listingLimit->start(ctx->order.listingGrace);
    co_await allOf(std::move(listings));
    if (!ctx->isOver() && !ctx->isStopping())
        co_await finalizeSessions(ctx, made);
}

QCoro::Task<EndOfRun> signChunk(Context ctx, QList<SessionKey> chunk) {
    EndOfRun end = co_await uploadFiles(ctx, filesWithoutSession(*ctx, chunk));
    if (end || ctx->isOver())
        co_return end;
    QList<SessionKey> ready = ctx->book.inState(chunk, SessionState::Picked);
    ready += ctx->book.inState(chunk, SessionState::Preparing);
    for (const SessionKey key : std::as_const(ready))
        ctx->choices.insert(key, planUnseen(ctx->book.session(key).form.value_or(ctx->order.form)));
    const auto listingLimit = std::make_shared<TimeLimit>(ctx->stop.get_token());
    std::vector<QCoro::Task<>> listings = listBefore(ctx, ready, listingLimit->token());
    end = co_await prepareSessions(ctx, ready);
    if (!end && !ctx->isOver())
        end = co_await signPrepared(ctx, chunk);
    // What has been signed before the trouble came is finalized all the same.
    co_await finalizeSigned(ctx, chunk, std::move(listings), listingLimit);
    co_return end;
}

QCoro::Task<EndOfRun> signAll(Context ctx) {
    const auto chunks =
        chunksOf(ctx->book.inState(ctx->book.keys(), SessionState::Picked), ctx->order.chunkSize);
    for (const QList<SessionKey>& chunk : chunks) {
        EndOfRun end = co_await signChunk(ctx, chunk);
        if (!end && (ctx->isOver() || ctx->isStopping()))
            end = stopped();
        if (end)
            co_return end;
    }
    co_return std::nullopt;
}

/** Whatever has no end yet gets the one that the cause asks for. */
void endRest(RunContext& ctx, const EndOfRun& end) {
    const QList<SessionKey> rest = ctx.book.underWay();
    const Error cause = end.value_or(Error(ErrorCode::InternalError).at(Stage::Sign));
    Q_ASSERT(end || rest.isEmpty());
    const bool cancelled = ctx.isStopping() || cause.kind() == ErrorKind::Cancelled;
    for (const SessionKey key : rest) {
        if (ctx.book.state(key) == SessionState::Finalizing)
            loseSight(ctx.shared_from_this(), key, cause);
        else if (cancelled)
            ctx.book.cancel(key);
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
        run->endedBy = chooseHow(*ctx);
        if (!run->endedBy && !ctx->isOver())
            run->endedBy = co_await signAll(ctx);
        closeCard(*ctx);
        if (!ctx->isOver())
            endRest(*ctx, run->endedBy);
        co_await finishAfterwork(ctx);
        run->end();
    }

    /** Settles everything as it stands, at once. */
    void abandon() {
        for (const SessionKey key : ctx->book.underWay()) {
            if (ctx->book.state(key) != SessionState::Finalizing)
                ctx->book.cancel(key);
            else
                ctx->book.apply(key, SessionEvent::LoseSight,
                                Error(ErrorCode::OutcomeUnknown).at(Stage::Finalize));
        }
        for (const SessionKey key : ctx->book.keys())
            settleUnsaved(key);
        closeCard(*ctx);
        end();
        ctx->abandon.request_stop();
    }

    /** Tells nobody any more, and touches nothing. */
    void leave() {
        ctx->book.close();
        onEnd = nullptr;
        closeCard(*ctx);
        ctx->stop.request_stop();
        ctx->abandon.request_stop();
    }

    Context ctx;
    std::function<void(const BatchSummary&)> onEnd;
    EndOfRun endedBy;

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
        summary.endedBy = cutShort ? stopped() : endedBy;
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
    auto ctx = std::make_shared<RunContext>(sessions, order.operation, order.sessions, std::move(listeners));
    ctx->order = std::move(order);
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
    m_run->ctx->stop.request_stop();
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
    return progress;
}

const std::optional<BatchSummary>& Batch::summary() const {
    return m_summary;
}

void Batch::finish(const BatchSummary& summary) {
    m_summary = summary;
    // Later: whoever hears it may destroy this batch, and a step of the run may still be on the stack.
    QMetaObject::invokeMethod(this, &Batch::finished, Qt::QueuedConnection);
}

}  // namespace signet::signing
