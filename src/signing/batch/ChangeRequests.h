#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/**
 * Sends the request that changes something (finalizeSigning, eSealCreate, addArchive) for these sessions,
 * which wait for it (isWaiting()). Sessions with different choices go into different requests. Afterwards
 * each is Finalized or Unconfirmed (its look-up and saving go on as afterwork), or has failed by itself;
 * where the person stopped the run, or the service cannot be reached, those that were not sent still wait.
 * Nothing is ever sent again that may have been carried out (the design's rule 3).
 */
QCoro::Task<EndOfRun> sendChanges(Context ctx, QList<SessionKey> keys);

}  // namespace signet::signing
