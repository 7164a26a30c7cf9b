#include "signing/Document.h"

#include <QLatin1StringView>
#include <algorithm>
#include <array>

namespace signet::signing {
namespace {

constexpr std::array ContainerEndings{QLatin1StringView(".asice"), QLatin1StringView(".sce"),
                                      QLatin1StringView(".edoc"),  QLatin1StringView(".bdoc"),
                                      QLatin1StringView(".asics"), QLatin1StringView(".scs")};

}  // namespace

bool isContainer(const Document& document) {
    return !document.includedNames.isEmpty() ||
           std::any_of(ContainerEndings.begin(), ContainerEndings.end(), [&](QLatin1StringView ending) {
               return document.name.endsWith(ending, Qt::CaseInsensitive);
           });
}

bool isPdf(const Document& document) {
    return document.name.endsWith(QLatin1StringView(".pdf"), Qt::CaseInsensitive);
}

QList<Document> newDocuments(const QList<Document>& before, const QList<Document>& now) {
    QList<Document> fresh;
    for (const Document& document : now) {
        const bool wasThere = std::any_of(before.begin(), before.end(), [&](const Document& old) {
            return old.id == document.id && old.name == document.name && old.size == document.size;
        });
        if (!wasThere)
            fresh.append(document);
    }
    return fresh;
}

}  // namespace signet::signing
