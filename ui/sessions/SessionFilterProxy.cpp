#include "ui/sessions/SessionFilterProxy.h"

#include "signing/SessionState.h"
#include "ui/sessions/SessionTableModel.h"

namespace signet::ui {

using signing::SessionState;

SessionFilterProxy::SessionFilterProxy(QObject* parent) : QSortFilterProxyModel(parent) {
    setSortRole(SessionTableModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void SessionFilterProxy::setText(const QString& text) {
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void SessionFilterProxy::setWhich(Which which) {
    m_which = which;
    invalidateFilter();
}

bool SessionFilterProxy::isFiltering() const {
    return m_which != Which::All || !m_words.isEmpty();
}

bool SessionFilterProxy::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const {
    if (!isFiltering())
        return true;
    const QModelIndex index = sourceModel()->index(sourceRow, 0, sourceParent);
    if (!acceptsState(index.data(SessionTableModel::StateRole).toInt()))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(SessionTableModel::FilterRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool SessionFilterProxy::acceptsState(int state) const {
    const auto is = [state](SessionState s) { return state == static_cast<int>(s); };
    switch (m_which) {
        case Which::All:
            return true;
        case Which::Signed:
            return is(SessionState::Finalized);
        case Which::Troubled:
            return is(SessionState::Failed) || is(SessionState::Unconfirmed);
        case Which::ToSign:
            return !is(SessionState::Finalized) && !is(SessionState::Unconfirmed);
    }
    return true;
}

}  // namespace signet::ui
