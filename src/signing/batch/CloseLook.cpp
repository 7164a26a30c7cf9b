#include "signing/batch/CloseLook.h"

#include "signing/DocumentValidation.h"
#include "signing/batch/Archives.h"

namespace signet::signing {
namespace {

/** A document that is new, and has no signature, is no result. */
QCoro::Task<Look> lookForSignature(Context ctx, SessionKey key, Look listed, std::stop_token stop) {
    if (listed != Look::Changed)
        co_return listed;
    const base::SessionId id = ctx->idOf(key);
    const Document document = ctx->book.session(key).results.first();
    const base::Expected<ValidationReport> report =
        co_await validateDocument(ctx->client, id, document, stop);
    const bool isUnsigned = !report && report.error().code() == base::ErrorCode::DocumentNotSigned;
    co_return isUnsigned ? Look::Same : listed;
}

QCoro::Task<Look> lookForStamp(Context ctx, SessionKey key, Look listed, std::stop_token stop) {
    std::optional<Document> document = documentToArchive(ctx->before.value(key));
    if (listed == Look::Changed)
        document = ctx->book.session(key).results.first();
    if (!document)
        co_return listed;
    const ArchiveLook validated = co_await lookForArchive(ctx, key, *document, stop);
    switch (validated) {
        case ArchiveLook::Added:
            co_return Look::Changed;
        case ArchiveLook::NotAdded:
            co_return Look::Same;
        case ArchiveLook::Unknown:
            break;
    }
    co_return listed;
}

}  // namespace

QCoro::Task<Look> lookClosely(Context ctx, SessionKey key, std::stop_token stop) {
    Look look = co_await lookForChange(ctx, key, stop);
    if (ctx->isOver() || stop.stop_requested())
        co_return look;
    co_await ctx->besides.enter();
    const GatePlace place(ctx->besides);
    if (ctx->isOver() || stop.stop_requested())
        co_return look;
    if (ctx->order.operation == Operation::Archive)
        look = co_await lookForStamp(ctx, key, look, stop);
    else
        look = co_await lookForSignature(ctx, key, look, stop);
    co_return look;
}

}  // namespace signet::signing
