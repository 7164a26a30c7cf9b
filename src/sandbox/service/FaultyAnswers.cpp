#include "sandbox/service/FaultyAnswers.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace signet::sandbox {
namespace {

HttpAnswer text(int status, const QByteArray& contentType, const QByteArray& body) {
    return HttpAnswer{status, contentType, body, {}};
}

HttpAnswer htmlPage(int status) {
    return text(
        status, "text/html; charset=utf-8",
        "<!DOCTYPE html><html><head><title>Proxy</title></head><body><h1>This is a proxy</h1></body></html>");
}

/** Shapes a and b: an entry with an error for each session; shape c: one error without a session. */
HttpAnswer perSession(const QString& member, int status, const QJsonObject& error,
                      const QStringList& sessionIds) {
    QJsonArray entries;
    for (const QString& id : sessionIds)
        entries.append(QJsonObject{{u"sessionId"_qs, id}, {u"error"_qs, error}});
    if (sessionIds.isEmpty())
        entries.append(QJsonObject{{u"error"_qs, error}});
    return HttpAnswer::data(status, QJsonObject{{member, entries}});
}

int usualStatus(const Fault& fault) {
    if (fault.status != 0)
        return fault.status;
    switch (fault.kind) {
        case FaultKind::Html:
            return 200;
        case FaultKind::ServerErrorAfterWork:
            return 500;
        default:
            return 400;
    }
}

HttpAnswer refusalBy(const Fault& fault, Operation operation, const QStringList& sessionIds) {
    const QString code = fault.code.isEmpty() ? u"signing:" + toString(operation) : fault.code;
    const QString message = fault.message.isEmpty() ? u"The request was refused"_qs : fault.message;
    return refusalOfShape(fault.shape, usualStatus(fault), code, message, operation, sessionIds);
}

HttpAnswer tooManyRequests(int seconds) {
    HttpAnswer answer = HttpAnswer::error(429, u"service:tooManyRequests"_qs, u"Too many requests"_qs);
    answer.headers.emplace_back("Retry-After", QByteArray::number(seconds));
    return answer;
}

HttpAnswer redirect(const QString& target) {
    HttpAnswer answer = text(302, "text/plain", {});
    answer.headers.emplace_back("Location", target.isEmpty() ? "/elsewhere" : target.toUtf8());
    return answer;
}

QByteArray hugeJson(int mebibytes) {
    constexpr int DefaultMebibytes = 50;
    const qsizetype size = qsizetype(mebibytes > 0 ? mebibytes : DefaultMebibytes) * 1024 * 1024;
    return "{\"data\":\"" + QByteArray(size, 'x') + "\"}";
}

HttpAnswer withoutData(const HttpAnswer& answer) {
    const QJsonValue data = QJsonDocument::fromJson(answer.body)[u"data"];
    HttpAnswer bare = answer;
    if (data.isObject())
        bare.body = QJsonDocument(data.toObject()).toJson(QJsonDocument::Compact);
    else if (data.isArray())
        bare.body = QJsonDocument(data.toArray()).toJson(QJsonDocument::Compact);
    return bare;
}

HttpAnswer spoilt(const Fault& fault, const HttpAnswer& answer, Operation operation,
                  const QStringList& sessionIds) {
    switch (fault.kind) {
        case FaultKind::WithoutData:
            return withoutData(answer);
        case FaultKind::OkText:
            return text(200, "text/plain", "OK");
        case FaultKind::EmptyBody:
            return text(200, "application/json", {});
        case FaultKind::HugeAnswer:
            return text(200, "application/json", hugeJson(fault.amount));
        case FaultKind::NotJson:
            return text(200, "application/json", answer.body.first(answer.body.size() / 2));
        default:
            return refusalBy(fault, operation, sessionIds);
    }
}

void setDelivery(const Fault& fault, Delivery& delivery) {
    switch (fault.kind) {
        case FaultKind::SlowAnswer:
            delivery.way = Delivery::Way::Slowly;
            delivery.msPerByte = qMax(1, fault.amount);
            break;
        case FaultKind::CutAnswer:
            delivery.way = Delivery::Way::Cut;
            break;
        case FaultKind::HangAfterWork:
            delivery.way = Delivery::Way::Never;
            break;
        case FaultKind::HangUpAfterWork:
            delivery.way = Delivery::Way::HangUp;
            break;
        default:
            delivery.delayMs += fault.amount;
            break;
    }
}

}  // namespace

