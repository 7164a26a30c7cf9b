#pragma once

#include <QHash>
#include <chrono>
#include <optional>

#include "base/Expected.h"
#include "base/SessionId.h"

namespace signet::signapi {

/** What is certain about a request that failed. */
enum class Delivery {
    NotSent,   ///< no connection was made: the service has certainly not got the request
    Unclear,   ///< it may have got it, and may still be working on it
    Answered,  ///< it answered with a status and a complete body
};

/** Why a call gave no result, with all that is needed to decide what may be done next (signapi.md 9 and 10).
 */
struct CallFailure {
    base::Error error;
    Delivery delivery = Delivery::Unclear;
    int httpStatus = 0;                              ///< 0: none came
    QHash<base::SessionId, base::Error> bySession;   ///< what the answer says about single sessions
    std::optional<std::chrono::seconds> retryAfter;  ///< what the answer asked for
};

template <typename T>
using Answer = tl::expected<T, CallFailure>;

}  // namespace signet::signapi
