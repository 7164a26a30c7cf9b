#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

// What finalizeSigning, eSealCreate and addArchive do differently; everything else about a request that
// changes something is the same (ChangeRequests.h).

using ChangeAnswer = signapi::Answer<QList<signapi::ChangeOutcome>>;

/** The one request for these sessions, which share their choice. A stop counts until it has left. */
QCoro::Task<ChangeAnswer> sendChange(const Context& ctx, const QList<SessionKey>& keys);

/** In this state a session is ready for the request, or has been taken back from it. */
bool isWaiting(Operation operation, SessionState state);

/** Of `keys`, those that are. */
QList<SessionKey> waitingAmong(const RunContext& ctx, const QList<SessionKey>& keys);

/**
 * Whether a request that was refused may be sent again where no listing shows that nothing came of it: the
 * same signature value can only give the same signature, but a seal or a time stamp would be a second one.
 */
bool mayRepeatUnseen(Operation operation);

}  // namespace signet::signing
