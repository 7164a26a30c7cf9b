#pragma once

#include <memory>

#include "cli/CommandLine.h"
#include "cli/SignRun.h"
#include "cli/TerminalAttendant.h"
#include "signing/Profile.h"

namespace signet::cli {

/** All that a signing run is made of, read and checked. */
struct SigningParts {
    SignJob job;
    std::shared_ptr<card::CardReaders> readers;
    signing::Profile profile;
    base::SecretBytes secret;  ///< the client's secret, or the token; not needed after an interrupt
    PinWay pin;
    bool allowLastTry = false;
    bool json = false;
};

/** Runs it to its end and gives the exit code. A profile that cannot be used is a wrong command line. */
Parsed<int> runSigning(SigningParts parts, Interrupts& interrupts);

/** Makes the folder, and proves that files can be made in it, before anybody signs anything. */
Parsed<void> prepareOutputFolder(const QString& folder);

/** What is wrong, with what to do about it, as a wrong command line. */
UsageError asUsageError(const base::Error& error);

}  // namespace signet::cli
