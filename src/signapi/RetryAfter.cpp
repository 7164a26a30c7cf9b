#include "signapi/RetryAfter.h"

#include <algorithm>

#include "signapi/HttpDate.h"

namespace signet::signapi {

std::optional<std::chrono::seconds> readRetryAfter(const QByteArray& value, const QDateTime& now) {
    const QByteArray text = value.trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return std::chrono::seconds(std::clamp<qint64>(seconds, 0, 365 * 86400LL));
    const QDateTime date = readHttpDate(text);
    if (!date.isValid())
        return std::nullopt;
    return std::chrono::seconds(std::clamp<qint64>(now.secsTo(date), 0, 365 * 86400LL));
}

}  // namespace signet::signapi
