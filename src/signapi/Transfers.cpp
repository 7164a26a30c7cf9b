#include "signapi/Transfers.h"

#include <QFile>
#include <QUrl>

#include "signapi/CallReaders.h"
#include "signapi/DocumentId.h"
#include "signapi/MultipartUpload.h"
#include "signapi/PartialFile.h"

namespace signet::signapi {
namespace {

using base::Error;
using base::ErrorCode;
using base::SessionId;

CallFailure notSent(Error error) {
    return {std::move(error), Delivery::NotSent, 0, {}, std::nullopt};
}

/** The channel knows neither file nor folder: their names are laid over here. */
CallFailure named(CallFailure failure, ErrorCode code, const QString& name, const QString& why) {
    if (failure.error.code() == code)
        failure.error = Error(code, {name, why}, failure.error.detail());
    return failure;
}

CallPlan uploadPlan(const ClientCore& core, const SessionId& session, std::shared_ptr<QIODevice> device,
                    const QString& name, std::stop_token stop) {
    HttpRequest request;
    request.method = "PUT";
    request.url =
        core.address.resolved(QStringLiteral("/api-storage/v1.0/%1/upload").arg(session.toString()));
    request.mostBytes = core.sizes.json;
    request.idle = core.limits.idle;
    request.total = core.limits.transfer;
    CallPlan plan;
    const qint64 start = device->pos();
    plan.request = [request, device, name, start](int) -> base::Expected<HttpRequest> {
        if (device->pos() != start && !device->seek(start))
            return base::fail(ErrorCode::FileNotReadable, QStringList{name, device->errorString()});
        HttpRequest next = request;
        const MultipartUpload upload = makeUpload(device, device->size() - start, name);
        next.contentType = upload.contentType;
        next.body = upload.body;
        return next;
    };
    plan.stop = stop;
    plan.abandon = stop;
    return plan;
}

CallPlan downloadPlan(const ClientCore& core, const SessionId& session, const QString& documentId,
                      std::shared_ptr<PartialFile> file, qint64 most, std::stop_token stop) {
    HttpRequest request;
    request.method = "GET";
    request.url = core.address.resolved(
        QStringLiteral("/api-storage/v1.0/%1/%2")
            .arg(session.toString(), QString::fromLatin1(QUrl::toPercentEncoding(documentId))));
    request.accept = "application/octet-stream, */*";
    request.mostBytes = core.sizes.json;
    request.mostSinkBytes = most;
    request.firstByte = core.limits.firstByte;
    request.idle = core.limits.idle;
    request.total = core.limits.transfer;
    CallPlan plan;
    plan.request = [request, file](int) -> base::Expected<HttpRequest> {
        if (const auto begun = file->begin(); !begun)
            return tl::unexpected(begun.error());
        HttpRequest next = request;
        next.sink = file->device();
        return next;
    };
    plan.repeatable = Repeatable::Always;
    plan.intoSink = true;
    plan.stop = stop;
    plan.abandon = stop;
    return plan;
}

}  // namespace

QCoro::Task<Answer<StoredDocument>> upload(std::shared_ptr<ClientCore> core, SessionId session,
                                           std::shared_ptr<QIODevice> device, QString name,
                                           std::stop_token stop) {
    if (!device->isReadable() || device->isSequential())
        co_return tl::unexpected(notSent(Error(ErrorCode::FileNotReadable, {name, device->errorString()})));
    if (device->size() <= device->pos())
        co_return tl::unexpected(notSent(Error(ErrorCode::FileEmpty, {name})));
    CallPlan plan = uploadPlan(*core, session, device, name, stop);
    const Answer<Payload> payload = co_await CallRunner::run(core->runner, std::move(plan));
    if (payload)
        co_return readDocument(*payload);
    co_return tl::unexpected(named(payload.error(), ErrorCode::FileNotReadable, name, device->errorString()));
}

QCoro::Task<Answer<StoredDocument>> uploadPath(std::shared_ptr<ClientCore> core, SessionId session,
                                               QString path, QString name, std::stop_token stop) {
    auto file = std::make_shared<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        co_return tl::unexpected(notSent(Error(ErrorCode::FileNotReadable, {path, file->errorString()})));
    const Answer<StoredDocument> document =
        co_await upload(core, std::move(session), std::move(file), std::move(name), std::move(stop));
    co_return document;
}

QCoro::Task<Answer<void>> download(std::shared_ptr<ClientCore> core, SessionId session, QString documentId,
                                   QString path, qint64 expectedSize, std::stop_token stop) {
    if (!isUsableDocumentId(documentId))
        co_return tl::unexpected(notSent(Error(ErrorCode::IdentifierInvalid, {documentId})));
    auto file = std::make_shared<PartialFile>(path);
    const qint64 most =
        expectedSize >= 0 ? std::min(expectedSize, core->sizes.download) : core->sizes.download;
    CallPlan plan = downloadPlan(*core, session, documentId, file, most, stop);
    const Answer<Payload> payload = co_await CallRunner::run(core->runner, std::move(plan));
    if (!payload)
        co_return tl::unexpected(named(payload.error(), ErrorCode::OutputNotWritable, file->folder(),
                                       file->device()->errorString()));
    // Before the size is looked at: a full disk is this computer's trouble, not the answer's.
    if (const base::Expected<void> flushed = file->flush(); !flushed)
        co_return tl::unexpected(CallFailure{flushed.error(), Delivery::Answered, 200, {}, std::nullopt});
    if (expectedSize >= 0 && file->device()->size() != expectedSize) {
        const QString sizes =
            QStringLiteral("%1 bytes instead of %2").arg(file->device()->size()).arg(expectedSize);
        co_return tl::unexpected(unusable(*payload, ErrorCode::AnswerIncomplete, sizes));
    }
    const base::Expected<void> finished = file->finish();
    if (!finished)
        co_return tl::unexpected(CallFailure{finished.error(), Delivery::Answered, 200, {}, std::nullopt});
    co_return Answer<void>();
}

}  // namespace signet::signapi
