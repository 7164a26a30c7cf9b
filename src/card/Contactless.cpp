#include "card/Contactless.h"

#include <QRegularExpression>

namespace signet::card {

bool isContactlessAtr(QByteArrayView atr) {
    constexpr qsizetype Around = 5;  // before the historical bytes and after them
    if (atr.size() < Around || atr[0] != '\x3B' || (atr[1] & 0xF0) != 0x80)
        return false;
    return atr[2] == '\x80' && atr[3] == '\x01' && atr.size() == Around + (atr[1] & 0x0F);
}

bool isContactlessReader(const QString& name) {
    // "CL" as a word of its own, or right after the model's number.
    static const QRegularExpression telling(
        QStringLiteral("contact-?\\s?less|\\bPICC\\b|\\bNFC\\b|(?:\\b|\\d)CL\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return telling.match(name).hasMatch();
}

}  // namespace signet::card
