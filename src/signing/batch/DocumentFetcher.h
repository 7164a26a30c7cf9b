#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/**
 * Checks the document of a Finalized session, if it is an archived one, saves it, if it is to be saved, and
 * settles the session. What goes wrong here changes nothing in its state: it is done; the session's
 * checkError and saveError tell.
 */
QCoro::Task<> saveAndSettle(Context ctx, SessionKey key);

/** The documents that came of a Finalized session: as they are known already, or by listing it. The session
 * keeps them. NoSignedDocument, and the network's errors. */
QCoro::Task<base::Expected<QList<Document>>> resultOfSession(Context ctx, SessionKey key);

/** Where the resulting document of this session goes; empty: nowhere. */
QString folderFor(const BatchOrder& order, const Session& session);

}  // namespace signet::signing
