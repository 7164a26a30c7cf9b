#pragma once

#include "cli/BatchRun.h"
#include "cli/CommandLine.h"
#include "cli/ServiceAccess.h"
#include "signing/Attendant.h"

namespace signet::cli {

/** All that a run which changes sessions is made of, read and checked. */
struct BatchParts {
    BatchJob job;
    ServiceAccess access;
    std::unique_ptr<Preparation> preparation;
    std::unique_ptr<signing::Attendant> attendant;
    bool json = false;
};

/** What all commands that change sessions have in common; what files hold is read, nothing is sent. */
Parsed<BatchParts> batchParts(const ChangeArguments& arguments);

/** Runs it to its end and gives the exit code. A profile that cannot be used is a wrong command line. */
Parsed<int> runBatch(BatchParts parts, Interrupts& interrupts);

}  // namespace signet::cli
