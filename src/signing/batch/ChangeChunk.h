#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/** Seals or archives one chunk: uploads its files, looks at what is there, and sends the request. */
QCoro::Task<EndOfRun> changeChunk(Context ctx, QList<SessionKey> chunk);

}  // namespace signet::signing
