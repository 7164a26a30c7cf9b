#pragma once

#include <QStringList>
#include <optional>

#include "base/ErrorCode.h"

namespace signet::base {

/** The sentence of `code` in the language of the moment, with its arguments and its count filled in. */
QString catalogSentence(ErrorCode code, const QStringList& arguments, std::optional<int> count);

/** What a person can do next. A refusal by the service has a hint for each stage. */
QString catalogHint(ErrorCode code, Stage stage, const QStringList& arguments);

}  // namespace signet::base
