#include "signing/batch/Archives.h"

#include "base/Log.h"
#include "base/PrintableText.h"
#include "signing/DocumentValidation.h"
#include "signing/batch/DocumentFetcher.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Expected;
using base::Stage;

QCoro::Task<> validateOne(Context ctx, SessionKey key, Document document, std::stop_token stop) {
    co_await ctx->besides.enter();
    const GatePlace place(ctx->besides);
    if (ctx->isOver() || stop.stop_requested() || isEnd(ctx->book.state(key)))
        co_return;
    const base::SessionId id = ctx->idOf(key);
    const Expected<ValidationReport> report = co_await validateDocument(ctx->client, id, document, stop);
    if (ctx->isOver())
        co_return;
    if (report) {
        ctx->validatedBefore.insert(key, *report);
        co_return;
    }
    if (report.error().code() == ErrorCode::DocumentNotSigned) {
        const QStringList facts{base::printable(document.name)};
        ctx->book.fail(key, Error(ErrorCode::NothingToArchive, facts).at(Stage::Prepare));
        co_return;
    }
    qCInfo(base::logSigning, "a document could not be validated before archiving: %s",
           qPrintable(report.error().publicCode()));
}

}  // namespace

std::vector<QCoro::Task<>> validateBefore(const Context& ctx, const QList<SessionKey>& keys,
                                          const std::stop_token& stop) {
    std::vector<QCoro::Task<>> tasks;
    for (const SessionKey key : keys) {
        const auto document = documentToArchive(ctx->before.value(key));
        if (document)
            tasks.push_back(validateOne(ctx, key, *document, stop));
    }
    return tasks;
}

QCoro::Task<ArchiveLook> lookForArchive(Context ctx, SessionKey key, Document document,
                                        std::stop_token stop) {
    const base::SessionId id = ctx->idOf(key);
    const Expected<ValidationReport> after = co_await validateDocument(ctx->client, id, document, stop);
    if (ctx->isOver())
        co_return ArchiveLook::Unknown;
    if (!after) {
        const bool isUnsigned = after.error().code() == ErrorCode::DocumentNotSigned;
        co_return isUnsigned ? ArchiveLook::NotAdded : ArchiveLook::Unknown;
    }
    const auto before = ctx->validatedBefore.constFind(key);
    const bool known = before != ctx->validatedBefore.constEnd();
    const std::optional<ValidationReport> earlier = known ? std::optional(*before) : std::nullopt;
    switch (archiveProgress(earlier, *after)) {
        case ArchiveProgress::Added:
            co_return ArchiveLook::Added;
        case ArchiveProgress::NotAdded:
            co_return ArchiveLook::NotAdded;
        case ArchiveProgress::CannotTell:
            break;
    }
    co_return ArchiveLook::Unknown;
}

QCoro::Task<> checkArchived(Context ctx, SessionKey key) {
    const Expected<QList<Document>> documents = co_await resultOfSession(ctx, key);
    std::optional<Document> document = documentToArchive(ctx->before.value(key));
    if (documents)
        document = documents->first();
    if (ctx->isOver() || !document)
        co_return;
    const ArchiveLook look = co_await lookForArchive(ctx, key, *document, ctx->abandon.get_token());
    if (ctx->isOver() || look != ArchiveLook::NotAdded)
        co_return;
    const QStringList facts{base::printable(document->name)};
    ctx->book.update(key, [&facts](Session& session) {
        session.checkError = Error(ErrorCode::ArchiveNotSeen, facts).at(Stage::Confirm);
    });
}

}  // namespace signet::signing
