#include "ui/common/Formatting.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

struct Formatting {
    Q_DECLARE_TR_FUNCTIONS(Formatting)
};

}  // namespace

QString remainingTime(std::chrono::seconds time) {
    const auto seconds = time.count();
    if (seconds < 5)
        return Formatting::tr("a few seconds left");
    if (seconds < 60)
        return Formatting::tr("about %n second(s) left", nullptr, static_cast<int>((seconds + 4) / 5 * 5));
    if (seconds < 3600)
        return Formatting::tr("about %n minute(s) left", nullptr, static_cast<int>((seconds + 59) / 60));
    return Formatting::tr("about %n hour(s) left", nullptr, static_cast<int>((seconds + 3599) / 3600));
}

QString dateAndTime(const QDateTime& time) {
    if (!time.isValid())
        return {};
    return date(time) + u' ' + time.toLocalTime().time().toString(u"HH:mm:ss"_s);
}

QString date(const QDateTime& time) {
    //: A date that nobody can misread, such as 2031-11-22; as for QDate::toString()
    return time.toLocalTime().date().toString(Formatting::tr("yyyy-MM-dd"));
}

QString fileSize(qint64 bytes) {
    // Qt's locales know "bytes" in one form only, which is wrong for most numbers in Russian.
    if (bytes < 1024)
        return Formatting::tr("%n byte(s)", nullptr, static_cast<int>(bytes));
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString hexPairs(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toHex(' '));
}

QString errorParagraph(const base::Error& error) {
    const QString hint = error.hint();
    return hint.isEmpty() ? error.message() : QString(error.message() + u' ' + hint);
}

QString errorReport(const base::Error& error) {
    QStringList lines{error.message(), error.hint(), Formatting::tr("Code: %1").arg(error.publicCode())};
    if (error.stage() != base::Stage::None)
        lines += Formatting::tr("Stage: %1").arg(base::toString(error.stage()));
    if (error.httpStatus() != 0)
        lines += Formatting::tr("HTTP status: %1").arg(error.httpStatus());
    if (!error.detail().isEmpty())
        lines += Formatting::tr("Technical detail: %1").arg(error.detail());
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString shortened(const QString& text, int limit) {
    if (text.size() <= limit)
        return text;
    const int tail = limit / 3;
    return text.left(limit - tail - 1) + u'…' + text.right(tail);
}

}  // namespace signet::ui
