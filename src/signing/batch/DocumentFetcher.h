#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/**
 * Saves the signed document of a Finalized session, if it is to be saved, and settles the session. What goes
 * wrong here changes nothing in its state: it is signed; the session's saveError tells.
 */
QCoro::Task<> saveAndSettle(Context ctx, SessionKey key);

/** Where the signed document of this session goes; empty: nowhere. */
QString folderFor(const BatchOrder& order, const Session& session);

}  // namespace signet::signing
