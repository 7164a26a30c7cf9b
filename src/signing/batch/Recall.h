#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/**
 * Opens the run's pages in the journal, and takes up what the journal holds of its sessions from before: a
 * request whose outcome is not known is looked up, a signature that was made and not sent is sent or
 * reported, as the order says. Sessions that are Signed or Picked afterwards are to be worked on.
 */
QCoro::Task<EndOfRun> takeUp(Context ctx);

/** The run ends before it sent anything for this session: if a request had left in an earlier run, its
 * outcome is unknown still. False: there was none. */
bool endUnsent(RunContext& ctx, SessionKey key);

/** A request with it left in an earlier run, and nobody knows what became of that. */
bool wasSentBefore(const RunContext& ctx, SessionKey key);

}  // namespace signet::signing
