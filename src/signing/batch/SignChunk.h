#pragma once

#include "signing/batch/Chunk.h"

namespace signet::signing {

/** Uploads the chunk's files, and asks for its digests. */
QCoro::Task<EndOfRun> prepareChunk(Context ctx, ChunkPtr chunk);

/** Asks for PIN2 (once in a run), and has the card sign what is prepared. After the run's `last` chunk the
 * PIN is gone: it does not wait for the service's answers. */
QCoro::Task<EndOfRun> signChunk(Context ctx, ChunkPtr chunk, bool last);

/** Finalizes what is signed. */
QCoro::Task<EndOfRun> finalizeChunk(Context ctx, ChunkPtr chunk);

}  // namespace signet::signing
