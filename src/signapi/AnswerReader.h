#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include "signapi/CallFailure.h"
#include "signapi/HttpMessage.h"

namespace signet::signapi {

/** What a 2xx carries: its `data`, or all of it. */
struct Payload {
    QJsonValue value;
    /** Nothing at all, or "OK" as text: the service agrees, and says no more. */
    bool withoutDetails = false;
    QString trace;
    QDateTime sentAt = {};  ///< HttpReply::sentAt
};

/**
 * Turns a complete answer into its payload or into a failure, whatever the shape (signapi.md 1.4 and 9.1).
 * The status decides first, then an `error` inside. Anything that is no JSON is read without complaint, as
 * far as it goes.
 */
Answer<Payload> readAnswer(const HttpReply& reply);

/** The same for an answer whose 2xx may also be plain text, or a JSON document that is one text. */
Answer<Payload> readAnswerOrText(const HttpReply& reply);

/** A list of objects: `value` itself, or its member of one of these names; a single object is a list of one.
 */
QJsonArray listOf(const QJsonValue& value, std::initializer_list<QLatin1StringView> names);

/** Web pages are what proxies and gateways answer with. */
bool isWebPage(const HttpReply& reply);

/** A 2xx that nothing can be read from. */
CallFailure unreadable(const HttpReply& reply, const QString& why);

/** The failure of a payload that lacks what was asked for. */
CallFailure unusable(const Payload& payload, base::ErrorCode code, const QString& why);

/** The beginning of a body, fit for the diagnostics. */
QString excerpt(const HttpReply& reply);

}  // namespace signet::signapi
