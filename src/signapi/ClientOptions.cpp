#include "signapi/ClientOptions.h"

#include <algorithm>

namespace signet::signapi {

std::chrono::milliseconds TimeLimits::forLongCall(qsizetype sessions) const {
    if (longCallExactly)
        return *longCallExactly;
    return longCall + perSession * std::max<qsizetype>(0, sessions - sessionsIncluded);
}

}  // namespace signet::signapi
