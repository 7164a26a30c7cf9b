#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/** Lists each session once, before it is finalized; one task for each, not slower than the gate lets them
 * through. A listing that fails, or that `stop` cuts short, costs only the comparison. */
std::vector<QCoro::Task<>> listBefore(const Context& ctx, const QList<SessionKey>& keys,
                                      const std::stop_token& stop);

/** What a listing tells when it is compared with the one before. */
enum class Look {
    Changed,    ///< a signed document that was not there before; it is in the session's results
    Same,       ///< nothing of that kind
    Impossible  ///< there was no listing before, or this one failed
};

QCoro::Task<Look> lookForChange(Context ctx, SessionKey key, std::stop_token stop);

}  // namespace signet::signing
