#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

using SessionGroups = QList<QList<SessionKey>>;

/** Two halves of about the same size; one group where there is only one session, none where there is none. */
SessionGroups inHalves(const QList<SessionKey>& keys);

/** Keys by session identifier, to match an answer's entries with. */
QHash<base::SessionId, SessionKey> byIdentifier(const RunBook& book, const QList<SessionKey>& keys);

/** The sessions of `keys` that a failure names, each with what it says of them. */
QHash<SessionKey, base::Error> namedIn(const signapi::CallFailure& failure, const RunBook& book,
                                       const QList<SessionKey>& keys);

}  // namespace signet::signing
