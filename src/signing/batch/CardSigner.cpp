#include "signing/batch/CardSigner.h"

#include <QtConcurrentRun>
#include <algorithm>
#include <utility>

#include "base/OpenSslThread.h"
#include "card/CardService.h"
#include "card/PinPad.h"
#include "crypto/SignatureCheck.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Expected;
using base::Stage;

constexpr qsizetype MostTitles = 5;

Error stopped() {
    return Error(ErrorCode::Cancelled).at(Stage::Sign);
}

bool isForCard(SessionState state) {
    return state == SessionState::Picked || state == SessionState::Preparing ||
           state == SessionState::Prepared || state == SessionState::Signing;
}

/** From the first question on it is known what the card is to sign. */
void noteWork(RunContext& ctx) {
    if (!ctx.forCard.isEmpty())
        return;
    ctx.forCard = ctx.book.underWay();
    ctx.forCard.removeIf([&ctx](SessionKey key) { return !isForCard(ctx.book.state(key)); });
}

int signaturesMade(const RunContext& ctx) {
    return static_cast<int>(std::count_if(ctx.forCard.begin(), ctx.forCard.end(), [&ctx](SessionKey key) {
        return !ctx.book.session(key).signatureValue.isEmpty();
    }));
}

/** What the card is to sign; after that of it what has failed without a signature does not count. */
int expectedSignatures(const RunContext& ctx) {
    const auto isOpen = [&ctx](SessionKey key) {
        const Session& session = ctx.book.session(key);
        return session.signatureValue.isEmpty() && isForCard(session.state);
    };
    return signaturesMade(ctx) +
           static_cast<int>(std::count_if(ctx.forCard.begin(), ctx.forCard.end(), isOpen));
}

/** For these sessions; the tries are those that the card has now. */
PinQuestion questionFor(const RunContext& ctx, const QList<SessionKey>& keys) {
    const DeskReader& reader = ctx.signer->reader;
    PinQuestion question;
    question.holder = reader.holder();
    question.serialNumber = ctx.signer->signingCertificate.serialNumber();
    question.reader = reader.name;
    question.sessions = static_cast<int>(keys.size());
    for (const SessionKey key : keys.first(std::min(keys.size(), MostTitles)))
        question.titles.append(ctx.book.session(key).title());
    const auto now = ctx.cards ? ctx.cards->byName(reader.name) : base::Expected<DeskReader>(reader);
    question.triesLeft = now ? now->pin2TriesLeft : reader.pin2TriesLeft;
    question.lastTry = question.triesLeft == 1;
    question.warnings = reader.warnings;
    question.pinPad = reader.pinPad;
    question.minimumLength = reader.pinMinimumLength;
    question.maximumLength = reader.pinMaximumLength;
    return question;
}

/** The reader may still wait, but it concerns this run no more. */
void leavePad(RunContext& ctx) {
    const bool followed = QObject::disconnect(std::exchange(ctx.padNews, {}));
    if (followed && !ctx.isOver())
        ctx.attendant->padDone();
}

/** The question to ask after this failure; nothing where asking again does not help. */
std::optional<PinQuestion> nextQuestion(PinQuestion question, const Error& failure) {
    switch (failure.code()) {
        case ErrorCode::PinWrong:
            question.triesLeft = failure.count();
            question.lastTry = failure.count() == 1;
            question.previous = failure;
            return question;
        case ErrorCode::PinLastTry:
            // Only the card knew that it is the last one: now the person can be told. Told already: it is a
            // no.
            if (question.lastTry)
                return std::nullopt;
            question.triesLeft = 1;
            question.lastTry = true;
            question.previous.reset();
            return question;
        case ErrorCode::PinFormat:
        case ErrorCode::PinNotVerified:
        case ErrorCode::PinPadTimeout:
            question.previous = failure;
            return question;
        default:
            return std::nullopt;
    }
}

void tellOfPad(const RunContext& ctx, const card::PadMoment& moment) {
    if (!moment.waits)
        return ctx.attendant->padDone();
    // With an entry for each signature, the card counts from each anew.
    const int before = ctx.profile.askForEachSignature ? signaturesMade(ctx) : 0;
    const int number = before + moment.signaturesMade + 1;
    ctx.attendant->padWaits({moment.reader, number, std::max(number, expectedSignatures(ctx)), moment.limit});
}

/** From now on the attendant hears when the reader waits. */
void followPad(RunContext& ctx) {
    const auto listen = [self = ctx.weak_from_this()](const card::PadMoment& moment) {
        const auto alive = self.lock();
        if (alive && !alive->isOver() && moment.reader == alive->signer->reader.name)
            tellOfPad(*alive, moment);
    };
    leavePad(ctx);
    ctx.padNews = QObject::connect(&ctx.cards->service(), &card::CardService::padChanged, listen);
}

QFuture<Expected<quint64>> openRun(const RunContext& ctx, const PinAnswer& answer) {
    card::SigningRunRequest request{
        ctx.signer->reader.name, ctx.signer->signingCertificate, {}, answer.usePinPad, answer.lastTryAgreed,
        card::padLanguage(),     ctx.profile.askForEachSignature};
    if (answer.pin2)
        request.pin2 = std::move(*answer.pin2);
    return ctx.cards->service().openRun(std::move(request));
}

/** One question and its answer tried on the card. */
QCoro::Task<Expected<quint64>> tryPin(Context ctx, PinQuestion question) {
    const Expected<PinAnswer> answer = co_await resultOf(ctx->attendant->askForPin(question));
    Expected<quint64> result = tl::unexpected(stopped());
    if (ctx->isOver() || ctx->isStopping() || !ctx->cards)
        co_return result;
    if (!answer) {
        result = tl::unexpected(answer.error());
        co_return result;
    }
    if (question.lastTry && !answer->lastTryAgreed) {
        result = base::fail(ErrorCode::PinLastTry);
        co_return result;
    }
    if (answer->usePinPad)
        followPad(*ctx);
    result = co_await resultOf(openRun(*ctx, *answer));
    if (!result)
        leavePad(*ctx);
    co_return result;
}

