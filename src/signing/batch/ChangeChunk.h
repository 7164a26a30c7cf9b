#pragma once

#include "signing/batch/Chunk.h"

namespace signet::signing {

/** To seal or archive: uploads the chunk's files, and looks at what is there. */
QCoro::Task<EndOfRun> prepareChange(Context ctx, ChunkPtr chunk);

/** Sends the request for those that are ready. */
QCoro::Task<EndOfRun> carryOutChange(Context ctx, ChunkPtr chunk);

}  // namespace signet::signing
