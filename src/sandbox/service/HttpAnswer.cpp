#include "sandbox/service/HttpAnswer.h"

#include <QDateTime>
#include <QHash>
#include <QJsonDocument>
#include <QLocale>

namespace signet::sandbox {
namespace {

QByteArray reasonOf(int status) {
    static const QHash<int, QByteArray> reasons{
        {200, "OK"},
        {201, "Created"},
        {302, "Found"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {410, "Gone"},
        {413, "Content Too Large"},
        {422, "Unprocessable Content"},
        {429, "Too Many Requests"},
        {500, "Internal Server Error"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
    };
    return reasons.value(status, "Status");
}

/** RFC 9110, 5.6.7. */
QByteArray dateNow() {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return QLocale::c().toString(now, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

}  // namespace

QByteArray HttpRequest::header(QByteArrayView name) const {
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

HttpAnswer HttpAnswer::json(int status, const QJsonObject& object) {
    HttpAnswer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

HttpAnswer HttpAnswer::data(int status, const QJsonValue& value) {
    return json(status, {{u"data"_qs, value}});
}

HttpAnswer HttpAnswer::error(int status, const QString& code, const QString& message) {
    return json(status, {{u"error"_qs, QJsonObject{{u"code"_qs, code}, {u"message"_qs, message}}}});
}

HttpAnswer HttpAnswer::badRequest(const Refusal& refusal) {
    return error(400, refusal.code, refusal.message);
}

QByteArray HttpAnswer::wire() const {
    QByteArray out = "HTTP/1.1 " + QByteArray::number(status) + " " + reasonOf(status) + "\r\n";
    out += "Content-Type: " + contentType + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    out += "Date: " + dateNow() + "\r\n";
    for (const auto& [name, value] : headers)
        out += name + ": " + value + "\r\n";
    return out + "\r\n" + body;
}

}  // namespace signet::sandbox
