#include "signapi/ValidationCall.h"

#include <QUrl>

#include "signapi/CallReaders.h"
#include "signapi/DocumentId.h"

namespace signet::signapi {
namespace {

using base::Error;
using base::ErrorCode;
using base::SessionId;
using CorePtr = std::shared_ptr<ClientCore>;

/** The one sentence that was seen (signapi.md 6), wherever in the answer and however it is written. */
bool saysNotSigned(const CallFailure& failure) {
    if (failure.delivery != Delivery::Answered)
        return false;
    return failure.error.serviceMessage().contains(u"not signed", Qt::CaseInsensitive);
}

CallFailure named(CallFailure failure) {
    if (!saysNotSigned(failure))
        return failure;
    // In Signet's words: whoever asks has to tell this answer from a refusal, and so has a script.
    failure.error = Error(ErrorCode::DocumentNotSigned, {},
                          QString(failure.error.serviceMessage() % u"; " % failure.error.detail()));
    return failure;
}

QCoro::Task<Answer<ValidationReport>> ask(CorePtr core, QString path, std::stop_token stop) {
    CallPlan plan = core->longGet(path, stop);
    const Answer<Payload> payload = co_await CallRunner::run(core->runner, std::move(plan));
    if (!payload)
        co_return tl::unexpected(named(payload.error()));
    co_return readValidation(*payload);
}

bool isNotThere(const Answer<ValidationReport>& answer) {
    return !answer && answer.error().delivery == Delivery::Answered && answer.error().httpStatus == 404;
}

/** Whether the answer can only come from a service that knows this version of the call. */
bool provesVersion(const Answer<ValidationReport>& answer) {
    return answer || answer.error().error.code() == ErrorCode::DocumentNotSigned;
}

}  // namespace

QCoro::Task<Answer<ValidationReport>> validate(CorePtr core, SessionId session, QString documentId,
                                               std::stop_token stop) {
    if (!isUsableDocumentId(documentId))
        co_return tl::unexpected(CallFailure{
            Error(ErrorCode::IdentifierInvalid, {documentId}), Delivery::NotSent, 0, {}, std::nullopt});
    const QString rest =
        QStringLiteral("/%1/%2/validate")
            .arg(session.toString(), QString::fromLatin1(QUrl::toPercentEncoding(documentId)));
    const QString first = QString(QStringLiteral("/api-validation/v1.0") % rest);
    const QString second = QString(QStringLiteral("/api-validation/v2.0") % rest);
    const ValidationVersion known = core->validationVersion;
    if (known != ValidationVersion::One) {
        const Answer<ValidationReport> answer = co_await ask(core, second, stop);
        const bool proven = provesVersion(answer);
        if (proven)
            core->validationVersion = ValidationVersion::Two;
        // The service knew version 2 before: what is not there now is the document.
        if (proven || !isNotThere(answer) || known == ValidationVersion::Two)
            co_return answer;
    }
    const Answer<ValidationReport> answer = co_await ask(core, first, stop);
    if (provesVersion(answer) && core->validationVersion == ValidationVersion::Unknown)
        core->validationVersion = ValidationVersion::One;
    co_return answer;
}

}  // namespace signet::signapi
