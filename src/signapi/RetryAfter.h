#pragma once

#include <QByteArray>
#include <QDateTime>
#include <chrono>
#include <optional>

namespace signet::signapi {

/** The Retry-After header (RFC 9110, 10.2.3): seconds or a date; never negative. Nothing if it cannot be
 * read. */
std::optional<std::chrono::seconds> readRetryAfter(const QByteArray& value, const QDateTime& now);

}  // namespace signet::signapi
