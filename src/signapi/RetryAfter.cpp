#include "signapi/RetryAfter.h"

#include <QLocale>
#include <algorithm>

namespace signet::signapi {

std::optional<std::chrono::seconds> readRetryAfter(const QByteArray& value, const QDateTime& now) {
    const QByteArray text = value.trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber)
        return std::chrono::seconds(std::clamp<qint64>(seconds, 0, 365 * 86400LL));
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return std::chrono::seconds(std::clamp<qint64>(now.secsTo(date), 0, 365 * 86400LL));
}

}  // namespace signet::signapi
