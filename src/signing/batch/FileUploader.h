#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/**
 * Starts a session for each of these picked files, and puts the file into it. A file that cannot be uploaded
 * fails alone; only a service that cannot be reached, or does not let us in, ends the run.
 */
QCoro::Task<EndOfRun> uploadFiles(Context ctx, QList<SessionKey> keys);

}  // namespace signet::signing
