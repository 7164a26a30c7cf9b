#pragma once

#include <QDateTime>
#include <QString>
#include <chrono>

#include "base/Error.h"

/** Words and numbers as a person reads them, in the language of the moment. */
namespace signet::ui {

/** "about 40 seconds left". */
QString remainingTime(std::chrono::seconds time);

/** Local date and time, to the second. */
QString dateAndTime(const QDateTime& time);
/** Local date. */
QString date(const QDateTime& time);

/** "1.4 MB". */
QString fileSize(qint64 bytes);

/** Bytes as pairs of hexadecimal digits with spaces between. */
QString hexPairs(const QByteArray& bytes);

/** The sentence and, after it, what to do. */
QString errorParagraph(const base::Error& error);

/** Everything about an error, to be pasted into a letter to support. */
QString errorReport(const base::Error& error);

/** `text` with its middle left out if it has more than `limit` characters. */
QString shortened(const QString& text, int limit);

}  // namespace signet::ui
