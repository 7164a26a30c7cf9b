#include "signing/batch/SignChunk.h"

#include "signing/batch/CardSigner.h"
#include "signing/batch/ChangeRequests.h"
#include "signing/batch/Choices.h"
#include "signing/batch/DigestRequests.h"
#include "signing/batch/FileUploader.h"
#include "signing/batch/Groups.h"
#include "signing/batch/Listings.h"

namespace signet::signing {
namespace {

/** The digests, for each choice in a request of its own. */
QCoro::Task<EndOfRun> prepareAll(Context ctx, QList<SessionKey> keys) {
    for (const QList<SessionKey>& group : byChoice(keys, ctx->choices)) {
        EndOfRun end = co_await prepareSessions(ctx, group);
        if (end || ctx->isEnding())
            co_return end;
    }
    co_return std::nullopt;
}

/** Those whose form depends on their documents are listed before anything is asked for. */
QCoro::Task<> listUndecided(Context ctx, QList<SessionKey> keys) {
    const TimeLimit limit(ctx->preparing.get_token(), ctx->order.listingGrace);
    co_await allOf(listBefore(ctx, keys, limit.token()));
}

/** What can be prepared: there is a session, and a choice that is possible. */
QList<SessionKey> preparable(const RunContext& ctx, const QList<SessionKey>& chunk) {
    return ctx.book.inState(chunk, SessionState::Picked) + ctx.book.inState(chunk, SessionState::Preparing);
}

}  // namespace

QCoro::Task<EndOfRun> prepareChunk(Context ctx, ChunkPtr chunk) {
    const QList<SessionKey> files = filesWithoutSession(*ctx, chunk->keys);
    choose(*ctx, files);
    EndOfRun end = co_await uploadFiles(ctx, filesWithoutSession(*ctx, files));
    if (end || ctx->isEnding())
        co_return end;
    const QList<SessionKey> unseen = undecided(*ctx, preparable(*ctx, chunk->keys));
    co_await listUndecided(ctx, unseen);
    if (ctx->isEnding())
        co_return end;
    choose(*ctx, preparable(*ctx, chunk->keys));
    const QList<SessionKey> ready = preparable(*ctx, chunk->keys);
    chunk->listingLimit = std::make_shared<TimeLimit>(ctx->stop.get_token());
    chunk->listings = listBefore(ctx, without(ready, unseen), chunk->listingLimit->token());
    end = co_await prepareAll(ctx, ready);
    co_return end;
}

QCoro::Task<EndOfRun> signChunk(Context ctx, ChunkPtr chunk, bool last) {
    const QList<SessionKey> prepared = ctx->book.inState(chunk->keys, SessionState::Prepared);
    EndOfRun end;
    if (!prepared.isEmpty())
        end = co_await signOnCard(ctx, prepared);
    if (last)
        closeCard(*ctx);
    co_return end;
}

/** The listings have come, or failed, or had their time, before the first request leaves: a signature that is
 * made does not wait long for a comparison. */
QCoro::Task<EndOfRun> finalizeChunk(Context ctx, ChunkPtr chunk) {
    EndOfRun end;
    const QList<SessionKey> made = ctx->book.inState(chunk->keys, SessionState::Signed);
    if (made.isEmpty())
        co_return end;
    if (chunk->listingLimit)
        chunk->listingLimit->start(ctx->order.listingGrace);
    co_await allOf(std::move(chunk->listings));
    if (!ctx->isOver() && !ctx->isStopping())
        end = co_await sendChanges(ctx, made);
    co_return end;
}

}  // namespace signet::signing
