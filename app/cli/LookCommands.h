#pragma once

#include "cli/Arguments.h"

namespace signet::cli {

/** `signet-cli download`: the exit code, or what is wrong with the command line and the files that it names.
 */
Parsed<int> runDownloadCommand(const DownloadArguments& arguments);

/** `signet-cli validate`: the exit code, or what is wrong with the command line and the files that it names.
 */
Parsed<int> runValidateCommand(const ValidateArguments& arguments);

}  // namespace signet::cli
