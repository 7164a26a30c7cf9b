#pragma once

#include "cli/Arguments.h"

namespace signet::cli {

/** `signet-cli seal`: the exit code, or what is wrong with the command line and the files that it names. */
Parsed<int> runSealCommand(const SealArguments& arguments);

}  // namespace signet::cli