std::optional<Reply> replyInsteadOfWork(FaultPlan& faults, Operation operation,
                                        const QStringList& sessionIds) {
    if (const auto limit = faults.takeIf(FaultKind::TooManySessions, operation, [&](const Fault& fault) {
            return sessionIds.size() > fault.amount;
        }))
        return Reply{refusalOfShape('d', 413, u"service:tooLarge"_qs, u"Too many sessions"_qs, operation, {}),
                     {}};
    const auto fault = faults.takeAny(
        {FaultKind::SessionRefused, FaultKind::Refused, FaultKind::TokenExpired, FaultKind::TooManyRequests,
         FaultKind::Html, FaultKind::Redirect, FaultKind::Hang, FaultKind::HangUpBeforeWork},
        operation, sessionIds);
    if (!fault)
        return std::nullopt;
    switch (fault->kind) {
        case FaultKind::TokenExpired:
            return Reply{
                refusalOfShape('f', 401, u"invalid_token"_qs, u"The access token expired"_qs, operation, {}),
                {}};
        case FaultKind::TooManyRequests:
            return Reply{tooManyRequests(fault->amount), {}};
        case FaultKind::Html:
            return Reply{htmlPage(usualStatus(*fault)), {}};
        case FaultKind::Redirect:
            return Reply{redirect(fault->message), {}};
        case FaultKind::Hang:
            return Reply{{}, {Delivery::Way::Never}};
        case FaultKind::HangUpBeforeWork:
            return Reply{{}, {Delivery::Way::HangUp}};
        case FaultKind::SessionRefused:
            return Reply{refusalBy(*fault, operation, {fault->sessionId}), {}};
        default:
            return Reply{refusalBy(*fault, operation, sessionIds), {}};
    }
}

Reply replyAfterWork(FaultPlan& faults, Operation operation, const QStringList& sessionIds,
                     HttpAnswer answer) {
    Reply reply{std::move(answer), {}};
    if (const auto fault =
            faults.takeAny({FaultKind::WithoutData, FaultKind::OkText, FaultKind::EmptyBody,
                            FaultKind::HugeAnswer, FaultKind::NotJson, FaultKind::ServerErrorAfterWork},
                           operation, sessionIds))
        reply.answer = spoilt(*fault, reply.answer, operation, sessionIds);
    if (const auto fault =
            faults.takeAny({FaultKind::SlowAnswer, FaultKind::CutAnswer, FaultKind::HangAfterWork,
                            FaultKind::HangUpAfterWork, FaultKind::Delay},
                           operation, sessionIds))
        setDelivery(*fault, reply.delivery);
    return reply;
}

HttpAnswer refusalOfShape(char shape, int status, const QString& code, const QString& message,
                          Operation operation, const QStringList& sessionIds) {
    const QJsonObject error{{u"code"_qs, code}, {u"message"_qs, message}};
    switch (shape) {
        case 'a':
            return perSession(u"sessionDigests"_qs, status, error, sessionIds);
        case 'b':
            return perSession(u"results"_qs, status, error, sessionIds);
        case 'c':
            return perSession(u"results"_qs, status, {{u"code"_qs, code}}, {});
        case 'e':
            return HttpAnswer::json(status, {{u"error"_qs, message}});
        case 'f': {
            HttpAnswer answer =
                HttpAnswer::json(status, {{u"error"_qs, code}, {u"error_description"_qs, message}});
            answer.headers.emplace_back("WWW-Authenticate",
                                        "Bearer realm=\"signet-sandbox\", error=\"" + code.toUtf8() + "\"");
            return answer;
        }
        case 'g': {
            HttpAnswer answer = HttpAnswer::json(
                status, {{u"type"_qs, u"about:blank"_qs},
                         {u"title"_qs, message},
                         {u"status"_qs, status},
                         {u"traceId"_qs, u"00-%1-00"_qs.arg(toString(operation))},
                         {u"errors"_qs, QJsonObject{{u"sessions"_qs, QJsonArray{message}}}}});
            answer.contentType = "application/problem+json";
            return answer;
        }
        case 'h':
            return htmlPage(status);
        default: {
            QJsonObject detailed = error;
            detailed.insert(u"details"_qs, QJsonArray{error});
            return HttpAnswer::json(status, {{u"error"_qs, detailed}});
        }
    }
}

}  // namespace signet::sandbox
