#pragma once

#include <optional>

#include "cli/Arguments.h"

namespace signet::cli {

/**
 * How the service is reached again, as the journal keeps it (JournalBatch::access): names of profiles, files
 * and variables, never what is in them. Empty where that is impossible (a secret came from standard input).
 */
QString accessNote(const RunArguments& arguments);

/** The same way once more, without picks; nothing where the note is none, or somebody else's. */
std::optional<RunArguments> accessFromNote(const QString& note);

}  // namespace signet::cli
