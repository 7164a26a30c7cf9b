#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/** Some sessions on their way through the steps of signing. */
struct SignChunk {
    ~SignChunk() {
        if (listingLimit)
            listingLimit->endNow();
    }

    QList<SessionKey> keys;
    /** What was there before, to compare with: asked for beside the digests, needed before the finalize. */
    std::vector<QCoro::Task<>> listings;
    std::shared_ptr<TimeLimit> listingLimit;
};
using SignChunkPtr = std::shared_ptr<SignChunk>;

/** Uploads the chunk's files, and asks for its digests. */
QCoro::Task<EndOfRun> prepareChunk(Context ctx, SignChunkPtr chunk);

/** Asks for PIN2 (once in a run), and has the card sign what is prepared. After the run's `last` chunk the
 * PIN is gone: it does not wait for the service's answers. */
QCoro::Task<EndOfRun> signChunk(Context ctx, SignChunkPtr chunk, bool last);

/** Finalizes what is signed. */
QCoro::Task<EndOfRun> finalizeChunk(Context ctx, SignChunkPtr chunk);

}  // namespace signet::signing
