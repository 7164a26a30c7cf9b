#pragma once

#include <QString>

namespace signet::base {

/**
 * Words of ours among an error's arguments ("it is a folder"): `source` as marked with QT_TRANSLATE_NOOP in
 * `context`. They are translated when the sentence is made, like the sentence itself.
 */
QString ownWords(const char* context, const char* source);

}  // namespace signet::base
