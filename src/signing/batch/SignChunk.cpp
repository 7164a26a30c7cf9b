#include "signing/batch/SignChunk.h"

#include <algorithm>

#include "signing/batch/CardSigner.h"
#include "signing/batch/ChangeRequests.h"
#include "signing/batch/Choices.h"
#include "signing/batch/DigestRequests.h"
#include "signing/batch/FileUploader.h"
#include "signing/batch/Groups.h"
#include "signing/batch/Listings.h"

namespace signet::signing {
namespace {

bool isMoreToSign(const RunContext& ctx) {
    const QList<SessionKey> rest = ctx.book.underWay();
    return std::any_of(rest.begin(), rest.end(), [&ctx](SessionKey key) {
        const SessionState state = ctx.book.state(key);
        return state == SessionState::Picked || state == SessionState::Preparing ||
               state == SessionState::Prepared;
    });
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
    // The PIN does not wait for the service's answers.
    if (!isMoreToSign(*ctx))
        closeCard(*ctx);
    co_return end;
}

/** The requests that change something. The listings have come, or failed, or had their time, before the first
 * of them leaves: a signature that is made does not wait long for a comparison. */
QCoro::Task<EndOfRun> finalizeSigned(Context ctx, QList<SessionKey> chunk,
                                     std::vector<QCoro::Task<>> listings,
                                     std::shared_ptr<TimeLimit> listingLimit) {
    EndOfRun end;
    const QList<SessionKey> made = ctx->book.inState(chunk, SessionState::Signed);
    if (made.isEmpty() || ctx->isOver()) {
        listingLimit->endNow();
        co_return end;
    }
    listingLimit->start(ctx->order.listingGrace);
    co_await allOf(std::move(listings));
    if (!ctx->isOver() && !ctx->isStopping())
        end = co_await sendChanges(ctx, made);
    co_return end;
}

/** The digests, for each choice in a request of its own. */
QCoro::Task<EndOfRun> prepareAll(Context ctx, QList<SessionKey> keys) {
    for (const QList<SessionKey>& group : byChoice(keys, ctx->choices)) {
        EndOfRun end = co_await prepareSessions(ctx, group);
        if (end || ctx->isOver())
            co_return end;
    }
    co_return std::nullopt;
}

/** Those whose form depends on their documents are listed before anything is asked for. */
QCoro::Task<> listUndecided(Context ctx, QList<SessionKey> keys) {
    const TimeLimit limit(ctx->stop.get_token(), ctx->order.listingGrace);
    co_await allOf(listBefore(ctx, keys, limit.token()));
}

/** What can be prepared: there is a session, and a choice that is possible. */
QList<SessionKey> preparable(const RunContext& ctx, const QList<SessionKey>& chunk) {
    return ctx.book.inState(chunk, SessionState::Picked) + ctx.book.inState(chunk, SessionState::Preparing);
}

}  // namespace

QCoro::Task<EndOfRun> signChunk(Context ctx, QList<SessionKey> chunk) {
    choose(*ctx, filesWithoutSession(*ctx, chunk));
    EndOfRun end = co_await uploadFiles(ctx, filesWithoutSession(*ctx, chunk));
    if (end || ctx->isOver())
        co_return end;
    const QList<SessionKey> unseen = undecided(*ctx, preparable(*ctx, chunk));
    co_await listUndecided(ctx, unseen);
    if (ctx->isOver() || ctx->isStopping())
        co_return end;
    choose(*ctx, preparable(*ctx, chunk));
    const QList<SessionKey> ready = preparable(*ctx, chunk);
    const auto listingLimit = std::make_shared<TimeLimit>(ctx->stop.get_token());
    std::vector<QCoro::Task<>> listings = listBefore(ctx, without(ready, unseen), listingLimit->token());
    end = co_await prepareAll(ctx, ready);
    if (!end && !ctx->isOver())
        end = co_await signPrepared(ctx, chunk);
    // What has been signed before the trouble came is finalized all the same.
    const EndOfRun unsent = co_await finalizeSigned(ctx, chunk, std::move(listings), listingLimit);
    co_return end ? end : unsent;
}

}  // namespace signet::signing
