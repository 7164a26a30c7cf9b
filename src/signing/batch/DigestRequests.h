#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/**
 * Asks for the digests of one chunk. Afterwards each of its sessions is Prepared, with a digest that fits the
 * signer's key, or has failed by itself; where the service rejects a whole request, smaller ones find out
 * which session is to blame. With an end of the run, some may be neither.
 */
QCoro::Task<EndOfRun> prepareSessions(Context ctx, QList<SessionKey> keys);

}  // namespace signet::signing
