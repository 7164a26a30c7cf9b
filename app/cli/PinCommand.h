#pragma once

#include "cli/Arguments.h"
#include "cli/ExitCode.h"

namespace signet::cli {

/** `signet-cli pin status`: the tries left of every card's PINs, or of those in one reader. No card is an
 * error. */
Parsed<int> runPinStatusCommand(const PinStatusArguments& arguments);

/** `signet-cli pin change` and `pin unblock`: one PIN or PUK is presented, once. */
Parsed<int> runPinCareCommand(const PinCareArguments& arguments);

}  // namespace signet::cli
