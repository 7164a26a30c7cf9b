#include "signing/StoredDocuments.h"

#include <algorithm>

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

}  // namespace signet::signing
