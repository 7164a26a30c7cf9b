#include "signing/batch/Encounter.h"

#include "signing/batch/Choices.h"
#include "signing/batch/CloseLook.h"
#include "signing/batch/Confirmation.h"
#include "signing/batch/Groups.h"
#include "signing/batch/KeptPages.h"
#include "signing/journal/Journal.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Expected;
using base::Stage;

/** The kept signature is what the person wants now, too. */
bool isWantedNow(RunContext& ctx, SessionKey key, const UnfinishedEntry& kept) {
    if (!ctx.signer || ctx.signer->signingCertificate.der() != kept.batch.signingCertificate)
        return false;
    const std::optional<QList<Document>> before = kept.entry.before;
    ctx.book.update(key, [&before](Session& session) { session.documentsBefore = before; });
    choose(ctx, {key});
    return !isEnd(ctx.book.state(key)) && ctx.choices.value(key) == kept.entry.choice;
}

/** Kept, and neither sent nor made void: somebody else may have finalized it all the same. */
QCoro::Task<> reportKept(Context ctx, SessionKey key, UnfinishedEntry kept) {
    restore(*ctx, key, kept.entry);
    const Look look = co_await lookClosely(ctx, key, ctx->preparing.get_token());
    if (ctx->isOver())
        co_return;
    if (look == Look::Changed) {
        ctx->book.apply(key, SessionEvent::RecallRequest,
                        Error(ErrorCode::OutcomeUnknown).at(Stage::Confirm));
        confirm(ctx, key);
        co_return;
    }
    ctx->records.leaveAlone(key);
    ctx->book.fail(key, Error(ErrorCode::SignatureKept).at(Stage::Prepare));
}

QCoro::Task<> reportSent(Context ctx, SessionKey key, JournalEntry page) {
    recallRequest(*ctx, key, page);
    co_await lookBack(ctx, key, page);
    if (!ctx->isOver() && ctx->book.state(key) == SessionState::Unconfirmed)
        ctx->book.settle(key);
}

/** One session that a person picked anew, and of which the journal holds something from before. */
QCoro::Task<> meet(Context ctx, SessionKey key, UnfinishedEntry earlier) {
    const bool cancelled = earlier.entry.state == SessionState::Cancelled;
    if (isSent(earlier.entry))
        co_await reportSent(ctx, key, earlier.entry);
    else if (ctx->order.kept == KeptSignature::Send && isWantedNow(*ctx, key, earlier))
        recallSignature(*ctx, key, earlier.batch, earlier.entry);
    else if (ctx->order.kept == KeptSignature::Report && !cancelled)
        co_await reportKept(ctx, key, earlier);
}

}  // namespace

QCoro::Task<Expected<void>> meetEarlierWork(Context ctx) {
    const QHash<base::SessionId, SessionKey> keys = byIdentifier(ctx->book, ctx->book.underWay());
    if (keys.isEmpty() || ctx->order.kept == KeptSignature::Ignore)
        co_return Expected<void>();
    const auto earlier =
        co_await resultOf(ctx->order.journal->unfinishedAmong(ctx->profile.api.toString(), keys.keys()));
    if (ctx->isOver())
        co_return Expected<void>();
    if (!earlier)
        co_return tl::unexpected(earlier.error());
    std::vector<QCoro::Task<>> meetings;
    for (const UnfinishedEntry& one : *earlier) {
        if (one.batch.operation == ctx->order.operation && one.entry.session)
            meetings.push_back(meet(ctx, keys.value(*one.entry.session), one));
    }
    co_await allOf(std::move(meetings));
    co_return Expected<void>();
}

}  // namespace signet::signing
