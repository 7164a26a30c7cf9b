#include "card/IdemiaCountry.h"

#include <QtGlobal>
#include <algorithm>
#include <iterator>

namespace signet::card {
namespace {

constexpr IdemiaCountry Countries[] = {
    {QByteArrayView("\x12\x42\x8F", 3), QT_TRANSLATE_NOOP("CardType", "Latvian eID (Cosmo 8)"),
     QT_TRANSLATE_NOOP("CardType", "Latvian eID (Cosmo X)"), QT_TRANSLATE_NOOP("CardType", "Latvian eID"),
     PinLength{6, 12}},
    {QByteArrayView("\x12\x23\x3F", 3), QT_TRANSLATE_NOOP("CardType", "Estonian eID (Cosmo 8)"),
     QT_TRANSLATE_NOOP("CardType", "Estonian eID (Cosmo X)"), QT_TRANSLATE_NOOP("CardType", "Estonian eID"),
     PinLength{5, 12}},
};

/** "eID" or "eID2", right behind the country: cards of other makers have the two in other places. */
QByteArrayView nameIn(QByteArrayView atr, const IdemiaCountry& country) {
    const qsizetype at = atr.indexOf(country.mark);
    const QByteArrayView rest = at < 0 ? QByteArrayView() : atr.sliced(at + country.mark.size());
    // a compact-TLV object: 5x counts the letters that follow
    const qsizetype length = rest.isEmpty() || (rest[0] & 0xF0) != 0x50 ? 0 : rest[0] & 0x0F;
    return length < rest.size() ? rest.sliced(1, length) : QByteArrayView();
}

}  // namespace

const IdemiaCountry* IdemiaCountry::of(QByteArrayView atr) {
    const auto found = std::find_if(std::begin(Countries), std::end(Countries), [atr](const auto& country) {
        return nameIn(atr, country).startsWith(QByteArrayView("eID", 3));
    });
    return found != std::end(Countries) ? found : nullptr;
}

const char* IdemiaCountry::typeName(QByteArrayView atr) const {
    const QByteArrayView name = nameIn(atr, *this);
    if (name == QByteArrayView("eID", 3))
        return cosmo8;
    return name == QByteArrayView("eID2", 4) ? cosmoX : other;
}

}  // namespace signet::card
