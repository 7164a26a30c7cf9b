#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <optional>

#include "base/Error.h"

namespace signet::signapi {

/** What the service said about an error, in its own words; each may be empty (signapi.md 9.1). */
struct ServiceWords {
    QString code;
    QString message;
    QStringList details;

    bool isEmpty() const { return code.isEmpty() && message.isEmpty(); }
};

/** An `error` that is absent or null is none; anything else is one, even if it says nothing. */
bool isError(const QJsonValue& error);

/** The words of an `error`: an object, a text, or a number; anything else has none. */
ServiceWords wordsOf(const QJsonValue& error);

/** The words of a whole body: its `error`, OAuth's pair, or problem details (RFC 9457). */
ServiceWords wordsOfBody(const QJsonObject& body);

/** The error of one session in a list of results. */
base::Error sessionError(const QJsonValue& error, int httpStatus);

/** The error that an HTTP status stands for, with the service's words laid over. */
base::Error statusError(int httpStatus, const ServiceWords& words, const QString& detail);

/** Text, or a whole number as text; empty for anything else. At most `limit` characters. */
QString textOf(const QJsonValue& value, qsizetype limit = 4096);

}  // namespace signet::signapi
