#pragma once

#include <QString>
#include <optional>

#include "base/SecretBytes.h"
#include "card/CardPins.h"
#include "crypto/Certificate.h"

namespace signet::card {

/** What is to be done for the PINs of the card in a reader. */
struct PinCareRequest {
    enum class Deed { Look, Change, Unblock };
    QString reader;
    /** The card must still hold this one: CardChanged otherwise. Nothing: a card without a certificate. */
    std::optional<crypto::Certificate> certificate;
    Deed deed = Deed::Look;
    PinKind pin = PinKind::Pin1;  ///< PIN1 or PIN2
    base::SecretBytes present;    ///< the old PIN, or the PUK; empty with pinPad, as is the next
    base::SecretBytes fresh;
    bool pinPad = false;
    bool allowLastTry = false;  ///< a person agreed to use the last try of what is presented
    quint16 padLanguage = 0x0409;
};

}  // namespace signet::card
