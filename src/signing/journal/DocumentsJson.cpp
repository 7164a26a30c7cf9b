#include "signing/journal/DocumentsJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace signet::signing {
namespace {

const QString IdKey = QStringLiteral("id");
const QString NameKey = QStringLiteral("name");
const QString SizeKey = QStringLiteral("size");
const QString IncludedKey = QStringLiteral("included");

std::optional<Document> documentFrom(const QJsonObject& json) {
    Document document;
    document.id = json.value(IdKey).toString();
    document.name = json.value(NameKey).toString();
    document.size = json.value(SizeKey).toInteger(-1);
    const QJsonArray included = json.value(IncludedKey).toArray();
    for (const QJsonValue name : included)
        document.includedNames.append(name.toString());
    if (!json.value(IdKey).isString() || !json.value(NameKey).isString() || document.size < 0)
        return std::nullopt;
    return document;
}

}  // namespace

QString documentsToJson(const QList<Document>& documents) {
    QJsonArray array;
    for (const Document& document : documents) {
        QJsonObject json{{IdKey, document.id}, {NameKey, document.name}, {SizeKey, document.size}};
        if (!document.includedNames.isEmpty())
            json.insert(IncludedKey, QJsonArray::fromStringList(document.includedNames));
        array.append(json);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::optional<QList<Document>> documentsFromJson(const QString& json) {
    const QJsonDocument parsed = QJsonDocument::fromJson(json.toUtf8());
    if (!parsed.isArray())
        return std::nullopt;
    QList<Document> documents;
    const QJsonArray array = parsed.array();
    for (const QJsonValue value : array) {
        const std::optional<Document> document = documentFrom(value.toObject());
        if (!document)
            return std::nullopt;
        documents.append(*document);
    }
    return documents;
}

}  // namespace signet::signing
