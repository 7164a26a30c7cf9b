#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/**
 * Has the card sign these Prepared sessions, and checks each signature against certificate and digest before
 * it counts. A wrong signature fails its session alone; card and PIN trouble end the run. Before the first
 * one the person is asked for PIN2, and the card opened for the whole run; or, where the profile wants it
 * (Profile::askForEachSignature), before every one, and for that alone. Asks again after a wrong entry, where
 * somebody is there to be asked; uses the last try only with the person's word.
 */
QCoro::Task<EndOfRun> signOnCard(Context ctx, QList<SessionKey> keys);

/** Wipes the PIN and closes PIN2 on the card, if it was opened. */
void closeCard(RunContext& ctx);

}  // namespace signet::signing
