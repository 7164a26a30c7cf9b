#pragma once

#include "signapi/CallFailure.h"

namespace signet::signing {

/** What a failed CalculateDigest means for the sessions that it asked for. */
enum class PrepareVerdict {
    Stopped,   ///< the person stopped it
    EndsRun,   ///< the service cannot be reached, or does not let us in: no further session would fare better
    Split,     ///< find out which session is to blame: ask in smaller requests
    FailThese  ///< these sessions fail; others may do better
};

/** Pure. The service cannot be reached, or does not let us in: no further session would fare better. */
bool endsRun(const signapi::CallFailure& failure);

/** Pure. `sessions`: how many the request had. */
PrepareVerdict judgePrepare(const signapi::CallFailure& failure, qsizetype sessions);

/** What a failed finalizeSigning, eSealCreate or addArchive means for the sessions of the request. */
enum class ChangeVerdict {
    Stopped,       ///< the person stopped it before it left
    RetryLater,    ///< no connection was made: it may be sent again
    Refused,       ///< certainly not carried out, and final
    SplitNow,      ///< too large, so certainly not carried out: send it in halves
    LookAndSplit,  ///< refused for several sessions: those that show nothing new may be sent again in halves
    Unclear        ///< it may have been carried out: never send it again, look it up
};

/** Pure. The rule of what may be sent again (the design's rule 3, signapi.md 9.2 and 10). */
ChangeVerdict judgeChange(const signapi::CallFailure& failure, qsizetype sessions);

}  // namespace signet::signing
