#pragma once

#include "cli/Arguments.h"

namespace signet::cli {

/** Looks at everything that signing needs, and tells what is wrong. ExitDone if nothing is; warnings do not
 * count. */
Parsed<int> runDoctorCommand(const DoctorArguments& arguments);

}  // namespace signet::cli
