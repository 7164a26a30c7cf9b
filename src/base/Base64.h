#pragma once

#include <QByteArray>
#include <optional>

namespace signet::base {

/**
 * Reads base64 as services write it (signapi.md 1.4): standard alphabet, white space and line breaks ignored,
 * padding may be missing. Nothing for an empty value or any other character.
 */
std::optional<QByteArray> decodeBase64(QByteArrayView text);

}  // namespace signet::base
