#include "ui/window/BatchAftermath.h"

#include <utility>

#include "ui/common/MessageBar.h"
#include "ui/operation/BatchRunner.h"
#include "ui/sessions/DocumentLister.h"
#include "ui/sessions/SessionTable.h"

namespace signet::ui {

BatchAftermath::BatchAftermath(const BatchRunner& runner, Places places, QObject* parent)
    : QObject(parent), m_runner(runner), m_places(places) {}

void BatchAftermath::follow(const signing::BatchSummary& summary) {
    m_places.lister.lookForResults(m_runner.keys());
    tell(summary);
    showFirstTrouble();
    if (!std::exchange(m_closeWhenDone, false))
        return;
    if (summary.finalized == summary.picked && m_runner.allSaved())
        Q_EMIT closed();
    else
        Q_EMIT comebackWanted();
}

void BatchAftermath::tell(const signing::BatchSummary& summary) {
    using Kind = MessageBar::Kind;
    const bool all = summary.finalized == summary.picked;
    const Kind kind = all ? Kind::Success : summary.failed > 0 ? Kind::Trouble : Kind::Warning;
    m_places.messages.show(kind, [summary] { return summaryText(summary); });
}

void BatchAftermath::showFirstTrouble() {
    if (m_places.table.current())
        return;
    for (int row = 0; row < m_places.sessions.size(); ++row) {
        const signing::Session& session = m_places.sessions.at(row);
        if (session.error) {
            m_places.table.selectKey(session.key);
            return;
        }
    }
}

}  // namespace signet::ui
