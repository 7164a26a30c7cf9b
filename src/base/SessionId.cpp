#include "base/SessionId.h"

#include <algorithm>

#include "base/PrintableText.h"

namespace signet::base {
namespace {

constexpr qsizetype LongestIdentifier = 64;
constexpr qsizetype LongestEcho = 40;

bool isIdentifierCharacter(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' ||
           c == u'_';
}

/** What is shown of a rubbish identifier: short, and without control characters. */
QString echoOf(QStringView text) {
    const QString echo = printable(text.left(LongestEcho));
    return text.size() > LongestEcho ? QString(echo % u'…') : echo;
}

}  // namespace

Expected<SessionId> SessionId::parse(QStringView text) {
    const QStringView trimmed = text.trimmed();
    const bool fits = !trimmed.isEmpty() && trimmed.size() <= LongestIdentifier &&
                      std::all_of(trimmed.begin(), trimmed.end(), isIdentifierCharacter);
    if (!fits)
        return fail(ErrorCode::IdentifierInvalid, QStringList{echoOf(trimmed)});
    return SessionId(trimmed.toString());
}

}  // namespace signet::base
