#include "signing/batch/ChangeChunk.h"

#include <algorithm>

#include "signing/batch/Archives.h"
#include "signing/batch/CallVerdicts.h"
#include "signing/batch/ChangeCall.h"
#include "signing/batch/ChangeRequests.h"
#include "signing/batch/Choices.h"
#include "signing/batch/FileUploader.h"
#include "signing/batch/Groups.h"
#include "signing/batch/Listings.h"

namespace signet::signing {
namespace {

using base::Stage;

/** Not one of the sessions could be listed, for a reason that would meet the request just as well. */
EndOfRun unreachable(const RunContext& ctx, const QList<SessionKey>& keys) {
    const auto isHopeless = [&ctx](SessionKey key) {
        const auto failure = ctx.notListed.constFind(key);
        return failure != ctx.notListed.constEnd() && endsRun(*failure);
    };
    if (keys.isEmpty() || !std::all_of(keys.begin(), keys.end(), isHopeless))
        return std::nullopt;
    return ctx.notListed.constFind(keys.first())->error.at(Stage::Prepare);
}

/** What is there before the change, to compare with afterwards; whatever hangs is given up after a while. */
QCoro::Task<EndOfRun> lookAround(Context ctx, QList<SessionKey> keys) {
    const TimeLimit limit(ctx->preparing.get_token(), ctx->order.listingGrace);
    co_await allOf(listBefore(ctx, keys, limit.token()));
    if (ctx->isEnding())
        co_return std::nullopt;
    EndOfRun end = unreachable(*ctx, keys);
    if (end)
        co_return end;
    choose(*ctx, keys);
    if (ctx->order.operation == Operation::Archive)
        co_await allOf(validateBefore(ctx, waitingAmong(*ctx, keys), limit.token()));
    co_return std::nullopt;
}

}  // namespace

QCoro::Task<EndOfRun> prepareChange(Context ctx, ChunkPtr chunk) {
    const QList<SessionKey> files = filesWithoutSession(*ctx, chunk->keys);
    choose(*ctx, files);
    EndOfRun end = co_await uploadFiles(ctx, filesWithoutSession(*ctx, files));
    if (!end && !ctx->isEnding())
        end = co_await lookAround(ctx, waitingAmong(*ctx, chunk->keys));
    co_return end;
}

QCoro::Task<EndOfRun> carryOutChange(Context ctx, ChunkPtr chunk) {
    EndOfRun end;
    if (!ctx->isEnding())
        end = co_await sendChanges(ctx, waitingAmong(*ctx, chunk->keys));
    co_return end;
}

}  // namespace signet::signing
