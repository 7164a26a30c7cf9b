#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/** Signs one chunk: uploads its files, asks for its digests, for PIN2 (once in a run) and for signatures, and
 * finalizes. */
QCoro::Task<EndOfRun> signChunk(Context ctx, QList<SessionKey> chunk);

}  // namespace signet::signing
