#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <chrono>
#include <memory>
#include <optional>

#include "crypto/Certificate.h"
#include "signing/Operation.h"
#include "signing/ResultForm.h"
#include "signing/SealIdentity.h"
#include "signing/Session.h"
#include "signing/journal/JournalTypes.h"

namespace signet::signing {

class Journal;

/** What the journal holds of the sessions of one batch, for a run that goes on with them. */
struct Recalled {
    JournalBatch batch;
    QHash<SessionKey, JournalEntry> entries;
    /** A person's word: what is still unconfirmed after a look is sent again, with the same signature. */
    bool resend = false;
};

/** What becomes of a session that a person picked anew, and of which the journal holds a signature that was
 * made and not sent. (One whose request left is looked up, and reported, unless this is Ignore.) */
enum class KeptSignature {
    Report,  ///< the session fails with SignatureKept
    Send,    ///< it is sent, if it is the same signer's and for the same result; otherwise as Ignore
    Ignore,  ///< a person's word: the session is begun anew, whatever was before
};

/** What a person asked for. */
struct BatchOrder {
    Operation operation = Operation::Sign;
    QList<SessionKey> sessions;
    ResultForm form = ResultForm::Container;  ///< of sessions that have none of their own
    /** The card to sign with, or whose authentication certificate archives; empty: the desk's selected one.
     */
    QString reader;
    /** Has to be there to seal; going on without it sends no seal again. */
    std::optional<SealIdentity> seal;
    /** Time stamps of signatures and archives are requested with it; nothing: the profile's, or else the
     * card's. Seals have their own. */
    std::optional<crypto::Certificate> authCertificate;

    std::shared_ptr<Journal> journal;  ///< where the run is recorded; null: nowhere
    QString access;                    ///< JournalBatch::access
    KeptSignature kept = KeptSignature::Report;
    std::optional<Recalled> recalled;  ///< goes on with these; the operation is that of their batch

    int chunkSize = 20;  ///< the most sessions in one request
    /** How many are in the first request, so that the card begins soon; 0: as many as in the others. */
    int firstChunk = 4;
    int chunksAhead = 2;      ///< prepared while the card signs
    int changesInFlight = 2;  ///< requests that change something, at the same time
    /** Where the documents that come of it go; empty: only those of picked files, beside the original. */
    QString outputFolder;

    std::chrono::seconds confirmTime{30};  ///< how long an unclear end is looked up
    /** How long a request that changes something waits for the look before it, once all else is ready. */
    std::chrono::milliseconds listingGrace{10'000};
    /** How much longer than confirmTime the last look may take: a listing that hangs does not prolong it. */
    std::chrono::milliseconds lastLook{5'000};
};

}  // namespace signet::signing
