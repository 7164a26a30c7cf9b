#include "signing/batch/Listings.h"

#include "base/Log.h"
#include "signing/StoredDocuments.h"

namespace signet::signing {
namespace {

QCoro::Task<> listOne(Context ctx, SessionKey key, std::stop_token stop) {
    co_await ctx->besides.enter();
    const GatePlace place(ctx->besides);
    if (ctx->isOver() || stop.stop_requested() || isEnd(ctx->book.state(key)))
        co_return;
    const base::SessionId id = ctx->idOf(key);
    auto answer = co_await ctx->client->listDocuments(id, stop);
    if (ctx->isOver())
        co_return;
    if (!answer) {
        ctx->notListed.insert(key, answer.error());
        qCInfo(base::logSigning, "a session could not be listed before signing: %s",
               qPrintable(answer.error().error.publicCode()));
        co_return;
    }
    const QList<Document> documents = documentsOf(*answer);
    ctx->before.insert(key, documents);
    ctx->book.update(key, [&documents](Session& session) { session.documentsBefore = documents; });
}

}  // namespace

std::vector<QCoro::Task<>> listBefore(const Context& ctx, const QList<SessionKey>& keys,
                                      const std::stop_token& stop) {
    std::vector<QCoro::Task<>> tasks;
    for (const SessionKey key : keys)
        tasks.push_back(listOne(ctx, key, stop));
    return tasks;
}

QCoro::Task<Look> lookForChange(Context ctx, SessionKey key, std::stop_token stop) {
    co_await ctx->besides.enter();
    const GatePlace place(ctx->besides);
    if (ctx->isOver() || stop.stop_requested() || !ctx->before.contains(key))
        co_return Look::Impossible;
    const base::SessionId id = ctx->idOf(key);
    auto answer = co_await ctx->client->listDocuments(id, stop);
    if (ctx->isOver() || !answer)
        co_return Look::Impossible;
    const QList<Document> found =
        resultDocuments(ctx->before.value(key), documentsOf(*answer), ctx->kindOf(key));
    if (found.isEmpty())
        co_return Look::Same;
    ctx->book.update(key, [&found](Session& session) { session.results = found; });
    co_return Look::Changed;
}

}  // namespace signet::signing
