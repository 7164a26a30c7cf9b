#include "signing/SessionValidator.h"

#include <algorithm>

#include "base/Log.h"
#include "signapi/SignApiClient.h"
#include "signing/DocumentValidation.h"
#include "signing/FileUpload.h"
#include "signing/StoredDocuments.h"
#include "signing/batch/Waiting.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using base::Expected;
using base::SessionId;
using base::Stage;
using Client = std::shared_ptr<signapi::SignApiClient>;
using FileLimit = std::shared_ptr<std::optional<qint64>>;

constexpr std::chrono::seconds LongestClose{10};

/** Failed comes before mixed and indeterminate, and passed last. */
int badness(const ValidationReport& report) {
    switch (overallVerdict(report)) {
        case Verdict::Failed:
            return 3;
        case Verdict::Mixed:
            return 2;
        case Verdict::Indeterminate:
            return 1;
        case Verdict::Passed:
            break;
    }
    return 0;
}

QList<Document> signableAmong(const QList<Document>& documents) {
    QList<Document> found;
    std::copy_if(documents.begin(), documents.end(), std::back_inserter(found),
                 [](const Document& one) { return isContainer(one) || isPdf(one); });
    return found;
}

/** The worst report; an error as soon as one document cannot be judged. */
QCoro::Task<Expected<ValidationReport>> validateEach(Client client, SessionId session,
                                                     QList<Document> documents, std::stop_token stop) {
    Expected<ValidationReport> worst = base::fail(ErrorCode::DocumentNotSigned);
    for (const Document& document : std::as_const(documents)) {
        const Expected<ValidationReport> report = co_await validateDocument(client, session, document, stop);
        if (!report && report.error().code() != ErrorCode::DocumentNotSigned)
            co_return report;
        if (!worst || (report && badness(*report) > badness(*worst)))
            worst = report;
    }
    co_return worst;
}

/** Into a session that has been started for it; nothing, or why it is not there. */
QCoro::Task<std::optional<Error>> upload(Client client, SessionId session, QString path,
                                         std::stop_token stop) {
    const auto goesOn = [stop] { return !stop.stop_requested(); };
    const std::optional<signapi::CallFailure> failure =
        co_await uploadInto(client, session, path, goesOn, stop);
    std::optional<Error> error;
    if (failure)
        error = failure->error;
    else if (!goesOn())
        error = Error(ErrorCode::Cancelled);
    co_return error;
}

/** Not stopped with the rest: the file would stay there for a day. */
QCoro::Task<> closeAgain(Client client, SessionId session) {
    const TimeLimit limit(std::stop_token(), LongestClose);
    const auto closed = co_await client->closeSession(session, limit.token());
    if (!closed)
        qCWarning(base::logSigning, "a session that was started for a file could not be closed again: %s",
                  qPrintable(closed.error().error.publicCode()));
}

QCoro::Task<Expected<SessionId>> startFor(Client client, QString path, FileLimit limit,
                                          std::stop_token stop) {
    if (!*limit) {
        const auto configuration = co_await client->configuration(stop);
        *limit = configuration ? configuration->fileMaxLength : 0;
    }
    if (const auto problem = tooLarge(path, **limit)) {
        Expected<SessionId> refused = tl::unexpected(*problem);
        co_return refused;
    }
    const auto started = co_await client->startSessions(1, stop);
    Expected<SessionId> session = base::fail(ErrorCode::AnswerIncomplete);
    if (started && !started->isEmpty())
        session = started->first();
    else if (!started)
        session = tl::unexpected(started.error().error);
    co_return session;
}

}  // namespace

QCoro::Task<SessionValidation> validateSession(Client client, SessionId session, std::stop_token stop) {
    SessionValidation found{session, {}, base::fail(ErrorCode::SessionEmpty)};
    const auto listed = co_await client->listDocuments(session, stop);
    if (listed)
        found.documents = documentsOf(*listed);
    else
        found.report = tl::unexpected(listed.error().error);
    if (!found.documents.isEmpty())
        found.report = co_await validateEach(client, session, signableAmong(found.documents), stop);
    if (!found.report)
        found.report = tl::unexpected(found.report.error().at(Stage::Confirm));
    co_return found;
}

QCoro::Task<SessionValidation> validateFile(Client client, QString path, FileLimit limit,
                                            std::stop_token stop) {
    SessionValidation found{std::nullopt, {}, ValidationReport()};
    const Expected<SessionId> session = co_await startFor(client, path, limit, stop);
    if (!session) {
        found.report = tl::unexpected(session.error().at(Stage::Prepare));
        co_return found;
    }
    const std::optional<Error> notThere = co_await upload(client, *session, path, stop);
    if (notThere)
        found = SessionValidation{*session, {}, tl::unexpected(notThere->at(Stage::Prepare))};
    else
        found = co_await validateSession(client, *session, stop);
    co_await closeAgain(client, *session);
    co_return found;
}

}  // namespace signet::signing
