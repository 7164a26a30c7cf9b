#include "signing/batch/Recall.h"

#include "signing/batch/Encounter.h"
#include "signing/batch/KeptPages.h"

namespace signet::signing {
namespace {

using base::ErrorCode;
using base::Expected;
using base::Stage;

/** What the request takes is still there: the e-seal with its password, or a signature, which is checked like
 * any other. */
bool canSendAgain(const RunContext& ctx, const JournalBatch& batch, const JournalEntry& page) {
    switch (ctx.order.operation) {
        case Operation::Sign:
            return checkSignatureOf(batch, page).has_value();
        case Operation::Seal:
            return ctx.order.seal.has_value();
        case Operation::Archive:
            break;
    }
    return true;
}

/** A run that goes on with pages: nothing is begun anew. */
QCoro::Task<> goOn(Context ctx) {
    const Recalled& recalled = *ctx->order.recalled;
    QList<SessionKey> sent;
    std::vector<QCoro::Task<>> looks;
    for (const SessionKey key : ctx->book.underWay()) {
        const JournalEntry page = recalled.entries.value(key);
        if (isSent(page)) {
            recallRequest(*ctx, key, page);
            sent.append(key);
            looks.push_back(lookBack(ctx, key, page));
        } else {
            recallSignature(*ctx, key, recalled.batch, page);
        }
    }
    co_await allOf(std::move(looks));
    if (ctx->isOver())
        co_return;
    const bool resend = recalled.resend && !ctx->isStopping();
    for (const SessionKey key : ctx->book.inState(sent, SessionState::Unconfirmed)) {
        if (resend && canSendAgain(*ctx, recalled.batch, recalled.entries.value(key)))
            ctx->book.apply(key, SessionEvent::SendAgain);
        else
            ctx->book.settle(key);
    }
}

EndOfRun endBy(RunContext& ctx, const Expected<void>& step) {
    if (step || ctx.isOver())
        return std::nullopt;
    return step.error().at(Stage::Prepare);
}

}  // namespace

bool endUnsent(RunContext& ctx, SessionKey key) {
    const SessionState state = ctx.book.state(key);
    const bool isUnsent = state == SessionState::Picked || state == SessionState::Signed;
    if (!isUnsent || !wasSentBefore(ctx, key))
        return false;
    recallRequest(ctx, key, ctx.order.recalled->entries.value(key));
    ctx.book.settle(key);
    return true;
}

bool wasSentBefore(const RunContext& ctx, SessionKey key) {
    return ctx.order.recalled && isSent(ctx.order.recalled->entries.value(key));
}

QCoro::Task<EndOfRun> takeUp(Context ctx) {
    if (!ctx->order.journal)
        co_return std::nullopt;
    const Expected<void> claimed = co_await ctx->records.claim(ctx);
    if (!claimed && claimed.error().code() == ErrorCode::JournalNewer) {
        // Nothing can be kept, and the work can be done all the same: the person is told.
        ctx->records.goWithout(claimed.error());
        co_return std::nullopt;
    }
    EndOfRun end = endBy(*ctx, claimed);
    if (end || ctx->isEnding())
        co_return end;
    if (ctx->order.recalled) {
        co_await goOn(ctx);
        co_return end;
    }
    end = endBy(*ctx, co_await meetEarlierWork(ctx));
    if (!end && !ctx->isEnding()) {
        const QList<SessionKey> anew = ctx->book.inState(ctx->book.keys(), SessionState::Picked);
        end = endBy(*ctx, co_await ctx->records.begin(ctx, anew));
    }
    co_return end;
}

}  // namespace signet::signing
