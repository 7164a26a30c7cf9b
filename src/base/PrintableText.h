#pragma once

#include <QString>

namespace signet::base {

/**
 * Text from outside, fit to be shown: every character that has no shape of its own (controls, invisible and
 * direction-changing format characters, lone surrogates) becomes U+FFFD, so that a name cannot pretend to be
 * another.
 */
QString printable(QStringView text);

}  // namespace signet::base
