#include <QCoreApplication>

#include "cli/DemoCommand.h"

namespace signet::cli {

Parsed<int> runDemoCommand(const DemoArguments&) {
    return tl::unexpected(
        UsageError{QCoreApplication::translate("Cli", "The demonstration is not part of this build.")});
}

}  // namespace signet::cli
