#include "signing/batch/KeptPages.h"

#include "crypto/SignatureCheck.h"
#include "signing/batch/Confirmation.h"

namespace signet::signing {

using base::Error;
using base::ErrorCode;
using base::Expected;
using base::Stage;
using crypto::Certificate;
using std::chrono::milliseconds;

namespace {

/** The service may still be working on a request that left so short a while ago. */
constexpr qint64 StillFreshSeconds = 120;

}  // namespace

bool isSent(const JournalEntry& page) {
    return page.state == SessionState::Finalizing || page.state == SessionState::Unconfirmed;
}

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
    // The service took it as the card gave it.
    return crypto::checkableValue(*certificate, page.signatureValue).and_then([&](const QByteArray& value) {
        return crypto::checkSignature(*certificate, *digest, value);
    });
}

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

void recallRequest(RunContext& ctx, SessionKey key, const JournalEntry& page) {
    restore(ctx, key, page);
    const Error unknown = Error(ErrorCode::OutcomeUnknown).at(Stage::Confirm);
    ctx.book.apply(key, SessionEvent::RecallRequest,
                   page.error ? outcomeUnknown(*page.error, Stage::Confirm) : unknown);
}

QCoro::Task<> lookBack(Context ctx, SessionKey key, JournalEntry page) {
    const bool isFresh = page.changedAt.secsTo(QDateTime::currentDateTimeUtc()) < StillFreshSeconds;
    const milliseconds time = isFresh ? milliseconds(ctx->order.confirmTime) : milliseconds(0);
    const bool carriedOut = page.before && co_await seesChange(ctx, key, time);
    if (carriedOut && !ctx->isOver())
        confirm(ctx, key);
}

}  // namespace signet::signing
