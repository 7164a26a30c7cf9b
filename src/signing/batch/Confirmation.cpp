#include "signing/batch/Confirmation.h"

#include <QDeadlineTimer>
#include <algorithm>

#include "signing/batch/CloseLook.h"
#include "signing/batch/DocumentFetcher.h"
#include "signing/batch/Waiting.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Stage;
using std::chrono::milliseconds;

constexpr milliseconds FirstPause{500};
constexpr milliseconds LongestPause{8000};

QCoro::Task<> lookUp(Context ctx, SessionKey key) {
    const bool comparable = ctx->before.contains(key);
    bool carriedOut = false;
    if (comparable)
        carriedOut = co_await seesChange(ctx, key, ctx->order.confirmTime);
    if (ctx->isOver())
        co_return;
    if (carriedOut) {
        confirm(ctx, key);
        co_return;
    }
    if (comparable && !ctx->isStopping()) {
        ctx->book.update(key, [](Session& session) {
            if (session.error)
                session.error = session.error->at(Stage::Confirm);
        });
    }
    ctx->book.settle(key);
}

QCoro::Task<> confirmOne(Context ctx, SessionKey key) {
    const TimeLimit limit(ctx->abandon.get_token(), ctx->order.confirmTime + ctx->order.lastLook);
    const Look look = co_await lookClosely(ctx, key, limit.token());
    if (ctx->isOver())
        co_return;
    if (look == Look::Same) {
        ctx->book.apply(key, SessionEvent::LoseSight, Error(ErrorCode::OutcomeUnknown).at(Stage::Confirm));
        ctx->book.settle(key);
        co_return;
    }
    confirm(ctx, key);
}

}  // namespace

QCoro::Task<bool> seesChange(Context ctx, SessionKey key, milliseconds time) {
    const QDeadlineTimer deadline(time);
    const TimeLimit limit(ctx->stop.get_token(), time + ctx->order.lastLook);
    milliseconds wait = FirstPause;
    while (!ctx->isOver() && !ctx->isStopping()) {
        const milliseconds left(deadline.remainingTime());
        co_await pause(std::min(wait, left), limit.token());
        const Look look = co_await lookClosely(ctx, key, limit.token());
        if (look == Look::Changed)
            co_return true;
        if (deadline.hasExpired())
            co_return false;
        wait = std::min(wait * 2, LongestPause);
    }
    co_return false;
}

void confirm(const Context& ctx, SessionKey key) {
    ctx->book.apply(key, SessionEvent::Confirm);
    ctx->afterwork.push_back(saveAndSettle(ctx, key));
}

void loseSight(const Context& ctx, SessionKey key, const Error& cause) {
    ctx->book.apply(key, SessionEvent::LoseSight, outcomeUnknown(cause, Stage::Finalize));
    ctx->afterwork.push_back(lookUp(ctx, key));
}

Error outcomeUnknown(const Error& cause, Stage stage) {
    return Error(ErrorCode::OutcomeUnknown)
        .withServiceWords(cause.serviceCode(), cause.serviceMessage(), cause.httpStatus())
        .withDetail(base::toString(cause.code()))
        .withDetail(cause.detail())
        .at(stage);
}

QCoro::Task<> confirmAccepted(Context ctx, QList<SessionKey> keys) {
    std::vector<QCoro::Task<>> looks;
    for (const SessionKey key : keys)
        looks.push_back(confirmOne(ctx, key));
    co_await allOf(std::move(looks));
}

}  // namespace signet::signing
