#pragma once

#include <QList>
#include <QString>
#include <chrono>
#include <optional>

#include "crypto/Certificate.h"
#include "signing/Operation.h"
#include "signing/ResultForm.h"
#include "signing/SealIdentity.h"
#include "signing/Session.h"

namespace signet::signing {

/** What a person asked for. */
struct BatchOrder {
    Operation operation = Operation::Sign;
    QList<SessionKey> sessions;
    ResultForm form = ResultForm::Container;  ///< of sessions that have none of their own
    /** The card to sign with, or whose authentication certificate archives; empty: the desk's selected one.
     */
    QString reader;
    std::optional<SealIdentity> seal;  ///< has to be there to seal
    /** Time stamps of signatures and archives are requested with it; nothing: the profile's, or else the
     * card's. Seals have their own. */
    std::optional<crypto::Certificate> authCertificate;

    int chunkSize = 20;
    /** Where the documents that come of it go; empty: only those of picked files, beside the original. */
    QString outputFolder;

    std::chrono::seconds confirmTime{30};  ///< how long an unclear end is looked up
    /** How long a request that changes something waits for the look before it, once all else is ready. */
    std::chrono::milliseconds listingGrace{10'000};
    /** How much longer than confirmTime the last look may take: a listing that hangs does not prolong it. */
    std::chrono::milliseconds lastLook{5'000};
};

}  // namespace signet::signing
