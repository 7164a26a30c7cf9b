#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/** It is known to be carried out: Finalized; its document is saved beside what else goes on. */
void confirm(const Context& ctx, SessionKey key);

/** The request left, and its outcome is not known: Unconfirmed, and looked up beside what else goes on. */
void loseSight(const Context& ctx, SessionKey key, const base::Error& cause);

/** Looks for what came of the request, until something new is there, `time` is over, or the person stops it;
 * at least once. */
QCoro::Task<bool> seesChange(Context ctx, SessionKey key, std::chrono::milliseconds time);

/** The error of an Unconfirmed session: it says that the outcome is unknown, in the service's words where
 * there are any, and keeps the cause for the log. */
base::Error outcomeUnknown(const base::Error& cause, base::Stage stage);

/**
 * The service accepted these sessions without details (signapi.md 5.2): each is listed once. Finalized, if
 * there is something new or listing is impossible; otherwise Unconfirmed.
 */
QCoro::Task<> confirmAccepted(Context ctx, QList<SessionKey> keys);

}  // namespace signet::signing
