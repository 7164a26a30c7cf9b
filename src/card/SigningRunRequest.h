#pragma once

#include <QString>

#include "base/SecretBytes.h"
#include "crypto/Certificate.h"

namespace signet::card {

/** What a signing run needs of the card. */
struct SigningRunRequest {
    QString reader;
    crypto::Certificate certificate;  ///< the card must still hold this one: CardChanged otherwise
    base::SecretBytes pin2;  ///< kept for the run, presented again where the card drops it; empty with pinPad
    bool pinPad = false;     ///< PIN2 is typed on the reader, as often as the card wants it
    bool allowLastTry = false;  ///< a person agreed to use the last try: otherwise PinLastTry, and no VERIFY
    quint16 padLanguage = 0x0409;  ///< as PadEntry::language
    /** One entry, one signature: PIN2 goes to the card once, and after the signature (or where the card wants
     * it again) the run is over with PinNotVerified. */
    bool oneSignature = false;
};

}  // namespace signet::card
