#pragma once

#include <memory>

#include "cli/CommandLine.h"

namespace signet::card {
class CardReaders;
}

namespace signet::cli {

/** The computer's readers, and beside them the cards of these PKCS#11 modules (none: those of the settings).
 * A file that is not there is a wrong command line. */
Parsed<std::shared_ptr<card::CardReaders>> cardReaders(const QStringList& modules);

}  // namespace signet::cli
