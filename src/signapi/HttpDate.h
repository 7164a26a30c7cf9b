#pragma once

#include <QByteArray>
#include <QDateTime>

namespace signet::signapi {

/** A moment as HTTP's headers tell it (RFC 9110, 5.6.7), in UTC; invalid if it cannot be read. Pure. */
QDateTime readHttpDate(const QByteArray& value);

}  // namespace signet::signapi
