#include "signing/batch/ChangeRequests.h"

#include <algorithm>

#include "signing/batch/CallVerdicts.h"
#include "signing/batch/ChangeCall.h"
#include "signing/batch/CloseLook.h"
#include "signing/batch/Confirmation.h"
#include "signing/batch/Groups.h"
#include "signing/batch/Recall.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Stage;
using signapi::ChangeOutcome;

/** Sessions that go into one request. */
struct Group {
    QList<SessionKey> keys;
    int retries = 0;             ///< how often it could not be sent, or was to come later
    bool refusedBefore = false;  ///< in a request that was refused as a whole
    RefusedWholePtr partOf;      ///< that request, where it named none of its sessions
};
using Groups = QList<Group>;

struct Refusal {
    SessionKey key = 0;
    Error error;
    bool refusedBefore = false;
};

/** What a request leads to: others that are still to be sent, or the run's end. */
struct Consequence {
    Groups again;
    EndOfRun end;
};

void takeBack(RunContext& ctx, const QList<SessionKey>& keys) {
    for (const SessionKey key : ctx.book.inState(keys, SessionState::Finalizing))
        ctx.book.apply(key, SessionEvent::Resend);
}

/** The service may mean: done already (signapi.md 10.3). */
bool saysAlready(const Error& error) {
    const QLatin1StringView already("already");
    return error.serviceMessage().contains(already, Qt::CaseInsensitive) ||
           error.serviceCode().contains(already, Qt::CaseInsensitive);
}

/** After a refusal: the request may have been carried out all the same. What had left in an earlier run is
 * refused for that very reason, too; the others only where the service said something of the kind. */
bool leavesDoubt(const RunContext& ctx, const Refusal& refusal, Look look) {
    if (wasSentBefore(ctx, refusal.key))
        return look == Look::Impossible || saysAlready(refusal.error);
    return look == Look::Impossible && refusal.refusedBefore && saysAlready(refusal.error);
}

/** A refusal of one session is final, unless it may only say that the work is done. */
QCoro::Task<> takeRefusal(Context ctx, Refusal refusal) {
    const Error error = refusal.error.at(Stage::Finalize);
    Look look = Look::Same;
    if (refusal.refusedBefore || saysAlready(error) || wasSentBefore(*ctx, refusal.key))
        look = co_await lookClosely(ctx, refusal.key, ctx->abandon.get_token());
    if (ctx->isOver())
        co_return;
    if (look == Look::Changed)
        confirm(ctx, refusal.key);
    else if (leavesDoubt(*ctx, refusal, look))
        loseSight(ctx, refusal.key, error);
    else
        ctx->book.fail(refusal.key, error);
}

QCoro::Task<> takeRefusals(Context ctx, QList<Refusal> refusals) {
    std::vector<QCoro::Task<>> tasks;
    for (const Refusal& refusal : refusals)
        tasks.push_back(takeRefusal(ctx, refusal));
    co_await allOf(std::move(tasks));
}

QCoro::Task<> takeOutcomes(Context ctx, Group group, QList<ChangeOutcome> outcomes) {
    QHash<base::SessionId, SessionKey> waiting = byIdentifier(ctx->book, group.keys);
    QList<SessionKey> accepted;
    QList<Refusal> refusals;
    for (const ChangeOutcome& outcome : outcomes) {
        const SessionKey key = waiting.take(outcome.session);
        if (key == 0)
            continue;
        const Error error = outcome.error.value_or(Error(ErrorCode::AnswerIncomplete));
        switch (outcome.result) {
            case ChangeOutcome::Result::Finalized:
                confirm(ctx, key);
                break;
            case ChangeOutcome::Result::Accepted:
                accepted.append(key);
                break;
            case ChangeOutcome::Result::Failed:
                refusals.append(Refusal{key, error, group.refusedBefore});
                break;
            case ChangeOutcome::Result::Missing:
            case ChangeOutcome::Result::Contradictory:
                loseSight(ctx, key, error);
                break;
        }
    }
    for (const SessionKey key : waiting)
        loseSight(ctx, key, Error(ErrorCode::AnswerIncomplete));
    co_await confirmAccepted(ctx, accepted);
    co_await takeRefusals(ctx, refusals);
}

QCoro::Task<Groups> retryLater(Context ctx, Group group, signapi::CallFailure failure) {
    if (group.retries >= MostRetries) {
        for (const SessionKey key : group.keys)
            ctx->book.fail(key, failure.error.at(Stage::Finalize));
        co_return Groups();
    }
    takeBack(*ctx, group.keys);
    const std::chrono::milliseconds length = pauseAfter(failure, group.retries);
    ctx->onRetry(length, failure.error);
    co_await pause(length, ctx->stop.get_token());
    ++group.retries;
    Groups again;
    again.append(group);
    co_return again;
}

QCoro::Task<> refuseAll(Context ctx, Group group, signapi::CallFailure failure) {
    const QHash<SessionKey, Error> named = namedIn(failure, ctx->book, group.keys);
    QList<Refusal> refusals;
    for (const SessionKey key : group.keys)
        refusals.append(Refusal{key, named.value(key, failure.error), group.refusedBefore});
    co_await takeRefusals(ctx, refusals);
}

/** After a refusal of several: what shows nothing new was not carried out. Where listing is impossible, a
 * signature value may be sent again; but once stopped there is no other request to tell the outcome. */
