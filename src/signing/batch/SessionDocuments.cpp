#include "signing/batch/SessionDocuments.h"

#include <algorithm>

namespace signet::signing {
namespace {

bool isOfKind(const Document& document, ResultKind kind) {
    switch (kind) {
        case ResultKind::Container:
            return isContainer(document);
        case ResultKind::Pdf:
            return isPdf(document);
        case ResultKind::Either:
            return isContainer(document) || isPdf(document);
    }
    return false;
}

bool isNamedAsResult(const Document& document) {
    return document.name.contains(QLatin1StringView(".signed."), Qt::CaseInsensitive) ||
           document.name.contains(QLatin1StringView(".extended."), Qt::CaseInsensitive);
}

QList<Document> ofKind(const QList<Document>& documents, ResultKind kind) {
    QList<Document> found;
    std::copy_if(documents.begin(), documents.end(), std::back_inserter(found),
                 [kind](const Document& one) { return isOfKind(one, kind); });
    return found;
}

}  // namespace

ResultKind resultKind(Operation operation, Choice choice) {
    if (operation == Operation::Archive)
        return ResultKind::Either;
    return choice.signAsPdf ? ResultKind::Pdf : ResultKind::Container;
}

QList<Document> resultDocuments(const QList<Document>& before, const QList<Document>& now, ResultKind kind) {
    return ofKind(newDocuments(before, now), kind);
}

QList<Document> likelyResult(const QList<Document>& now, ResultKind kind) {
    const QList<Document> candidates = ofKind(now, kind);
    if (candidates.size() == 1)
        return candidates;
    QList<Document> named;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(named), isNamedAsResult);
    return named.size() == 1 ? named : QList<Document>();
}

}  // namespace signet::signing
