#pragma once

#include <functional>

#include "card/CardPins.h"
#include "card/PadMoment.h"
#include "card/SigningCard.h"

namespace signet::card {

/**
 * The seam between what Signet wants for a card's PINs and how a family of cards does it. A driver whose
 * card can be cared for has one (SigningCard::pinCare()). What changes something presents the old PIN or the
 * PUK once for each call, checks nothing by itself, and has the card reset at the end of the transaction, so
 * that neither a PIN nor the PUK stays open. Card thread only.
 *
 * Errors of what changes something, beside the wire's: of the PIN or PUK that was presented the wrong (with
 * the tries left), the blocked and the format error of its kind; PinRefused for the new one; and
 * PinOutcomeUnknown where the card did not say whether it took it.
 */
class PinCare {
public:
    /** Which entry the reader is about to wait for. */
    using PadNotice = std::function<void(PadPurpose)>;

    virtual ~PinCare() = default;

    /** All three; needs no PIN. */
    virtual Expected<PinStates> readStates(const CardTransaction& transaction) = 0;
    virtual Expected<void> change(const CardTransaction& transaction, PinKind pin,
                                  const base::SecretBytes& old, const base::SecretBytes& fresh) = 0;
    /** Gives PIN1 or PIN2 a new value and all its tries; also one that is not blocked. */
    virtual Expected<void> unblock(const CardTransaction& transaction, PinKind pin,
                                   const base::SecretBytes& puk, const base::SecretBytes& fresh) = 0;

    /** The same with what is typed on the reader; takes as long as the person does. In addition
     * PinPadCancelled, PinPadTimeout, PinPadMissing and PinEntriesDiffer: nothing was changed then. */
    virtual Expected<void> changeOnPad(const CardTransaction&, PinKind, const PadTerms&, const PadNotice&) {
        return base::fail(base::ErrorCode::PinPadMissing, QStringList{QString()});
    }
    virtual Expected<void> unblockOnPad(const CardTransaction&, PinKind, const PadTerms&, const PadNotice&) {
        return base::fail(base::ErrorCode::PinPadMissing, QStringList{QString()});
    }
};

}  // namespace signet::card
