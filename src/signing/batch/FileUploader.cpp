#include "signing/batch/FileUploader.h"

#include <algorithm>

#include "signing/FileUpload.h"
#include "signing/batch/CallVerdicts.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Stage;

constexpr qsizetype MostSessionsAtOnce = 100;  // signapi.md 3.1

EndOfRun stopped() {
    return Error(ErrorCode::Cancelled).at(Stage::Prepare);
}

/** What the failure of one session's call means: the run's end, or only the session's. */
EndOfRun endOf(const signapi::CallFailure& failure) {
    switch (judgePrepare(failure, 1)) {
        case PrepareVerdict::Stopped:
        case PrepareVerdict::EndsRun:
            return failure.error.at(Stage::Prepare);
        case PrepareVerdict::Split:
        case PrepareVerdict::FailThese:
            break;
    }
    return std::nullopt;
}

/** The service's limit, asked once in a run; 0 where it does not tell. */
QCoro::Task<qint64> fileLimit(Context ctx) {
    if (ctx->fileMaxLength)
        co_return *ctx->fileMaxLength;
    auto answer = co_await ctx->client->configuration(ctx->stop.get_token());
    ctx->fileMaxLength = answer ? answer->fileMaxLength : 0;
    co_return *ctx->fileMaxLength;
}

void failTooLarge(RunBook& book, const QList<SessionKey>& keys, qint64 limit) {
    for (const SessionKey key : keys) {
        if (const auto problem = tooLarge(book.session(key).file, limit))
            book.fail(key, problem->at(Stage::Prepare));
    }
}

void giveSession(RunBook& book, SessionKey key, const base::SessionId& id) {
    if (book.isTaken(id)) {
        book.fail(key, Error(ErrorCode::AnswerRepeated).at(Stage::Prepare));
        return;
    }
    book.update(key, [&id](Session& session) { session.id = id; });
}

QCoro::Task<EndOfRun> startSessions(Context ctx, QList<SessionKey> keys) {
    while (!keys.isEmpty()) {
        const int amount = static_cast<int>(std::min(keys.size(), MostSessionsAtOnce));
        auto answer = co_await ctx->client->startSessions(amount, ctx->stop.get_token());
        if (ctx->isOver())
            co_return stopped();
        if (!answer) {
            EndOfRun end = endOf(answer.error());
            for (const SessionKey key : end ? QList<SessionKey>() : keys)
                ctx->book.fail(key, answer.error().error.at(Stage::Prepare));
            co_return end;
        }
        if (answer->isEmpty()) {
            for (const SessionKey key : keys)
                ctx->book.fail(key, Error(ErrorCode::AnswerIncomplete).at(Stage::Prepare));
            co_return std::nullopt;
        }
        for (const base::SessionId& id : *answer) {
            if (!keys.isEmpty())
                giveSession(ctx->book, keys.takeFirst(), id);
        }
    }
    co_return std::nullopt;
}

QCoro::Task<> uploadOne(Context ctx, SessionKey key, std::shared_ptr<EndOfRun> end) {
    co_await ctx->besides.enter();
    const GatePlace place(ctx->besides);
    const auto goesOn = [ctx, end] { return !ctx->isOver() && !ctx->isStopping() && !*end; };
    const base::SessionId id = ctx->idOf(key);
    const QString file = ctx->book.session(key).file;
    const std::optional<signapi::CallFailure> failure =
        co_await uploadInto(ctx->client, id, file, goesOn, ctx->stop.get_token());
    if (!failure || ctx->isOver() || ctx->isStopping())
        co_return;
    if (const EndOfRun its = endOf(*failure))
        *end = its;
    else
        ctx->book.fail(key, failure->error.at(Stage::Prepare));
}

}  // namespace

QCoro::Task<EndOfRun> uploadFiles(Context ctx, QList<SessionKey> keys) {
    if (keys.isEmpty())
        co_return std::nullopt;
    for (const SessionKey key : keys)
        ctx->book.apply(key, SessionEvent::Prepare);
    const qint64 limit = co_await fileLimit(ctx);
    if (ctx->isOver() || ctx->isStopping())
        co_return stopped();
    failTooLarge(ctx->book, keys, limit);
    const QList<SessionKey> fitting = ctx->book.inState(keys, SessionState::Preparing);
    EndOfRun noSessions = co_await startSessions(ctx, fitting);
    if (noSessions)
        co_return noSessions;
    auto end = std::make_shared<EndOfRun>();
    std::vector<QCoro::Task<>> uploads;
    for (const SessionKey key : ctx->book.inState(keys, SessionState::Preparing))
        uploads.push_back(uploadOne(ctx, key, end));
    co_await allOf(std::move(uploads));
    co_return *end;
}

}  // namespace signet::signing
