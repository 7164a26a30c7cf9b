#pragma once

#include <QHash>
#include <chrono>
#include <optional>

#include "base/Expected.h"
#include "base/SessionId.h"

namespace signet::signapi {

/** What is certain about a request that failed. */
enum class Delivery {
    NotSent,   ///< the service has certainly not got the request (no connection was made)
    Unclear,   ///< it may have got it, and may still be working on it
    Answered,  ///< a complete answer came, whatever its status: `httpStatus` says how sure it is
};

/** Why a call gave no result, with all that is needed to decide what may be done next (signapi.md 9 and 10).
 */
struct CallFailure {
    base::Error error;
    Delivery delivery = Delivery::Unclear;
    int httpStatus = 0;                              ///< 0: none came
    QHash<base::SessionId, base::Error> bySession;   ///< what the answer says about single sessions
    std::optional<std::chrono::seconds> retryAfter;  ///< what the answer asked for

    /** Not sent, or refused before any work was done (401, 413, 414, 429): a change may be sent again. */
    bool certainlyNotCarriedOut() const;
    /** A complete 4xx (but 408, a time-out): the request was refused. */
    bool isRefusal() const;
    /** A change that ended like this may have been carried out: look it up. */
    bool leavesDoubt() const { return delivery != Delivery::NotSent && !isRefusal(); }
};

template <typename T>
using Answer = tl::expected<T, CallFailure>;

}  // namespace signet::signapi
