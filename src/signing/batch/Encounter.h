#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/**
 * Of the sessions that a person picked anew, takes up those of which the journal holds something from before:
 * a request whose outcome is not known is looked up and reported, a signature that was made and not sent is
 * reported, sent or forgotten, as BatchOrder::kept says. The others stay Picked. JournalFailed.
 */
QCoro::Task<base::Expected<void>> meetEarlierWork(Context ctx);

}  // namespace signet::signing
