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

    /** How many were picked; before anything is added. */
    void begin(int picked) { m_report.begin(picked); }
    void add(const ResultLine& line);
    /** Why all that are added from now on are not as they were to be. */
    void tellCause(const base::Error& cause) { m_report.cause(cause); }
    /** Service and authorisation were there for a session, whatever comes next. */
    void notePrepared() { m_end.anyPrepared = true; }
    /** The summary. */
    ExitCode end(bool interrupted, const std::optional<base::Error>& endedBy);

private:
    Report& m_report;
    RunSummary m_summary;
    RunEnd m_end;
    QElapsedTimer m_clock;
};

}  // namespace signet::cli
