#include "signing/batch/DigestRequests.h"

#include "crypto/SignatureCheck.h"
#include "signing/batch/CallVerdicts.h"
#include "signing/batch/Groups.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Stage;

constexpr int MostTimeouts = 2;  // smaller requests are tried after so many; then the service is just slow

signapi::CalculateDigestRequest requestFor(const RunContext& ctx, const QList<SessionKey>& keys) {
    const Choice choice = ctx.choices.value(keys.first());
    signapi::CalculateDigestRequest request{
        {}, ctx.signer->signingCertificate, choice.signAsPdf, choice.createNewEdoc};
    for (const SessionKey key : keys)
        request.sessions.append(ctx.idOf(key));
    return request;
}

void takeDigest(RunContext& ctx, SessionKey key, const base::Expected<crypto::Digest>& digest) {
    if (!digest) {
        ctx.book.fail(key, digest.error().at(Stage::Prepare));
        return;
    }
    const auto fits = crypto::checkDigestFits(ctx.signer->signingCertificate, *digest);
    if (!fits) {
        ctx.book.fail(key, fits.error().at(Stage::Prepare));
        return;
    }
    ctx.book.update(key, [&digest](Session& session) { session.digest = *digest; });
    ctx.book.apply(key, SessionEvent::DigestArrived);
}

void takeDigests(RunContext& ctx, const QList<SessionKey>& keys,
                 const QList<signapi::SessionDigest>& digests) {
    QHash<base::SessionId, SessionKey> waiting = byIdentifier(ctx.book, keys);
    for (const signapi::SessionDigest& entry : digests) {
        const SessionKey key = waiting.take(entry.session);
        if (key != 0)
            takeDigest(ctx, key, entry.digest);
    }
    for (const SessionKey key : waiting)
        ctx.book.fail(key, Error(ErrorCode::AnswerIncomplete).at(Stage::Prepare));
}

void failAll(RunContext& ctx, const QList<SessionKey>& keys, const signapi::CallFailure& failure) {
    const QHash<SessionKey, Error> named = namedIn(failure, ctx.book, keys);
    for (const SessionKey key : keys)
        ctx.book.fail(key, named.value(key, failure.error).at(Stage::Prepare));
}

/** Fails the sessions that are named, and says in which requests to ask for the others. */
SessionGroups split(RunContext& ctx, const QList<SessionKey>& keys, const signapi::CallFailure& failure) {
    const QHash<SessionKey, Error> named = namedIn(failure, ctx.book, keys);
    for (auto entry = named.begin(); entry != named.end(); ++entry)
        ctx.book.fail(entry.key(), entry.value().at(Stage::Prepare));
    const QList<SessionKey> others = ctx.book.inState(keys, SessionState::Preparing);
    if (named.isEmpty())
        return inHalves(others);
    return others.isEmpty() ? SessionGroups() : SessionGroups{others};
}

/** What the failure of one request leads to: more requests, or the run's end. */
EndOfRun takeFailure(RunContext& ctx, const QList<SessionKey>& keys, const signapi::CallFailure& failure,
                     SessionGroups& groups, int& timeouts) {
    if (failure.error.code() == ErrorCode::ServiceTimeout)
        ++timeouts;
    const bool tooSlow = timeouts > MostTimeouts;
    switch (judgePrepare(failure, keys.size())) {
        case PrepareVerdict::Stopped:
        case PrepareVerdict::EndsRun:
            return failure.error.at(Stage::Prepare);
        case PrepareVerdict::Split:
            if (!tooSlow) {
                groups = split(ctx, keys, failure) + groups;
                break;
            }
            [[fallthrough]];
        case PrepareVerdict::FailThese:
            failAll(ctx, keys, failure);
            break;
    }
    return std::nullopt;
}

}  // namespace

QCoro::Task<EndOfRun> prepareSessions(Context ctx, QList<SessionKey> keys) {
    for (const SessionKey key : ctx->book.inState(keys, SessionState::Picked))
        ctx->book.apply(key, SessionEvent::Prepare);
    const QList<SessionKey> preparing = ctx->book.inState(keys, SessionState::Preparing);
    SessionGroups groups = preparing.isEmpty() ? SessionGroups() : SessionGroups{preparing};
    int timeouts = 0;
    while (!groups.isEmpty()) {
        const QList<SessionKey> group = groups.takeFirst();
        signapi::CalculateDigestRequest request = requestFor(*ctx, group);
        auto answer = co_await ctx->client->calculateDigest(std::move(request), ctx->stop.get_token());
        if (ctx->isOver() || ctx->isStopping())
            co_return Error(ErrorCode::Cancelled).at(Stage::Prepare);
        if (answer) {
            takeDigests(*ctx, group, *answer);
            continue;
        }
        EndOfRun end = takeFailure(*ctx, group, answer.error(), groups, timeouts);
        if (end)
            co_return end;
    }
    co_return std::nullopt;
}

}  // namespace signet::signing
