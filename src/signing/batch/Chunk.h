#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/** Some sessions on their way through the steps of an operation together. */
struct Chunk {
    ~Chunk() {
        if (listingLimit)
            listingLimit->endNow();
    }

    QList<SessionKey> keys;
    /** What was there before, to compare with: asked for beside the digests, needed before the finalize. */
    std::vector<QCoro::Task<>> listings;
    std::shared_ptr<TimeLimit> listingLimit;
};
using ChunkPtr = std::shared_ptr<Chunk>;

}  // namespace signet::signing
