#pragma once

#include <QString>
#include <optional>

#include "card/CardContents.h"
#include "card/Pin2.h"

namespace signet::card {

/** The PIN of authentication, the PIN of signing, and the PUK that unblocks both (card.md 2). */
enum class PinKind { Pin1, Pin2, Puk };

/** "PIN1", "PIN2", "PUK": the same in every language. */
QString nameOf(PinKind kind);

/** One of them, as far as the card says it without any PIN. */
struct PinState {
    std::optional<PinTries> tries;  ///< nothing if the card does not say
    PinLength length;
    bool isBlocked() const { return tries && tries->left == 0; }
    bool isOnLastTry() const { return tries && tries->left == 1; }
    bool operator==(const PinState&) const = default;
};

struct PinStates {
    PinState pin1;
    PinState pin2;
    PinState puk;
    bool pinPad = false;  ///< PINs can be changed and unblocked on the reader that the card is in

    const PinState& of(PinKind kind) const {
        return kind == PinKind::Pin1 ? pin1 : kind == PinKind::Pin2 ? pin2 : puk;
    }
    bool operator==(const PinStates&) const = default;
};

}  // namespace signet::card
