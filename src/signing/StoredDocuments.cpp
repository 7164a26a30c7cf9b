#include "signing/StoredDocuments.h"

#include <algorithm>

#include "signing/ServiceDesk.h"

namespace signet::signing {

Document documentOf(const signapi::StoredDocument& stored) {
    Document document;
    document.id = stored.id;
    document.name = stored.name;
    document.size = std::max<qint64>(stored.size, 0);
    for (const signapi::IncludedDocument& included : stored.includedDocuments)
        document.includedNames.append(included.name);
    return document;
}

QList<Document> documentsOf(const QList<signapi::StoredDocument>& stored) {
    QList<Document> documents;
    for (const signapi::StoredDocument& one : stored)
        documents.append(documentOf(one));
    return documents;
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
