#pragma once

#include <chrono>
#include <optional>

#include "signapi/CallFailure.h"
#include "signapi/ClientOptions.h"

namespace signet::signapi {

/** How safe a call is to repeat (signapi.md 10.2). */
enum class Repeatable {
    Always,         ///< reads, start, close: on no connection, time-out, 5xx
    BeforeTheWork,  ///< CalculateDigest, validate: only if no connection was made, or on 502 and 503
    Never,          ///< changes: only after a 429, which refused it
};

/** Decides, failure by failure, whether one call is tried again and after which pause. */
class RetryPolicy {
public:
    RetryPolicy(Repeatable kind, const RepeatLimits& limits) : m_kind(kind), m_limits(limits) {}

    /** The pause before the next attempt; nothing: the failure stands. Counts what it allowed. */
    std::optional<std::chrono::milliseconds> next(const CallFailure& failure);

private:
    bool allows(const CallFailure& failure) const;
    std::optional<std::chrono::milliseconds> askedFor(const CallFailure& failure) const;
    std::chrono::milliseconds ownPause() const;

    Repeatable m_kind;
    RepeatLimits m_limits;
    int m_repeats = 0;
    bool m_slowedDown = false;
};

}  // namespace signet::signapi
