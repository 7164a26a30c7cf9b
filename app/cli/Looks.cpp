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
using signing::SessionValidation;
using Desk = QPointer<ServiceDesk>;

QString titleOf(const QList<Document>& documents) {
    QStringList names;
    for (const Document& document : documents)
        names.append(document.name);
    return names.join(QStringLiteral(", "));
}

bool maySign(const Document& document) {
    return signing::isContainer(document) || signing::isPdf(document);
}

QCoro::Task<ResultLine> download(Desk desk, signing::Session picked, QString folder) {
    ResultLine line = lineOf(picked);
    const SessionId id = *picked.id;
    Expected<QList<Document>> documents = co_await desk->listDocuments(id);
    line.wasLetIn = documents.has_value();
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
            line.error = Error(ErrorCode::Cancelled).at(Stage::Confirm);
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

void lay(const SessionValidation& found, ResultLine& line) {
    if (found.session) {
        line.identifier = found.session->toString();
        line.isFileOnly = false;
    }
    if (!found.documents.isEmpty())
        line.title = titleOf(found.documents);
    line.wasLetIn = !found.documents.isEmpty();
    if (found.report) {
        line.report = *found.report;
        line.outcome = Outcome::Done;
    } else {
        line.error = found.report.error();
    }
}

QCoro::Task<ResultLine> validate(Desk desk, signing::Session picked) {
    ResultLine line = lineOf(picked);
    const auto future = picked.id ? desk->validate(*picked.id) : desk->validate(picked.file);
    const Expected<SessionValidation> found = co_await future;
    if (found)
        lay(*found, line);
    else
        line.error = found.error().at(Stage::Confirm);
    co_return line;
}

}  // namespace

Look downloadLook(ServiceDesk& service, const QString& folder) {
    return [desk = Desk(&service), folder](const signing::Session& picked) {
        return download(desk, picked, folder);
    };
}

Look validationLook(ServiceDesk& service) {
    return [desk = Desk(&service)](const signing::Session& picked) { return validate(desk, picked); };
}

}  // namespace signet::cli
