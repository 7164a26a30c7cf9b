#pragma once

#include "signing/Unfinished.h"

namespace signet::cli {

/** Writes what is not done to standard output: for people, or a line of JSON for each session and a summary.
 */
void listUnfinished(const QList<signing::UnfinishedBatch>& batches, bool json);

}  // namespace signet::cli
