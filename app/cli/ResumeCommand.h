#pragma once

#include "cli/Arguments.h"

namespace signet::cli {

/** Goes on with what the journal holds and is not done, or lists it. */
Parsed<int> runResumeCommand(const ResumeArguments& arguments);

}  // namespace signet::cli
