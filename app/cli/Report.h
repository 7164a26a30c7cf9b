#pragma once

#include <memory>

#include "cli/ResultLine.h"

namespace signet::cli {

/** What became of a run, written to standard output as it happens. */
class Report {
public:
    virtual ~Report() = default;
    /** Once for each picked session, in the order in which they end. */
    virtual void line(const ResultLine& line) = 0;
    virtual void summary(const RunSummary& summary) = 0;
};

/** What lines tell beside what all of them tell. */
enum class Extra {
    None,
    Files,       ///< every document that was saved
    Validation,  ///< the validation report
};

/** One JSON object on each line; all members always there, null where there is nothing to say. */
std::unique_ptr<Report> makeJsonReport(Extra extra);
/** For people. */
std::unique_ptr<Report> makeTextReport();

}  // namespace signet::cli
