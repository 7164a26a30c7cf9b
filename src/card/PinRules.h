#pragma once

#include "card/CardPins.h"

namespace signet::card {

/** The error codes of one kind of PIN: scripts and sentences tell them apart. */
struct PinCodes {
    base::ErrorCode wrong;
    base::ErrorCode blocked;
    base::ErrorCode lastTry;
    base::ErrorCode format;
};
const PinCodes& codesOf(PinKind kind);

/** The format error of its kind, before anything is sent, unless it is all digits and of a length that fits.
 */
Expected<void> checkPinFormat(PinKind kind, const base::SecretBytes& pin, PinLength length);

/** PinUnchanged if the new one is the old one. */
Expected<void> checkIsNew(PinKind kind, const base::SecretBytes& old, const base::SecretBytes& fresh);

/** One digit all over, digits that count up or down (1234, 987654, 789012), or a piece of up to half its
 * length repeated (121212): what somebody who finds the card tries first. */
bool isEasilyGuessed(const base::SecretBytes& pin);

}  // namespace signet::card
