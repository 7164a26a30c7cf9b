#include "signing/batch/SessionDocuments.h"

#include <algorithm>
#include <array>

#include "signing/ServiceDesk.h"

namespace signet::signing {
namespace {

constexpr std::array ContainerEndings{QLatin1StringView(".asice"), QLatin1StringView(".sce"),
                                      QLatin1StringView(".edoc"),  QLatin1StringView(".bdoc"),
                                      QLatin1StringView(".asics"), QLatin1StringView(".scs")};

bool isContainer(const Document& document) {
    return !document.includedNames.isEmpty() ||
           std::any_of(ContainerEndings.begin(), ContainerEndings.end(), [&](QLatin1StringView ending) {
               return document.name.endsWith(ending, Qt::CaseInsensitive);
           });
}

bool isPdf(const Document& document) {
    return document.name.endsWith(QLatin1StringView(".pdf"), Qt::CaseInsensitive);
}

QList<Document> ofKind(const QList<Document>& documents, bool signAsPdf) {
    QList<Document> found;
    std::copy_if(documents.begin(), documents.end(), std::back_inserter(found),
                 signAsPdf ? isPdf : isContainer);
    return found;
}

}  // namespace

QList<Document> signedDocuments(const QList<Document>& before, const QList<Document>& now, bool signAsPdf) {
    return ofKind(newDocuments(before, now), signAsPdf);
}

QList<Document> likelySignedDocument(const QList<Document>& now, bool signAsPdf) {
    const QList<Document> candidates = ofKind(now, signAsPdf);
    if (candidates.size() == 1)
        return candidates;
    QList<Document> named;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(named), [](const Document& one) {
        return one.name.contains(QLatin1StringView(".signed."), Qt::CaseInsensitive);
    });
    return named.size() == 1 ? named : QList<Document>();
}

}  // namespace signet::signing
