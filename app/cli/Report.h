#pragma once

#include <memory>

#include "signing/BatchSummary.h"
#include "signing/Session.h"

namespace signet::cli {

/** What became of a run, written to standard output as it happens. */
class Report {
public:
    virtual ~Report() = default;
    /** Once for each picked session, in the order in which they end. */
    virtual void session(const signing::Session& session) = 0;
    virtual void summary(const signing::BatchSummary& summary) = 0;
};

/** One JSON object on each line; all members always there, null where there is nothing to say. */
std::unique_ptr<Report> makeJsonReport();
/** For people. */
std::unique_ptr<Report> makeTextReport();

}  // namespace signet::cli
