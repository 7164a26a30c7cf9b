#pragma once

#include "cli/Arguments.h"

namespace signet::cli {

/** `signet-cli sign`: the exit code, or what is wrong with the command line and the files that it names. */
Parsed<int> runSignCommand(const SignArguments& arguments);

}  // namespace signet::cli
