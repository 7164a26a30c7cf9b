#pragma once

#include "signing/batch/RunContext.h"

namespace signet::signing {

/** The session's request had left, or was about to, when this page was written. */
bool isSent(const JournalEntry& page);

/** Whether the signature of a page is one over its digest by the batch's certificate. Until a run is done
 * with it, a page is foreign: whoever can write the journal could have changed it. */
base::Expected<void> checkSignatureOf(const JournalBatch& batch, const JournalEntry& page);

/** Gives the session what it knew when its page was written, and goes on writing to that page. */
void restore(RunContext& ctx, SessionKey key, const JournalEntry& page);

/** Restores a session whose signature was made and not sent: it is Signed, or Failed if the signature does
 * not fit. */
void recallSignature(RunContext& ctx, SessionKey key, const JournalBatch& batch, const JournalEntry& page);

/** Restores a session whose request left: it is Unconfirmed. */
void recallRequest(RunContext& ctx, SessionKey key, const JournalEntry& page);

/** Looks whether the request of an Unconfirmed session was carried out. What is found is Finalized. */
QCoro::Task<> lookBack(Context ctx, SessionKey key, JournalEntry page);

}  // namespace signet::signing
