#pragma once

#include <QByteArrayView>

#include "card/Pin2.h"

namespace signet::card {

/** What one country's eID differs in from the others of IDEMIA's applet family (card.md 1 and 2). */
struct IdemiaCountry {
    QByteArrayView mark;  ///< in the ATR's historical bytes: 12, then the country's number (ISO 3166-1) and F
    const char* cosmo8;   ///< what people call its cards, in the translations' context CardType
    const char* cosmoX;
    const char* other;
    PinLength usualPin2Length;  ///< where the card does not say

    /** Whose card it may be, by the historical bytes; null: none of these. What the card answers, decides. */
    static const IdemiaCountry* of(QByteArrayView atr);

    /** In English; the ATR is one of this country's. */
    const char* typeName(QByteArrayView atr) const;
};

}  // namespace signet::card
