#pragma once

#include <QByteArrayView>
#include <algorithm>

namespace signet::signapi {

/** Visible ASCII of a reasonable length: nothing that could end or extend a header. */
inline bool isUsableToken(QByteArrayView token) {
    constexpr qsizetype Longest = 16 * 1024;
    return !token.isEmpty() && token.size() <= Longest &&
           std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

}  // namespace signet::signapi
