#include "signing/batch/FileUploader.h"

#include <QFileInfo>
#include <QLocale>
#include <algorithm>

#include "base/PrintableText.h"
#include "signing/batch/CallVerdicts.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Stage;
using std::chrono::milliseconds;

constexpr qsizetype MostSessionsAtOnce = 100;  // signapi.md 3.1
constexpr int MostAttempts = 3;
constexpr milliseconds FirstPause{500};

EndOfRun stopped() {
    return Error(ErrorCode::Cancelled).at(Stage::Prepare);
}

/** What the failure of one session's call means: the run's end, or only the session's. */
EndOfRun endOf(const signapi::CallFailure& failure) {
    switch (judgePrepare(failure, 1)) {
        case PrepareVerdict::Stopped:
        case PrepareVerdict::EndsRun:
            return failure.error.at(Stage::Prepare);
        case PrepareVerdict::RetryLater:
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
    auto answer = co_await ctx->client->configuration(ctx->preparing.get_token());
    ctx->fileMaxLength = answer ? answer->fileMaxLength : 0;
    co_return *ctx->fileMaxLength;
}

void failTooLarge(RunBook& book, const QList<SessionKey>& keys, qint64 limit) {
    for (const SessionKey key : keys) {
        const QFileInfo info(book.session(key).file);
        if (limit <= 0 || info.size() <= limit)
            continue;
        const QLocale locale;
        const QStringList facts{base::printable(info.fileName()), locale.formattedDataSize(info.size()),
                                locale.formattedDataSize(limit)};
        book.fail(key, Error(ErrorCode::FileTooLarge, facts).at(Stage::Prepare));
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
        auto answer = co_await ctx->client->startSessions(amount, ctx->preparing.get_token());
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

/** After an upload whose answer was lost: is the file there? */
enum class Arrival { There, NotThere, Unknown };

QCoro::Task<Arrival> lookForFile(Context ctx, base::SessionId id) {
    auto answer = co_await ctx->client->listDocuments(id, ctx->preparing.get_token());
    if (!answer)
        co_return Arrival::Unknown;
    co_return answer->isEmpty() ? Arrival::NotThere : Arrival::There;
}

/** One attempt; nothing to report when the file is there. */
QCoro::Task<std::optional<signapi::CallFailure>> tryUpload(Context ctx, base::SessionId id, QString file) {
    const QString name = QFileInfo(file).fileName();
    auto answer = co_await ctx->client->uploadFile(id, file, name, ctx->preparing.get_token());
    if (answer)
        co_return std::nullopt;
    signapi::CallFailure failure = answer.error();
    const bool unreadable =
        failure.httpStatus / 100 == 2 && failure.error.code() == base::ErrorCode::AnswerUnreadable;
    const bool unclear = failure.delivery == signapi::Delivery::Unclear || unreadable;
    if (ctx->isEnding() || !unclear)
        co_return failure;
    const Arrival arrival = co_await lookForFile(ctx, id);
    if (arrival == Arrival::There)
        co_return std::nullopt;
    if (arrival == Arrival::NotThere)
        failure.delivery = signapi::Delivery::NotSent;  // nothing of it has stayed: it may be sent again
    co_return failure;
}

bool mayTryAgain(const signapi::CallFailure& failure) {
    return failure.delivery == signapi::Delivery::NotSent &&
           failure.error.kind() == base::ErrorKind::Connection;
}

QCoro::Task<> uploadOne(Context ctx, SessionKey key, std::shared_ptr<EndOfRun> end) {
    co_await ctx->besides.enter();
    const GatePlace place(ctx->besides);
    for (int attempt = 1; !ctx->isEnding() && !*end; ++attempt) {
        const base::SessionId id = ctx->idOf(key);
        const QString file = ctx->book.session(key).file;
        const std::optional<signapi::CallFailure> failure = co_await tryUpload(ctx, id, file);
        if (!failure || ctx->isEnding())
            co_return;
        if (mayTryAgain(*failure) && attempt < MostAttempts) {
            co_await pause(FirstPause * attempt, ctx->preparing.get_token());
            continue;
        }
        *end = endOf(*failure);
        if (!*end)
            ctx->book.fail(key, failure->error.at(Stage::Prepare));
        co_return;
    }
}

}  // namespace

QCoro::Task<EndOfRun> uploadFiles(Context ctx, QList<SessionKey> keys) {
    if (keys.isEmpty())
        co_return std::nullopt;
    for (const SessionKey key : keys)
        ctx->book.apply(key, SessionEvent::Prepare);
    const qint64 limit = co_await fileLimit(ctx);
    if (ctx->isEnding())
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
