#include "cli/Looks.h"

#include <QCoroFuture>
#include <QPointer>
#include <algorithm>

#include "signing/ServiceDesk.h"

namespace signet::cli {
namespace {

using base::Error;
using base::ErrorCode;
using base::Expected;
using base::SessionId;
using base::Stage;
using signing::Document;
using signing::ServiceDesk;
using signing::ValidationReport;
using signing::Verdict;
using Desk = QPointer<ServiceDesk>;

ResultLine beginLine(const SessionId& id) {
    ResultLine line;
    line.identifier = id.toString();
    line.title = line.identifier;
    return line;
}

QString titleOf(const QList<Document>& documents) {
    QStringList names;
    for (const Document& document : documents)
        names.append(document.name);
    return names.join(QStringLiteral(", "));
}

bool maySign(const Document& document) {
    return signing::isContainer(document) || signing::isPdf(document);
}

Error interrupted() {
    return Error(ErrorCode::Cancelled).at(Stage::Confirm);
}

/** Failed comes before indeterminate and mixed, and passed last. */
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

QCoro::Task<ResultLine> download(Desk desk, SessionId id, QString folder) {
    ResultLine line = beginLine(id);
    Expected<QList<Document>> documents = co_await desk->listDocuments(id);
    if (documents && documents->isEmpty())
        documents = base::fail(ErrorCode::SessionEmpty);
    if (!documents) {
        line.error = documents.error().at(Stage::Confirm);
        co_return line;
    }
    line.title = titleOf(*documents);
    std::stable_partition(documents->begin(), documents->end(), maySign);
    for (const Document& document : std::as_const(*documents)) {
        if (!desk) {
            line.error = interrupted();
            co_return line;
        }
        const Expected<QString> saved = co_await desk->save(id, document, folder);
        if (!saved) {
            line.error = saved.error().at(Stage::Confirm);
            co_return line;
        }
        line.saved.append(*saved);
    }
    line.outcome = Outcome::Done;
    co_return line;
}

/** Into the line: the report, or why there is none. */
QCoro::Task<ResultLine> validateEach(Desk desk, SessionId id, QList<Document> documents, ResultLine line) {
    std::optional<Error> notSigned;
    for (const Document& document : std::as_const(documents)) {
        if (!desk) {
            line.error = interrupted();
            co_return line;
        }
        const Expected<ValidationReport> report = co_await desk->validate(id, document);
        if (report && (!line.report || badness(*report) > badness(*line.report)))
            line.report = *report;
        if (report)
            continue;
        if (report.error().code() != ErrorCode::DocumentNotSigned) {
            line.error = report.error().at(Stage::Confirm);
            co_return line;
        }
        notSigned = report.error().at(Stage::Confirm);
    }
    line.outcome = line.report ? Outcome::Done : Outcome::Failed;
    if (!line.report)
        line.error = notSigned;
    co_return line;
}

QCoro::Task<ResultLine> validate(Desk desk, SessionId id) {
    ResultLine line = beginLine(id);
    Expected<QList<Document>> documents = co_await desk->listDocuments(id);
    if (documents && documents->isEmpty())
        documents = base::fail(ErrorCode::SessionEmpty);
    if (!documents) {
        line.error = documents.error().at(Stage::Confirm);
        co_return line;
    }
    line.title = titleOf(*documents);
    QList<Document> signable;
    std::copy_if(documents->begin(), documents->end(), std::back_inserter(signable), maySign);
    if (signable.isEmpty()) {
        line.error = Error(ErrorCode::DocumentNotSigned, {line.title}).at(Stage::Confirm);
        co_return line;
    }
    ResultLine validated = co_await validateEach(desk, id, signable, line);
    co_return validated;
}

}  // namespace

Look downloadLook(ServiceDesk& service, const QString& folder) {
    return [desk = Desk(&service), folder](const SessionId& id) { return download(desk, id, folder); };
}

Look validationLook(ServiceDesk& service) {
    return [desk = Desk(&service)](const SessionId& id) { return validate(desk, id); };
}

}  // namespace signet::cli
