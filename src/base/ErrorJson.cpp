#include "base/ErrorJson.h"

#include <QJsonArray>
#include <limits>

namespace signet::base {
namespace {

const QString CodeKey = QStringLiteral("code");
const QString StageKey = QStringLiteral("stage");
const QString ArgumentsKey = QStringLiteral("arguments");
const QString CountKey = QStringLiteral("count");
const QString ServiceCodeKey = QStringLiteral("serviceCode");
const QString ServiceMessageKey = QStringLiteral("serviceMessage");
const QString HttpStatusKey = QStringLiteral("httpStatus");
const QString DetailKey = QStringLiteral("detail");

/** Nothing where a member is there and is no whole number that fits. */
std::optional<int> number(const QJsonObject& json, const QString& key, int otherwise) {
    const QJsonValue value = json.value(key);
    if (value.isUndefined())
        return otherwise;
    constexpr qint64 NotWhole = std::numeric_limits<qint64>::min();
    const qint64 whole = value.toInteger(NotWhole);
    if (whole < std::numeric_limits<int>::min() || whole > std::numeric_limits<int>::max())
        return std::nullopt;
    return static_cast<int>(whole);
}

std::optional<QStringList> arguments(const QJsonObject& json) {
    QStringList texts;
    const QJsonArray array = json.value(ArgumentsKey).toArray();
    for (const QJsonValue value : array) {
        if (!value.isString())
            return std::nullopt;
        texts.append(value.toString());
    }
    return texts;
}

}  // namespace

QJsonObject toJson(const Error& error) {
    QJsonObject json{{CodeKey, toString(error.code())}, {StageKey, toString(error.stage())}};
    if (!error.arguments().isEmpty())
        json.insert(ArgumentsKey, QJsonArray::fromStringList(error.arguments()));
    if (error.count())
        json.insert(CountKey, *error.count());
    if (!error.serviceCode().isEmpty())
        json.insert(ServiceCodeKey, error.serviceCode());
    if (!error.serviceMessage().isEmpty())
        json.insert(ServiceMessageKey, error.serviceMessage());
    if (error.httpStatus() != 0)
        json.insert(HttpStatusKey, error.httpStatus());
    if (!error.detail().isEmpty())
        json.insert(DetailKey, error.detail());
    return json;
}

std::optional<Error> errorFromJson(const QJsonObject& json) {
    const std::optional<ErrorCode> code = errorCodeFromString(json.value(CodeKey).toString());
    const std::optional<Stage> stage = stageFromString(json.value(StageKey).toString());
    const std::optional<QStringList> texts = arguments(json);
    const std::optional<int> status = number(json, HttpStatusKey, 0);
    const std::optional<int> count = number(json, CountKey, 0);
    if (!code || !stage || !texts || !status || !count)
        return std::nullopt;
    Error error = Error(*code, *texts, json.value(DetailKey).toString())
                      .at(*stage)
                      .withServiceWords(json.value(ServiceCodeKey).toString(),
                                        json.value(ServiceMessageKey).toString(), *status);
    return json.contains(CountKey) ? error.withCount(*count) : error;
}

}  // namespace signet::base
