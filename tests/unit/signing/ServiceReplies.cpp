#include "ServiceReplies.h"

#include <QJsonDocument>

namespace signet::test {
namespace {

QJsonObject wordsOf(const QString& code, const QString& message) {
    return {{u"code"_qs, code}, {u"message"_qs, message}};
}

ServiceReply json(const QJsonObject& object, int status) {
    return {status, QJsonDocument(object).toJson()};
}

}  // namespace

ServiceReply hangingUp() {
    ServiceReply reply;
    reply.hangUp = true;
    return reply;
}

ServiceReply silence() {
    ServiceReply reply;
    reply.silent = true;
    return reply;
}

ServiceReply dataReply(const QJsonObject& object, int status) {
    return json({{u"data"_qs, object}}, status);
}

ServiceReply refusal(int status, const QString& code, const QString& message) {
    return json({{u"error"_qs, wordsOf(code, message)}}, status);
}

QJsonObject success(const QString& session) {
    return {{u"sessionId"_qs, session}};
}

QJsonObject failing(const QString& session, const QString& code, const QString& message) {
    return {{u"sessionId"_qs, session}, {u"error"_qs, wordsOf(code, message)}};
}

ServiceReply resultsReply(const QJsonArray& entries, int status) {
    return dataReply({{u"results"_qs, entries}}, status);
}

ServiceReply changed(const ServiceReply& reply, const QString& member, const QString& session,
                     const QJsonObject& entry) {
    QJsonObject object = QJsonDocument::fromJson(reply.body).object()[u"data"].toObject();
    QJsonArray entries;
    for (const QJsonValue& one : object[member].toArray()) {
        if (one[u"sessionId"].toString() != session)
            entries.append(one);
        else if (!entry.isEmpty())
            entries.append(entry);
    }
    object[member] = entries;
    return dataReply(object, reply.status);
}

}  // namespace signet::test
