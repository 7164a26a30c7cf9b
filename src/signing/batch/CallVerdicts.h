#pragma once

#include <chrono>

#include "signapi/CallFailure.h"

namespace signet::signing {

/** What a failed CalculateDigest means for the sessions that it asked for. */
enum class PrepareVerdict {
    Stopped,  ///< the person stopped it
    EndsRun,  ///< the service cannot be reached, or does not let us in: no further session would fare better
    RetryLater,  ///< the service is asked too often: it may be asked again after a pause
    Split,       ///< find out which session is to blame: ask in smaller requests
    FailThese    ///< these sessions fail; others may do better
};

/** Pure. The service cannot be reached, or does not let us in: no further session would fare better. */
bool endsRun(const signapi::CallFailure& failure);

/** How often a request that may be sent again is, and after which pause: what the answer asked for, within
 * reason; otherwise a second, and twice as long each time. */
inline constexpr int MostRetries = 2;
std::chrono::milliseconds pauseAfter(const signapi::CallFailure& failure, int retries);

/** Pure. The answer says that the request was too large (413, 414), or that there are too many (429). */
bool saysTooLarge(const signapi::CallFailure& failure);

/** Pure. `sessions`: how many the request had. */
PrepareVerdict judgePrepare(const signapi::CallFailure& failure, qsizetype sessions);

/** What a failed finalizeSigning, eSealCreate or addArchive means for the sessions of the request. */
enum class ChangeVerdict {
    Stopped,       ///< the person stopped it before it left
    RetryLater,    ///< no connection was made, or the service is asked too often: it may be sent again
    Refused,       ///< certainly not carried out, and final
    SplitNow,      ///< too large, so certainly not carried out: send it in halves
    LookAndSplit,  ///< refused for several sessions: those that show nothing new may be sent again in halves
    Unclear        ///< it may have been carried out: never send it again, look it up
};

/** Pure. The rule of what may be sent again (the design's rule 3, signapi.md 9.2 and 10). */
ChangeVerdict judgeChange(const signapi::CallFailure& failure, qsizetype sessions);

}  // namespace signet::signing
