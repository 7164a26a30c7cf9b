#pragma once

#include "signing/BatchOrder.h"

namespace signet::signing {

class SessionList;

/** What is not done of one batch. */
struct UnfinishedBatch {
    JournalBatch batch;
    int size = 0;  ///< how many sessions the batch began with
    QList<JournalEntry> entries;

    /** Signed, and certainly not sent. */
    int unsentCount() const;
    /** Sent, and the outcome is not known. */
    int sentCount() const;
};

/** In the order in which they were begun; of each session only the newest entry of an operation. Pure. */
QList<UnfinishedBatch> byBatch(const QList<UnfinishedEntry>& entries);

/**
 * Puts these sessions into the list (rows that are there already are taken up) and makes the order that goes
 * on with them: looks up what was sent, and sends what was signed. Rows that a batch holds are left out.
 * `resend`: a person's word (Recalled::resend).
 */
BatchOrder orderToGoOn(SessionList& sessions, const UnfinishedBatch& unfinished, bool resend);

}  // namespace signet::signing
