#include "cli/Results.h"

namespace signet::cli {

Results::Results(Report& report, QList<Outcome> possible) : m_report(report) {
    m_summary.possible = std::move(possible);
    m_clock.start();
}

void Results::add(const ResultLine& line) {
    m_report.line(line);
    m_end.lines.append(line);
    m_summary.outcomes.append(line.outcome);
    m_summary.unsaved += line.saveError ? 1 : 0;
    m_end.anyPrepared = m_end.anyPrepared || line.wasLetIn;
}

ExitCode Results::end(bool interrupted, const std::optional<base::Error>& endedBy) {
    m_summary.endedBy = endedBy;
    m_summary.seconds = static_cast<double>(m_clock.elapsed()) / 1000.0;
    m_report.summary(m_summary);
    m_end.interrupted = interrupted;
    m_end.endedBy = endedBy;
    return exitCodeOf(m_end);
}

}  // namespace signet::cli
