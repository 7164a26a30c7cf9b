#include "signing/batch/DigestRequests.h"

#include "crypto/SignatureCheck.h"
#include "signing/batch/CallVerdicts.h"
#include "signing/batch/Groups.h"
#include "signing/batch/Waiting.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Stage;

constexpr int MostTimeouts = 2;  // smaller requests are tried after so many; then the service is just slow

/** Sessions that go into one request. */
struct DigestGroup {
    QList<SessionKey> keys;
    int retries = 0;         ///< how often the service asked to come later
    RefusedWholePtr partOf;  ///< a request that was refused as a whole
};
using DigestGroups = QList<DigestGroup>;

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
DigestGroups split(RunContext& ctx, const DigestGroup& group, const signapi::CallFailure& failure) {
    const QHash<SessionKey, Error> named = namedIn(failure, ctx.book, group.keys);
    for (auto entry = named.begin(); entry != named.end(); ++entry)
        ctx.book.fail(entry.key(), entry.value().at(Stage::Prepare));
    const QList<SessionKey> others = ctx.book.inState(group.keys, SessionState::Preparing);
    partRefused(group.partOf);
    DigestGroups parts;
    if (!named.isEmpty() && !others.isEmpty())
        parts.append(DigestGroup{others, 0, nullptr});
    if (!named.isEmpty())
        return parts;
    const SessionGroups halves = inHalves(others);
    const auto whole =
        std::make_shared<RefusedWhole>(RefusedWhole{others.size(), static_cast<int>(halves.size()), false});
    for (const QList<SessionKey>& half : halves)
        parts.append(DigestGroup{half, 0, whole});
    return parts;
}

/** What the failure of one request leads to: more requests, or the run's end. */
struct DigestConsequence {
    DigestGroups again;
    EndOfRun end;
};

DigestConsequence takeFailure(RunContext& ctx, DigestGroup group, const signapi::CallFailure& failure,
                              int& timeouts) {
    DigestConsequence result;
    if (failure.error.code() == ErrorCode::ServiceTimeout)
        ++timeouts;
    const bool tooSlow = timeouts > MostTimeouts;
    if (saysTooLarge(failure))
        ctx.requestSize.wasTooLarge(group.keys.size());
    switch (judgePrepare(failure, group.keys.size())) {
        case PrepareVerdict::Stopped:
        case PrepareVerdict::EndsRun:
            result.end = failure.error.at(Stage::Prepare);
            break;
        case PrepareVerdict::RetryLater:
            if (group.retries < MostRetries) {
                ++group.retries;
                result.again = DigestGroups{group};
                break;
            }
            failAll(ctx, group.keys, failure);
            break;
        case PrepareVerdict::Split:
            if (!tooSlow) {
                result.again = split(ctx, group, failure);
                break;
            }
            [[fallthrough]];
        case PrepareVerdict::FailThese:
            partRefused(group.partOf);
            failAll(ctx, group.keys, failure);
            break;
    }
    return result;
}

}  // namespace

QCoro::Task<EndOfRun> prepareSessions(Context ctx, QList<SessionKey> keys) {
    for (const SessionKey key : ctx->book.inState(keys, SessionState::Picked))
        ctx->book.apply(key, SessionEvent::Prepare);
    DigestGroups groups;
    const QList<SessionKey> preparing = ctx->book.inState(keys, SessionState::Preparing);
    for (const QList<SessionKey>& piece : inPieces(preparing, ctx->requestSize.most()))
        groups.append(DigestGroup{piece, 0, nullptr});
    int timeouts = 0;
    while (!groups.isEmpty()) {
        const DigestGroup group = groups.takeFirst();
        signapi::CalculateDigestRequest request = requestFor(*ctx, group.keys);
        auto answer = co_await ctx->client->calculateDigest(std::move(request), ctx->preparing.get_token());
        if (ctx->isEnding())
            co_return Error(ErrorCode::Cancelled).at(Stage::Prepare);
        if (answer) {
            partAccepted(group.partOf, ctx->requestSize);
            takeDigests(*ctx, group.keys, *answer);
            continue;
        }
        const DigestConsequence result = takeFailure(*ctx, group, answer.error(), timeouts);
        if (result.end)
            co_return result.end;
        const bool later = !result.again.isEmpty() && result.again.first().retries > group.retries;
        if (later) {
            const std::chrono::milliseconds length = pauseAfter(answer.error(), group.retries);
            ctx->onRetry(length, answer.error().error);
            co_await pause(length, ctx->preparing.get_token());
        }
        groups = result.again + groups;
    }
    co_return std::nullopt;
}

}  // namespace signet::signing
