#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/**
 * Leads these sessions through the steps of the run's operation, chunk by chunk: while the card signs one
 * chunk (or the service works on it), the next ones are prepared and the previous ones finalized, so that the
 * slowest step never waits for another. What ends the run early is noted in the context; steps that are under
 * way come to their end, and what is signed is finalized.
 */
QCoro::Task<> workThrough(Context ctx, QList<SessionKey> keys);

}  // namespace signet::signing
