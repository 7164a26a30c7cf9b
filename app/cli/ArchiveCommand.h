#pragma once

#include "cli/Arguments.h"

namespace signet::cli {

/** `signet-cli archive`: the exit code, or what is wrong with the command line and the files that it names.
 */
Parsed<int> runArchiveCommand(const ArchiveArguments& arguments);

}  // namespace signet::cli
