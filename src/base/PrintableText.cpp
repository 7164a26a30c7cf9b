#include "base/PrintableText.h"

#include <QList>

namespace signet::base {

QString printable(QStringView text) {
    QString result;
    result.reserve(text.size());
    for (const char32_t character : text.toUcs4()) {
        const bool shown = QChar::isPrint(character);
        result += QChar::fromUcs4(shown ? character : char32_t{QChar::ReplacementCharacter});
    }
    return result;
}

}  // namespace signet::base
