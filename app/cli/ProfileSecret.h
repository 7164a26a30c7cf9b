#pragma once

#include "base/SecretBytes.h"
#include "cli/CommandLine.h"

namespace signet::cli {

class Interrupts;

/**
 * A profile's secret: from the system's key chain, otherwise asked on the terminal. Runs an event loop until
 * it is there; call before the program's own. An error where there is neither, and after an interrupt.
 */
Parsed<base::SecretBytes> profileSecret(const QString& profile, bool standardInputIsTaken,
                                        Interrupts& interrupts);

}  // namespace signet::cli
