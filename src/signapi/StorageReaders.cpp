#include <QLatin1StringView>
#include <cmath>

#include "signapi/CallReaders.h"
#include "signapi/DocumentId.h"
#include "signapi/ServiceWords.h"

namespace signet::signapi {
namespace {

using base::ErrorCode;
using base::SessionId;

constexpr qsizetype MostIncluded = 10'000;

/** A whole number, written as one or as text; `otherwise` for anything else. */
qint64 wholeNumber(const QJsonValue& value, qint64 otherwise) {
    constexpr double Exact = 9007199254740992.0;
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().trimmed().toDouble(&isNumber);
    if (!isNumber || !(number >= 0 && number <= Exact) || number != std::floor(number))
        return otherwise;
    return static_cast<qint64>(number);
}

QList<IncludedDocument> readIncluded(const QJsonValue& value) {
    QList<IncludedDocument> documents;
    for (const QJsonValue& entry : listOf(value, {})) {
        if (documents.size() == MostIncluded)
            break;
        const QJsonObject object = entry.toObject();
        documents.append({textOf(object.value(u"id")), textOf(object.value(u"name")),
                          wholeNumber(object.value(u"size"), -1)});
    }
    return documents;
}

std::optional<StoredDocument> documentFrom(const QJsonObject& object) {
    StoredDocument document;
    document.id = textOf(object.value(u"id"));
    if (!isUsableDocumentId(document.id))
        return std::nullopt;
    document.name = textOf(object.value(u"name"));
    document.size = wholeNumber(object.value(u"size"), -1);
    document.type = textOf(object.value(u"type"));
    document.includedDocuments = readIncluded(object.value(u"includedDocuments"));
    return document;
}

/** `sessionIds` as texts or as objects, `sessionId` as a text. */
QJsonArray sessionNames(const QJsonObject& payload) {
    const QJsonValue several = payload.value(u"sessionIds");
    if (several.isArray())
        return several.toArray();
    if (several.isString() || several.isObject())
        return {several};
    return {payload.value(u"sessionId")};
}

}  // namespace

Answer<QList<SessionId>> readSessions(const Payload& payload, int asked) {
    QJsonArray names =
        payload.value.isArray() ? payload.value.toArray() : sessionNames(payload.value.toObject());
    QList<SessionId> sessions;
    for (const QJsonValue& entry : names) {
        const QString name =
            entry.isObject() ? entry.toObject().value(u"sessionId").toString() : entry.toString();
        const auto session = SessionId::parse(name);
        if (!session)
            return tl::unexpected(unusable(payload, ErrorCode::AnswerUnreadable, session.error().message()));
        if (!sessions.contains(*session) && sessions.size() < asked)
            sessions.append(*session);
    }
    if (sessions.isEmpty())
        return tl::unexpected(unusable(payload, ErrorCode::AnswerUnreadable, QStringLiteral("no session")));
    return sessions;
}

Answer<StoredDocument> readDocument(const Payload& payload) {
    const QJsonArray list = listOf(payload.value, {});
    const auto document = list.isEmpty() ? std::nullopt : documentFrom(list.first().toObject());
    if (!document)
        return tl::unexpected(unusable(payload, ErrorCode::AnswerUnreadable, QStringLiteral("no document")));
    return *document;
}

Answer<QList<StoredDocument>> readDocuments(const Payload& payload) {
    const bool isEmptyList = payload.value.isNull();
    if (!isEmptyList && !payload.value.isArray() && !payload.value.isObject())
        return tl::unexpected(unusable(payload, ErrorCode::AnswerUnreadable, QStringLiteral("no list")));
    QList<StoredDocument> documents;
    for (const QJsonValue& entry : listOf(payload.value, {})) {
        // {} is what some serialisers make of an empty list.
        if (payload.value.isObject() && entry.toObject().isEmpty())
            continue;
        const auto document = documentFrom(entry.toObject());
        if (!document)
            return tl::unexpected(unusable(payload, ErrorCode::AnswerUnreadable,
                                           QStringLiteral("a document without identifier")));
        documents.append(*document);
    }
    return documents;
}

Answer<ServiceConfiguration> readConfiguration(const Payload& payload) {
    const QJsonObject object = payload.value.toObject();
    if (object.isEmpty())
        return tl::unexpected(
            unusable(payload, ErrorCode::AnswerUnreadable, QStringLiteral("no configuration")));
    ServiceConfiguration configuration;
    configuration.clientId = textOf(object.value(u"oauthClientId"));
    configuration.name = textOf(object.value(u"name"));
    configuration.fileMaxLength = wholeNumber(object.value(u"fileMaxLength"), 0);
    configuration.sessionExpirationTimeout = wholeNumber(object.value(u"sessionExpirationTimeout"), 0);
    configuration.sentAt = payload.sentAt;
    return configuration;
}

}  // namespace signet::signapi
