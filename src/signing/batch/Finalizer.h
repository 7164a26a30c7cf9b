#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/**
 * Gives the signatures of these Signed sessions back to the service. Afterwards each is Finalized or
 * Unconfirmed (its look-up and saving go on as afterwork), or has failed by itself; where the person stopped
 * the run, those that were not sent are still Signed. Nothing is ever sent again that may have been carried
 * out (the design's rule 3).
 */
QCoro::Task<> finalizeSessions(Context ctx, QList<SessionKey> keys);

}  // namespace signet::signing
