#include "base/Base64.h"

namespace signet::base {

std::optional<QByteArray> decodeBase64(QByteArrayView text) {
    QByteArray compact;
    compact.reserve(text.size());
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            compact.append(c);
    }
    // Qt lets a single left-over letter pass, although its six bits are no byte.
    const qsizetype letters = compact.size() - compact.count('=');
    if (letters % 4 == 1)
        return std::nullopt;
    const auto result = QByteArray::fromBase64Encoding(
        compact, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!result || result.decoded.isEmpty())
        return std::nullopt;
    return result.decoded;
}

}  // namespace signet::base
