#include "signapi/ServiceWords.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace signet::signapi {
namespace {

using base::Error;
using base::ErrorCode;

constexpr qsizetype LongestCode = 256;
constexpr qsizetype MostDetails = 20;

bool looksLikeCode(const QString& text) {
    static const QRegularExpression code(QStringLiteral("^[A-Za-z0-9_.:/-]{1,256}$"));
    return code.match(text).hasMatch();
}

/** One text for both: a single word is a code, a sentence is a message. */
ServiceWords wordsOfText(const QString& text) {
    if (looksLikeCode(text))
        return {text, {}, {}};
    return {{}, text, {}};
}

QStringList detailsOf(const QJsonValue& value) {
    QStringList details;
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue& entry : list) {
        if (details.size() == MostDetails)
            break;
        const ServiceWords words = wordsOf(entry);
        if (!words.isEmpty())
            details.append(QStringList{words.code, words.message}.join(u' ').trimmed());
    }
    return details;
}

/** The `errors` of problem details: a list of texts for each field. */
QStringList fieldErrors(const QJsonValue& value) {
    QStringList details;
    const QJsonObject fields = value.toObject();
    for (auto field = fields.begin(); field != fields.end() && details.size() < MostDetails; ++field)
        details.append(QString(field.key() % u": " % detailsOf(field.value()).join(u' ')));
    return details.isEmpty() ? detailsOf(value) : details;
}

QString firstText(const QJsonObject& object, std::initializer_list<QLatin1StringView> names) {
    for (const QLatin1StringView name : names) {
        const QString text = textOf(object.value(name));
        if (!text.isEmpty())
            return text;
    }
    return {};
}

ErrorCode codeOfStatus(int status) {
    switch (status) {
        case 401:
            return ErrorCode::Unauthorised;
        case 403:
            return ErrorCode::Forbidden;
        case 404:
        case 410:
            return ErrorCode::SessionNotFound;
        case 407:
            return ErrorCode::ProxyAuthentication;
        case 413:
        case 414:
            return ErrorCode::RequestTooLarge;
        case 429:
            return ErrorCode::RateLimited;
        case 408:
        case 502:
        case 503:
        case 504:
            return ErrorCode::ServiceUnavailable;
        default:
            return ErrorCode::ServiceError;
    }
}

}  // namespace

QString textOf(const QJsonValue& value, qsizetype limit) {
    if (value.isString())
        return value.toString().left(limit);
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return {};
}

bool isError(const QJsonValue& error) {
    return !error.isNull() && !error.isUndefined();
}

ServiceWords wordsOf(const QJsonValue& error) {
    if (!error.isObject())
        return wordsOfText(textOf(error));
    const QJsonObject object = error.toObject();
    ServiceWords words;
    words.code = textOf(object.value(u"code"), LongestCode);
    words.message =
        firstText(object, {QLatin1StringView("message"), QLatin1StringView("content"),
                           QLatin1StringView("error_description"), QLatin1StringView("description")});
    words.details = detailsOf(object.value(u"details"));
    return words;
}

ServiceWords wordsOfBody(const QJsonObject& body) {
    const QJsonValue error = body.value(u"error");
    if (isError(error)) {
        ServiceWords words = wordsOf(error);
        const QString description = textOf(body.value(u"error_description"));
        if (!description.isEmpty() && error.isString())
            words = {textOf(error, LongestCode), description, {}};
        return words;
    }
    ServiceWords words;
    words.code = textOf(body.value(u"code"), LongestCode);
    words.message = firstText(
        body, {QLatin1StringView("message"), QLatin1StringView("detail"), QLatin1StringView("title")});
    words.details = fieldErrors(body.value(u"errors"));
    return words;
}

Error sessionError(const QJsonValue& error, int httpStatus) {
    const ServiceWords words = wordsOf(error);
    return Error::fromService(words.code, words.message, httpStatus, words.details.join(u"; "));
}

Error statusError(int httpStatus, const ServiceWords& words, const QString& detail) {
    const QString all =
        words.details.isEmpty() ? detail : QString(words.details.join(u"; ") % u"; " % detail);
    const ErrorCode code = codeOfStatus(httpStatus);
    if (code == ErrorCode::ServiceError)
        return Error::fromService(words.code, words.message, httpStatus, all);
    return Error(code, {QString::number(httpStatus)}, all)
        .withServiceWords(words.code, words.message, httpStatus);
}

}  // namespace signet::signapi
