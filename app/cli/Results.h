#pragma once

#include <QElapsedTimer>
#include <optional>

#include "cli/ExitCode.h"
#include "cli/Report.h"

namespace signet::cli {

/** What becomes of a run's sessions, told line by line, and what the end makes of it. */
class Results {
public:
    /** The report outlives it. The clock starts. */
    Results(Report& report, QList<Outcome> possible);

    void add(const ResultLine& line);
    /** Service and authorisation were there for a session, whatever comes next. */
    void notePrepared() { m_end.anyPrepared = true; }
    /** The summary, and on standard error what ended the run before its time. */
    ExitCode end(bool interrupted, const std::optional<base::Error>& endedBy);

private:
    Report& m_report;
    RunSummary m_summary;
    RunEnd m_end;
    QElapsedTimer m_clock;
};

}  // namespace signet::cli
