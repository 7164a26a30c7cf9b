#pragma once

#include "cli/Arguments.h"

namespace signet::cli {

/** `signet-cli demo`: the sign command's own way, with a service and a card inside the program. */
Parsed<int> runDemoCommand(const DemoArguments& arguments);

}  // namespace signet::cli
