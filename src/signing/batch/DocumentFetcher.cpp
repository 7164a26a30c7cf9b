#include "signing/batch/DocumentFetcher.h"

#include <QFileInfo>

#include "signing/DocumentDownload.h"
#include "signing/StoredDocuments.h"
#include "signing/batch/Archives.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Expected;
using base::Stage;
using std::chrono::milliseconds;

constexpr int MostLooks = 3;
constexpr milliseconds PauseBetweenLooks{1000};

/** Which of the session's documents is the signed one; it is known that there has to be one. */
QList<Document> resultAmong(const RunContext& ctx, SessionKey key, const QList<Document>& now) {
    const ResultKind kind = ctx.kindOf(key);
    const auto before = ctx.before.constFind(key);
    if (before == ctx.before.constEnd())
        return likelyResult(now, kind);
    const QList<Document> found = resultDocuments(*before, now, kind);
    return found.isEmpty() ? newDocuments(*before, now) : found;
}

/** Not stopped with the run: the session is signed, and its document is part of the result. */
QCoro::Task<Expected<QList<Document>>> findResult(Context ctx, SessionKey key) {
    const base::SessionId id = ctx->idOf(key);
    for (int look = 1; look <= MostLooks && !ctx->isOver(); ++look) {
        auto answer = co_await ctx->client->listDocuments(id, ctx->abandon.get_token());
        if (!answer) {
            Expected<QList<Document>> failed = tl::unexpected(answer.error().error);
            co_return failed;
        }
        const QList<Document> found = resultAmong(*ctx, key, documentsOf(*answer));
        if (!found.isEmpty())
            co_return found;
        if (look < MostLooks)
            co_await pause(PauseBetweenLooks, ctx->abandon.get_token());
    }
    Expected<QList<Document>> none = base::fail(ErrorCode::NoSignedDocument);
    co_return none;
}

QCoro::Task<Expected<QString>> saveInto(Context ctx, SessionKey key, QString folder) {
    const Expected<QList<Document>> documents = co_await resultOfSession(ctx, key);
    Expected<QString> path = base::fail(ErrorCode::NoSignedDocument);
    if (ctx->isOver() || !documents) {
        if (!documents)
            path = tl::unexpected(documents.error());
        co_return path;
    }
    const base::SessionId id = ctx->idOf(key);
    path = co_await fetchDocument(ctx->client, id, documents->first(), folder, ctx->abandon.get_token());
    co_return path;
}

QCoro::Task<> save(Context ctx, SessionKey key, QString folder) {
    const Expected<QString> path = co_await saveInto(ctx, key, folder);
    ctx->book.update(key, [&path](Session& session) {
        if (path)
            session.savedAs = *path;
        else
            session.saveError = path.error().at(Stage::Confirm);
    });
}

}  // namespace

QCoro::Task<Expected<QList<Document>>> resultOfSession(Context ctx, SessionKey key) {
    Expected<QList<Document>> documents = ctx->book.session(key).results;
    if (documents->isEmpty())
        documents = co_await findResult(ctx, key);
    if (documents && !ctx->isOver())
        ctx->book.update(key, [&documents](Session& session) { session.results = *documents; });
    co_return documents;
}

QString folderFor(const BatchOrder& order, const Session& session) {
    if (!order.outputFolder.isEmpty())
        return order.outputFolder;
    return session.file.isEmpty() ? QString() : QFileInfo(session.file).absolutePath();
}

QCoro::Task<> saveAndSettle(Context ctx, SessionKey key) {
    const QString folder = folderFor(ctx->order, ctx->book.session(key));
    const bool isChecked = ctx->order.operation == Operation::Archive;
    if (folder.isEmpty() && !isChecked) {
        ctx->book.settle(key);
        co_return;
    }
    co_await ctx->besides.enter();
    const GatePlace place(ctx->besides);
    if (isChecked && !ctx->isOver())
        co_await checkArchived(ctx, key);
    if (!folder.isEmpty() && !ctx->isOver())
        co_await save(ctx, key, folder);
    ctx->book.settle(key);
}

}  // namespace signet::signing
