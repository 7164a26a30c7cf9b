#include "signapi/AnswerReader.h"

#include <QJsonDocument>
#include <algorithm>
#include <array>

#include "base/Log.h"
#include "signapi/ServiceWords.h"

namespace signet::signapi {
namespace {

using base::Error;
using base::ErrorCode;
using base::SessionId;

constexpr qsizetype ExcerptBytes = 2048;
constexpr std::array ResultLists{QLatin1StringView("results"), QLatin1StringView("sessionDigests"),
                                 QLatin1StringView("sessionDigest")};

bool saysOk(const QByteArray& body) {
    QByteArray text = body.trimmed();
    if (text.size() >= 2 && text.startsWith('"') && text.endsWith('"'))
        text = text.mid(1, text.size() - 2);
    return text.compare("OK", Qt::CaseInsensitive) == 0;
}

bool saysOk(const QJsonValue& value) {
    return value.isString() && value.toString().trimmed().compare(u"OK", Qt::CaseInsensitive) == 0;
}

struct Parsed {
    QJsonValue value = QJsonValue(QJsonValue::Undefined);
    QString problem;
};

Parsed parse(const QByteArray& body) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return {QJsonValue(QJsonValue::Undefined), error.errorString()};
    if (document.isArray())
        return {document.array(), {}};
    return {document.object(), {}};
}

QJsonValue payloadOf(const QJsonValue& body) {
    const QJsonObject object = body.toObject();
    return object.contains(u"data") ? object.value(u"data") : body;
}

/** Shape d and its relatives at the top, or the same one level down. */
QJsonValue requestError(const QJsonValue& body) {
    const QJsonValue error = body.toObject().value(u"error");
    if (isError(error))
        return error;
    const QJsonObject payload = payloadOf(body).toObject();
    // With a sessionId it is a list of one, and the error that session's.
    return payload.contains(u"sessionId") ? QJsonValue() : payload.value(u"error");
}

/** Shapes a to c: what the lists inside say about single sessions, and the first error that names none. */
struct SessionErrors {
    QHash<SessionId, Error> bySession;
    ServiceWords unnamed;
};

SessionErrors sessionErrors(const QJsonValue& body, int status) {
    SessionErrors found;
    const QJsonObject payload = payloadOf(body).toObject();
    for (const QLatin1StringView name : ResultLists) {
        for (const QJsonValue& entry : listOf(payload.value(name), {})) {
            const QJsonValue error = entry.toObject().value(u"error");
            if (!isError(error))
                continue;
            const auto session = SessionId::parse(entry.toObject().value(u"sessionId").toString());
            if (session)
                found.bySession.insert(*session, sessionError(error, status));
            else if (found.unnamed.isEmpty())
                found.unnamed = wordsOf(error);
        }
    }
    return found;
}

ServiceWords wordsFor(const QJsonValue& body, const SessionErrors& sessions) {
    ServiceWords words = wordsOfBody(body.toObject());
    if (words.isEmpty())
        words = wordsOf(payloadOf(body).toObject().value(u"error"));
    return words.isEmpty() ? sessions.unnamed : words;
}

/** These are known by their status even from a gateway; anything else that is a web page is not the
 * service's. */
bool statusSpeaksForItself(int status) {
    return status == 401 || status == 413 || status == 414 || status == 429;
}

CallFailure refusal(const HttpReply& reply, const QJsonValue& body) {
    CallFailure failure{
        Error(ErrorCode::ServiceError), Delivery::Answered, reply.status, {}, reply.retryAfter};
    if (isWebPage(reply) && !statusSpeaksForItself(reply.status)) {
        failure.error = Error(ErrorCode::ProxyAnswer, {QString::number(reply.status)}, excerpt(reply))
                            .withServiceWords({}, {}, reply.status);
        return failure;
    }
    const SessionErrors sessions = sessionErrors(body, reply.status);
    failure.bySession = sessions.bySession;
    failure.error = statusError(reply.status, wordsFor(body, sessions), excerpt(reply));
    return failure;
}

}  // namespace

bool isWebPage(const HttpReply& reply) {
    if (reply.contentType.toLower().contains("html"))
        return true;
    return reply.body.trimmed().startsWith('<');
}

QString excerpt(const HttpReply& reply) {
    const QString text = QString::fromUtf8(reply.body.first(std::min(reply.body.size(), ExcerptBytes)));
    return QString(reply.trace % u" HTTP " % QString::number(reply.status) % u": " % base::redacted(text));
}

CallFailure unreadable(const HttpReply& reply, const QString& why) {
    const ErrorCode code = isWebPage(reply) ? ErrorCode::ProxyAnswer : ErrorCode::AnswerUnreadable;
    const Error error = Error(code, {QString::number(reply.status)}, QString(why % u"; " % excerpt(reply)))
                            .withServiceWords({}, {}, reply.status);
    return {error, Delivery::Answered, reply.status, {}, std::nullopt};
}

CallFailure unusable(const Payload& payload, ErrorCode code, const QString& why) {
    return {Error(code, {}, QString(payload.trace % u": " % why)), Delivery::Answered, 200, {}, std::nullopt};
}

QJsonArray listOf(const QJsonValue& value, std::initializer_list<QLatin1StringView> names) {
    if (value.isArray())
        return value.toArray();
    if (!value.isObject())
        return {};
    for (const QLatin1StringView name : names) {
        const QJsonValue member = value.toObject().value(name);
        if (!member.isUndefined())
            return listOf(member, {});
    }
    // An object that is not the holder of such a list is the only entry of one.
    return names.size() == 0 || value.toObject().contains(u"sessionId") ? QJsonArray{value} : QJsonArray{};
}

Answer<Payload> readAnswer(const HttpReply& reply) {
    const Parsed parsed = parse(reply.body);
    if (reply.status / 100 != 2)
        return tl::unexpected(refusal(reply, parsed.value));
    if (reply.body.trimmed().isEmpty() || saysOk(reply.body))
        return Payload{QJsonValue(QJsonValue::Undefined), true, reply.trace, reply.sentAt};
    if (parsed.value.isUndefined())
        return tl::unexpected(unreadable(reply, parsed.problem));
    if (isError(requestError(parsed.value)))
        return tl::unexpected(refusal(reply, parsed.value));
    const QJsonValue payload = payloadOf(parsed.value);
    return Payload{payload, saysOk(payload), reply.trace, reply.sentAt};
}

Answer<Payload> readAnswerOrText(const HttpReply& reply) {
    const bool isText = reply.status / 100 == 2 && !reply.body.trimmed().isEmpty() && !isWebPage(reply) &&
                        parse(reply.body).value.isUndefined();
    if (!isText)
        return readAnswer(reply);
    // Qt reads no document that is a single text: as the only entry of a list it does.
    const QJsonValue quoted = parse("[" + reply.body + "]").value.toArray().first();
    const QJsonValue text = quoted.isString() ? quoted : QJsonValue(QString::fromUtf8(reply.body));
    return Payload{text, saysOk(text), reply.trace, reply.sentAt};
}

}  // namespace signet::signapi
