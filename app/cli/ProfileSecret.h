#pragma once

#include <optional>

#include "base/SecretBytes.h"
#include "cli/CommandLine.h"

namespace signet::cli {

class Interrupts;

// Secrets that may have to be waited for. Each runs an event loop until it is there: call before the
// program's own.

/**
 * A profile's secret: from the system's key chain, otherwise asked on the terminal. An error where there is
 * neither, and after an interrupt.
 */
Parsed<base::SecretBytes> profileSecret(const QString& profile, bool standardInputIsTaken,
                                        Interrupts& interrupts);

/**
 * The password of an e-seal: from the system's key chain, if `profile` is named and keeps it; otherwise asked
 * on the terminal. An error where there is neither, and after an interrupt.
 */
Parsed<base::SecretBytes> sealPassword(const QString& profile, bool standardInputIsTaken,
                                       Interrupts& interrupts);

}  // namespace signet::cli
