#pragma once

#include <memory>

#include "cli/ResultLine.h"

namespace signet::cli {

/** What became of a run, written to standard output as it happens; every cause at least once. */
class Report {
public:
    virtual ~Report() = default;
    /** How many were picked: before anything else. */
    virtual void begin(int picked) = 0;
    /** What all lines that follow have in common: the cause that ended the run before it began. */
    virtual void cause(const base::Error& cause) = 0;
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
/**
 * For people: what several sessions have in common is told once; of many sessions those that went well
 * without leaving a document here are only counted.
 */
std::unique_ptr<Report> makeTextReport();

}  // namespace signet::cli
