#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/** Those of `keys` whose choice cannot be made before they have been listed. */
QList<SessionKey> undecided(const RunContext& ctx, const QList<SessionKey>& keys);

/**
 * Notes what is asked for with each of these sessions, by their documents as far as they are known (those of
 * a picked file are, before it is uploaded). What is impossible fails (NotOnePdf, NothingToArchive), and
 * nothing is sent for it.
 */
void choose(RunContext& ctx, const QList<SessionKey>& keys);

}  // namespace signet::signing
