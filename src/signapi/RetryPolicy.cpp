#include "signapi/RetryPolicy.h"

#include <QRandomGenerator>
#include <algorithm>

namespace signet::signapi {

using base::ErrorCode;
using std::chrono::milliseconds;

std::optional<milliseconds> RetryPolicy::next(const CallFailure& failure) {
    if (failure.httpStatus == 429 && failure.delivery == Delivery::Answered) {
        if (m_slowedDown || m_limits.repeats == 0)
            return std::nullopt;
        m_slowedDown = true;
        return failure.retryAfter ? askedFor(failure) : milliseconds(m_limits.longestPause);
    }
    if (m_repeats >= m_limits.repeats || !allows(failure))
        return std::nullopt;
    const auto pause = failure.retryAfter ? askedFor(failure) : ownPause();
    ++m_repeats;
    return pause;
}

bool RetryPolicy::allows(const CallFailure& failure) const {
    const ErrorCode code = failure.error.code();
    const bool noConnection = failure.delivery == Delivery::NotSent &&
                              (code == ErrorCode::NoConnection || code == ErrorCode::ServiceTimeout);
    const bool answered = failure.delivery == Delivery::Answered;
    switch (m_kind) {
        case Repeatable::Never:
            return false;
        case Repeatable::BeforeTheWork:
            return noConnection || (answered && (failure.httpStatus == 502 || failure.httpStatus == 503));
        case Repeatable::Always:
            break;
    }
    return noConnection || code == ErrorCode::ServiceTimeout || code == ErrorCode::ConnectionBroken ||
           (answered && failure.httpStatus / 100 == 5);
}

std::optional<milliseconds> RetryPolicy::askedFor(const CallFailure& failure) const {
    if (*failure.retryAfter > m_limits.longestRetryAfter)
        return std::nullopt;
    return std::max<milliseconds>(*failure.retryAfter, ownPause());
}

milliseconds RetryPolicy::ownPause() const {
    const milliseconds doubled = m_limits.firstPause * (1LL << std::min(m_repeats, 20));
    const milliseconds pause = std::min(doubled, m_limits.longestPause);
    // Between three quarters and five quarters: clients that failed together do not come back together.
    return milliseconds(static_cast<qint64>(static_cast<double>(pause.count()) *
                                            (0.75 + QRandomGenerator::global()->generateDouble() / 2)));
}

}  // namespace signet::signapi
