#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QUrl>
#include <QUrlQuery>

#include "sandbox/service/Refusal.h"

namespace signet::sandbox {

/** A request that arrived whole. */
struct HttpRequest {
    QByteArray method;
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    /** The first header of this name, whatever its case. */
    QByteArray header(QByteArrayView name) const;
};

/** What is to be sent back; `status` 200 unless told. */
struct HttpAnswer {
    int status = 200;
    QByteArray contentType = "application/json; charset=utf-8";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;

    static HttpAnswer json(int status, const QJsonObject& object);
    /** {"data": value} */
    static HttpAnswer data(int status, const QJsonValue& value);
    /** {"error": {"code", "message"}}: shape d of signapi.md 9.1. */
    static HttpAnswer error(int status, const QString& code, const QString& message);
    /** The same with 400, for what is wrong with a request as a whole. */
    static HttpAnswer badRequest(const Refusal& refusal);

    /** Status line, headers and body for the wire. */
    QByteArray wire() const;
};

}  // namespace signet::sandbox