/** The encoding that finalizeSigning takes, once the signature has been checked: a millisecond with a curve
 * of 384 bits, which the window does not wait for. */
QFuture<Expected<QByteArray>> checkedValue(const RunContext& ctx, SessionKey key, const QByteArray& raw) {
    return QtConcurrent::run([certificate = ctx.signer->signingCertificate,
                              digest = *ctx.book.session(key).digest, raw,
                              isRawWanted = ctx.profile.rawEcdsa]() -> Expected<QByteArray> {
        const base::OpenSslThread thread;
        Expected<QByteArray> value = crypto::checkableValue(certificate, raw);
        if (!value)
            return value;
        const auto fits = crypto::checkSignature(certificate, digest, *value);
        if (!fits)
            return tl::unexpected(fits.error());
        return isRawWanted ? raw : value;
    });
}

/** It concerns this session alone; the card goes on with the others. */
bool isItsOwn(const Error& error) {
    return error.code() == ErrorCode::SignatureWrong || error.code() == ErrorCode::DigestLength;
}

/** What the card gave for one session; the error that ends the run, if it is one. */
QCoro::Task<EndOfRun> takeSignature(Context ctx, SessionKey key, Expected<QByteArray> raw) {
    if (!raw && !isItsOwn(raw.error()))
        co_return raw.error().at(Stage::Sign);
    Expected<QByteArray> value = raw;
    if (raw)
        value = co_await resultOf(checkedValue(*ctx, key, *raw));
    if (ctx->isOver())
        co_return std::nullopt;
    if (!value) {
        if (value.error().code() == ErrorCode::SignatureWrong && ctx->cards)
            ctx->cards->service().distrust(ctx->signer->signingCertificate);
        ctx->book.fail(key, value.error().at(Stage::Sign));
        co_return std::nullopt;
    }
    ctx->book.update(key, [&value](Session& session) { session.signatureValue = *value; });
    ctx->book.apply(key, SessionEvent::SignatureMade);
    co_return std::nullopt;
}

/** Asks until the card has accepted PIN2. */
QCoro::Task<EndOfRun> openCard(Context ctx, PinQuestion question) {
    for (;;) {
        const Expected<quint64> run = co_await tryPin(ctx, question);
        if (run)
            ctx->cardRun = *run;
        if (ctx->isOver())
            closeCard(*ctx);
        if (ctx->isOver() || ctx->isStopping())
            co_return stopped();
        if (run)
            break;
        const bool mayAsk = ctx->attendant->canAskAgain();
        const auto again = mayAsk ? nextQuestion(question, run.error()) : std::optional<PinQuestion>();
        if (!again)
            co_return run.error().at(Stage::Sign);
        question = *again;
    }
    if (signaturesMade(*ctx) == 0)
        ctx->book.startPace();
    co_return std::nullopt;
}

/** With the card open. */
QCoro::Task<EndOfRun> signOpened(Context ctx, QList<SessionKey> keys) {
    if (!ctx->cards)
        co_return stopped();
    QList<QFuture<Expected<QByteArray>>> signatures;
    for (const SessionKey key : keys) {
        ctx->book.apply(key, SessionEvent::Sign);
        const crypto::Digest digest = *ctx->book.session(key).digest;
        signatures.append(ctx->cards->service().sign(*ctx->cardRun, digest, ctx->stop.get_token()));
    }
    EndOfRun end;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const Expected<QByteArray> raw = co_await resultOf(signatures[i]);
        if (ctx->isOver())
            co_return stopped();
        // The first cause counts; but a signature that the card made is taken whenever it comes.
        const EndOfRun cause = co_await takeSignature(ctx, keys[i], raw);
        if (cause && !end)
            end = cause;
    }
    co_return end;
}

/** A question, a run of the card and a signature for each. */
QCoro::Task<EndOfRun> signEachAsked(Context ctx, QList<SessionKey> keys) {
    EndOfRun end;
    for (const SessionKey key : keys) {
        if (ctx->isOver() || ctx->isStopping())
            co_return stopped();
        const QList<SessionKey> one{key};
        PinQuestion question = questionFor(*ctx, one);
        question.number = signaturesMade(*ctx) + 1;
        question.of = std::max(question.number, expectedSignatures(*ctx));
        if (question.number > 1)
            question.warnings.clear();  // they have been read
        end = co_await openCard(ctx, question);
        if (!end)
            end = co_await signOpened(ctx, one);
        closeCard(*ctx);
        if (end)
            break;
    }
    co_return end;
}

}  // namespace

QCoro::Task<EndOfRun> signOnCard(Context ctx, QList<SessionKey> keys) {
    EndOfRun end;
    noteWork(*ctx);
    if (ctx->profile.askForEachSignature) {
        end = co_await signEachAsked(ctx, keys);
        co_return end;
    }
    if (!ctx->cardRun) {
        const QList<SessionKey> all = ctx->book.underWay();
        const PinQuestion question = questionFor(*ctx, all);
        end = co_await openCard(ctx, question);
    }
    if (!end && !ctx->isOver())
        end = co_await signOpened(ctx, keys);
    co_return end;
}

void closeCard(RunContext& ctx) {
    leavePad(ctx);
    if (!ctx.cardRun || !ctx.cards)
        return;
    ctx.cards->service().closeRun(*ctx.cardRun);
    ctx.cardRun.reset();
}

}  // namespace signet::signing
