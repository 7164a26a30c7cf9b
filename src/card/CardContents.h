#pragma once

#include <QString>
#include <optional>

#include "crypto/Certificate.h"

namespace signet::card {

/** Tries of a PIN (card.md 2). */
struct PinTries {
    int left = 0;
    int maximum = 0;  ///< 0: not known
    bool operator==(const PinTries&) const = default;
};

/** What a driver reads of a card before any PIN: public data only. */
struct CardContents {
    QString cardType;  ///< "Latvian eID (Cosmo X)"; for people through the translations' context CardType
    crypto::Certificate signingCertificate;
    std::optional<crypto::Certificate> authenticationCertificate;
    std::optional<PinTries> pin2;  ///< nothing if the card does not say
    int pinMinimumLength = 6;
    int pinMaximumLength = 12;
    bool pinPad = false;  ///< PIN2 can be typed on the reader that the card is in
};

}  // namespace signet::card
