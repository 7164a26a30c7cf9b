#include "signapi/HttpDate.h"

#include <QLocale>

namespace signet::signapi {

QDateTime readHttpDate(const QByteArray& value) {
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(value.trimmed()),
                                             QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

}  // namespace signet::signapi
