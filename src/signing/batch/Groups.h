#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/** Of `keys`, those without a session at the service yet: files that are to be uploaded. */
QList<SessionKey> filesWithoutSession(const RunContext& ctx, const QList<SessionKey>& keys);

/** Of `keys`, those that `other` does not name. */
QList<SessionKey> without(const QList<SessionKey>& keys, const QList<SessionKey>& other);

using SessionGroups = QList<QList<SessionKey>>;

/** Two halves of about the same size; one group where there is only one session, none where there is none. */
SessionGroups inHalves(const QList<SessionKey>& keys);

/** As few groups as can be, none with more than `most`; their sizes differ by one at most. */
SessionGroups inPieces(const QList<SessionKey>& keys, int most);

/** Sessions that may go into one request, in their order: those with the same choice. */
SessionGroups byChoice(const QList<SessionKey>& keys, const QHash<SessionKey, Choice>& choices);

/** Keys by session identifier, to match what comes from outside with. Sessions without one are left out. */
QHash<base::SessionId, SessionKey> byIdentifier(const RunBook& book, const QList<SessionKey>& keys);

/** The sessions of `keys` that a failure names, each with what it says of them. */
QHash<SessionKey, base::Error> namedIn(const signapi::CallFailure& failure, const RunBook& book,
                                       const QList<SessionKey>& keys);

}  // namespace signet::signing
