#pragma once

#include <QList>
#include <optional>

#include "base/Error.h"
#include "cli/ResultLine.h"

namespace signet::cli {

/** What the program's end tells a script. */
enum ExitCode {
    ExitDone = 0,       ///< all finalized, and saved where that was asked for
    ExitNotAll = 1,     ///< some are not
    ExitUsage = 2,      ///< the command line is wrong, or a file that it names; nothing was done
    ExitNoCard = 3,     ///< no usable card or reader
    ExitNoService = 4,  ///< nothing could be prepared for lack of authorisation or connection
    ExitPin = 5,        ///< a PIN or the PUK wrong, blocked, or on its last try; the e-seal's password wrong
    ExitInterrupted = 130,
};

/** How a run ended, as far as its exit code depends on it. */
struct RunEnd {
    QList<ResultLine> lines;   ///< of all that were picked
    bool anyPrepared = false;  ///< for at least one, service and authorisation were there
    bool interrupted = false;
    std::optional<base::Error> endedBy;  ///< what ended the run before its time
};

ExitCode exitCodeOf(const RunEnd& end);

}  // namespace signet::cli
