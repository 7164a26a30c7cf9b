#pragma once

#include "base/Expected.h"
#include "base/SecretBytes.h"
#include "card/Apdu.h"

namespace signet::card {

using base::Expected;

/** The lengths a PIN may have, in digits. */
struct PinLength {
    int minimum = 6;
    int maximum = 12;
    bool operator==(const PinLength&) const = default;
};

/** PinFormat, before any try is used, unless the PIN is all digits and of a length that fits. */
Expected<void> checkPinFormat(const base::SecretBytes& pin, PinLength length);

/** VERIFY of `reference` with the PIN padded with FF to `blockSize` bytes (ISO 7816-4, 11.5.6; card.md 2). */
CommandApdu verifyCommand(quint8 reference, const base::SecretBytes& pin, std::size_t blockSize);

/** What a VERIFY's status means: PinWrong with the tries left, PinBlocked, PinFormat, otherwise CardFailed.
 */
Expected<void> verifyOutcome(StatusWord status, PinLength length);

}  // namespace signet::card
