#pragma once

#include <QList>
#include <QString>
#include <optional>

#include "signing/Operation.h"

namespace signet::signing {

/**
 * Where one session stands in its batch. The last four are ends: Finalized; Failed (it is certain that
 * nothing was finalized); Unconfirmed (the request that changes something may or may not have been carried
 * out); Cancelled (the person stopped it before that request was sent).
 */
enum class SessionState {
    Picked,
    Preparing,
    Prepared,
    Signing,
    Signed,
    Finalizing,
    Finalized,
    Failed,
    Unconfirmed,
    Cancelled,
};

/** What can happen to a session. */
enum class SessionEvent {
    Prepare,          ///< its file is being uploaded, or its digest has been asked for
    DigestArrived,    ///< a digest that fits the key
    Sign,             ///< the card has been asked
    SignatureMade,    ///< a signature that fits certificate and digest
    Send,             ///< the request that changes something is about to leave
    Confirm,          ///< the service says, or a look-up shows, that it was carried out
    Fail,             ///< it is certain that nothing was finalized
    LoseSight,        ///< the request left, and its outcome is not known
    Cancel,           ///< the person stopped it before the request left
    PickAgain,        ///< the person starts over with it (not from Finalized, and not from Unconfirmed)
    PickNext,         ///< the person goes on with what came of it: a further operation on a Finalized session
    Resend,           ///< the request was certainly not carried out: it may be sent again
    GoOn,             ///< the person goes on with what the journal holds of it
    RecallSignature,  ///< the journal holds a signature that was made and not sent
    RecallRequest,    ///< the journal holds a request that left, and not its outcome
    SendAgain,        ///< the person knows that it may have been carried out, and wants it sent again
};

/**
 * The one transition function: nothing where an event cannot happen in a state. Sealing and archiving have
 * neither digest nor signature of ours: they go from Picked (or Preparing, for a file) to Finalizing. Pure;
 * any thread.
 */
std::optional<SessionState> next(Operation operation, SessionState state, SessionEvent event);

bool isEnd(SessionState state);

/** Stable names for scripts: "picked" ... "finalized", "failed", "unconfirmed", "cancelled". */
QString toString(SessionState state);

QList<SessionState> allSessionStates();
QList<SessionEvent> allSessionEvents();

}  // namespace signet::signing
