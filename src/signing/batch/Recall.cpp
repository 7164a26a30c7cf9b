#include "signing/batch/Recall.h"

#include "crypto/EcdsaSignature.h"
#include "crypto/SignatureCheck.h"
#include "signing/batch/Choices.h"
#include "signing/batch/CloseLook.h"
#include "signing/batch/Confirmation.h"
#include "signing/journal/Journal.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Expected;
using base::Stage;
using crypto::Certificate;
using std::chrono::milliseconds;

/** The service may still be working on a request that left so short a while ago. */
constexpr qint64 StillFreshSeconds = 120;

bool isSent(const JournalEntry& page) {
    return page.state == SessionState::Finalizing || page.state == SessionState::Unconfirmed;
}

/** Before a run is done with a page, the page is foreign: whoever can write the journal could have changed
 * it. */
Expected<void> checkSignatureOf(const JournalBatch& batch, const JournalEntry& page) {
    const Expected<Certificate> certificate = Certificate::fromDer(batch.signingCertificate);
    if (!certificate)
        return tl::unexpected(certificate.error());
    const Expected<crypto::Digest> digest = crypto::Digest::fromBytes(page.digest);
    if (!digest)
        return tl::unexpected(digest.error());
    const auto fits = crypto::checkSignature(*certificate, *digest, page.signatureValue);
    if (fits || certificate->keyType() != crypto::KeyType::Ec)
        return fits;
    const auto raw = crypto::EcdsaSignature::fromRaw(page.signatureValue, (certificate->keyBits() + 7) / 8);
    if (!raw)
        return tl::unexpected(raw.error());
    return crypto::checkSignature(*certificate, *digest, raw->der());
}

/** What the session knew when its page was written. */
void restore(RunContext& ctx, SessionKey key, const JournalEntry& page) {
    ctx.records.continueAt(key, page.id);
    ctx.choices.insert(key, page.choice);
    if (page.before)
        ctx.before.insert(key, *page.before);
    ctx.book.update(key, [&page](Session& session) {
        session.documentsBefore = page.before;
        session.signatureValue = page.signatureValue;
        if (session.file.isEmpty())
            session.file = page.file;
        if (const auto digest = crypto::Digest::fromBytes(page.digest))
            session.digest = *digest;
    });
}

void recallSignature(RunContext& ctx, SessionKey key, const JournalBatch& batch, const JournalEntry& page) {
    restore(ctx, key, page);
    const Expected<void> fits = checkSignatureOf(batch, page);
    if (fits)
        ctx.book.apply(key, SessionEvent::RecallSignature);
    else
        ctx.book.fail(key, fits.error().at(Stage::Sign));
}

/** Whether the request that left was carried out. What is found is Finalized. */
QCoro::Task<> lookBack(Context ctx, SessionKey key, JournalEntry page) {
    const bool isFresh = page.changedAt.secsTo(QDateTime::currentDateTimeUtc()) < StillFreshSeconds;
    const milliseconds time = isFresh ? milliseconds(ctx->order.confirmTime) : milliseconds(0);
    const bool carriedOut = page.before && co_await seesChange(ctx, key, time);
    if (carriedOut && !ctx->isOver())
        confirm(ctx, key);
}

void recallRequest(RunContext& ctx, SessionKey key, const JournalEntry& page) {
    restore(ctx, key, page);
    const Error unknown = Error(ErrorCode::OutcomeUnknown).at(Stage::Confirm);
    ctx.book.apply(key, SessionEvent::RecallRequest,
                   page.error ? outcomeUnknown(*page.error, Stage::Confirm) : unknown);
}

/** What the request takes is still there: the signature, or the e-seal with its password. */
bool canSendAgain(const RunContext& ctx, SessionKey key) {
    switch (ctx.order.operation) {
        case Operation::Sign:
            return !ctx.book.session(key).signatureValue.isEmpty();
        case Operation::Seal:
            return ctx.order.seal.has_value();
        case Operation::Archive:
            break;
    }
    return true;
}

/** Those that were looked up in vain: settled, or sent again where a person said so. */
void takeUnconfirmed(RunContext& ctx, const QList<SessionKey>& keys, bool resend) {
    for (const SessionKey key : keys) {
        if (ctx.book.state(key) != SessionState::Unconfirmed || ctx.book.isSettled(key))
            continue;
        if (resend && canSendAgain(ctx, key) && !ctx.isStopping())
            ctx.book.apply(key, SessionEvent::SendAgain);
        else
            ctx.book.settle(key);
    }
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
    // A signature that is sent a second time is checked like any other.
    for (const SessionKey key : ctx->book.inState(sent, SessionState::Unconfirmed)) {
        const JournalEntry page = recalled.entries.value(key);
        const bool fits =
            ctx->order.operation != Operation::Sign || checkSignatureOf(recalled.batch, page).has_value();
        takeUnconfirmed(*ctx, {key}, recalled.resend && fits);
    }
}

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

QCoro::Task<Expected<void>> meetAll(Context ctx) {
    QHash<base::SessionId, SessionKey> keys;
    for (const SessionKey key : ctx->book.underWay()) {
        if (const auto& id = ctx->book.session(key).id)
            keys.insert(*id, key);
    }
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

EndOfRun endBy(RunContext& ctx, const Expected<void>& step) {
    if (step || ctx.isOver())
        return std::nullopt;
    return step.error().at(Stage::Prepare);
}

}  // namespace

bool endUntouched(RunContext& ctx, SessionKey key) {
    if (!ctx.order.recalled || ctx.book.state(key) != SessionState::Picked)
        return false;
    const JournalEntry page = ctx.order.recalled->entries.value(key);
    if (!isSent(page))
        return false;
    recallRequest(ctx, key, page);
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
    end = endBy(*ctx, co_await meetAll(ctx));
    if (!end && !ctx->isEnding()) {
        const QList<SessionKey> anew = ctx->book.inState(ctx->book.keys(), SessionState::Picked);
        end = endBy(*ctx, co_await ctx->records.begin(ctx, anew));
    }
    co_return end;
}

}  // namespace signet::signing