QCoro::Task<> lookAtRefused(Context ctx, SessionKey key, Error error) {
    const Look look = co_await lookClosely(ctx, key, ctx->abandon.get_token());
    if (ctx->isOver())
        co_return;
    const bool maySendUnseen = mayRepeatUnseen(ctx->order.operation) && !ctx->isStopping();
    if (look == Look::Changed)
        confirm(ctx, key);
    else if (look == Look::Impossible && !maySendUnseen)
        loseSight(ctx, key, error);
    else
        ctx->book.apply(key, SessionEvent::Resend);
}

Groups groupsOf(const SessionGroups& parts, bool refusedBefore, const RefusedWholePtr& partOf) {
    Groups groups;
    for (const QList<SessionKey>& part : parts)
        groups.append(Group{part, 0, refusedBefore, partOf});
    return groups;
}

QCoro::Task<Groups> lookAndSplit(Context ctx, Group group, signapi::CallFailure failure) {
    const QHash<SessionKey, Error> named = namedIn(failure, ctx->book, group.keys);
    QList<Refusal> refusals;
    std::vector<QCoro::Task<>> looks;
    for (const SessionKey key : group.keys) {
        const auto its = named.constFind(key);
        if (its != named.constEnd())
            refusals.append(Refusal{key, *its, group.refusedBefore});
        else
            looks.push_back(lookAtRefused(ctx, key, failure.error));
    }
    co_await takeRefusals(ctx, refusals);
    co_await allOf(std::move(looks));
    const QList<SessionKey> others = waitingAmong(*ctx, group.keys);
    partRefused(group.partOf);
    if (!named.isEmpty() && !others.isEmpty())
        co_return groupsOf(SessionGroups{others}, true, nullptr);
    const SessionGroups halves = inHalves(others);
    const auto whole = std::make_shared<RefusedWhole>(
        RefusedWhole{group.keys.size(), static_cast<int>(halves.size()), others.size() < group.keys.size()});
    co_return groupsOf(halves, true, whole);
}

/** Neither may these sessions be seen, nor may this be done to them: nobody was let in, and nothing done. */
bool isForbiddenAltogether(const RunContext& ctx, const Group& group, const signapi::CallFailure& failure) {
    const auto isForbidden = [&ctx](SessionKey key) {
        const auto seen = ctx.notListed.constFind(key);
        return seen != ctx.notListed.constEnd() && seen->error.code() == ErrorCode::Forbidden;
    };
    return failure.error.code() == ErrorCode::Forbidden &&
           std::all_of(group.keys.begin(), group.keys.end(), isForbidden);
}

QCoro::Task<Consequence> takeFailure(Context ctx, Group group, signapi::CallFailure failure) {
    Consequence result;
    if (saysTooLarge(failure))
        ctx->requestSize.wasTooLarge(group.keys.size());
    switch (judgeChange(failure, group.keys.size())) {
        case ChangeVerdict::Stopped:
            takeBack(*ctx, group.keys);
            break;
        case ChangeVerdict::RetryLater:
            result.again = co_await retryLater(ctx, group, failure);
            break;
        case ChangeVerdict::Refused:
            partRefused(group.partOf);
            co_await refuseAll(ctx, group, failure);
            break;
        case ChangeVerdict::SplitNow:
            takeBack(*ctx, group.keys);
            result.again = groupsOf(inHalves(group.keys), group.refusedBefore, nullptr);
            break;
        case ChangeVerdict::LookAndSplit:
            if (isForbiddenAltogether(*ctx, group, failure))
                co_await refuseAll(ctx, group, failure);
            else
                result.again = co_await lookAndSplit(ctx, group, failure);
            break;
        case ChangeVerdict::Unclear:
            for (const SessionKey key : group.keys)
                loseSight(ctx, key, failure.error);
            break;
    }
    if (result.again.isEmpty() && endsRun(failure))
        result.end = failure.error.at(Stage::Finalize);
    co_return result;
}

QCoro::Task<Consequence> sendGroup(Context ctx, Group group) {
    for (const SessionKey key : group.keys)
        ctx->book.apply(key, SessionEvent::Send);
    const base::Expected<void> recorded = co_await ctx->records.secure(ctx, group.keys);
    if (!recorded && !ctx->isOver()) {
        takeBack(*ctx, group.keys);
        Consequence unsent;
        unsent.end = recorded.error().at(Stage::Finalize);
        co_return unsent;
    }
    if (ctx->isOver())
        co_return Consequence();
    auto answer = co_await sendChange(ctx, group.keys);
    Consequence result;
    if (ctx->isOver())
        co_return result;
    if (answer) {
        partAccepted(group.partOf, ctx->requestSize);
        co_await takeOutcomes(ctx, group, *answer);
        co_return result;
    }
    result = co_await takeFailure(ctx, group, answer.error());
    co_return result;
}

}  // namespace

QCoro::Task<EndOfRun> sendChanges(Context ctx, QList<SessionKey> keys) {
    Groups waiting;
    for (const QList<SessionKey>& group : byChoice(keys, ctx->choices))
        waiting += groupsOf(inPieces(group, ctx->requestSize.most()), false, nullptr);
    while (!waiting.isEmpty() && !ctx->isOver() && !ctx->isStopping()) {
        const Group group = waiting.takeFirst();
        const Consequence result = co_await sendGroup(ctx, group);
        if (result.end)
            co_return result.end;
        waiting = result.again + waiting;
    }
    co_return std::nullopt;
}

}  // namespace signet::signing
