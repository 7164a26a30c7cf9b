#include "ui/sessions/SessionTable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

#include "ui/sessions/SessionFilterProxy.h"
#include "ui/sessions/SessionTableModel.h"
#include "ui/sessions/SessionText.h"

namespace signet::ui {

using signing::SessionKey;

namespace {

/** Names are cut in the middle, since their ends tell them apart; sentences at their end. */
class ElideSentences : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = Qt::ElideRight;
    }
};

}  // namespace

SessionTable::SessionTable(SessionTableModel& model, SessionFilterProxy& proxy, QWidget* parent)
    : QTreeView(parent), m_model(model), m_proxy(proxy) {
    setObjectName(QStringLiteral("sessionTable"));
    m_proxy.setSourceModel(&m_model);
    setModel(&m_proxy);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setTextElideMode(Qt::ElideMiddle);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 6);
    setItemDelegateForColumn(SessionTableModel::ResultColumn, new ElideSentences(this));
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &SessionTable::rowsSelected);
}

std::optional<SessionKey> SessionTable::current() const {
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.size() != 1)
        return std::nullopt;
    return rows.first().data(SessionTableModel::KeyRole).value<SessionKey>();
}

QList<SessionKey> SessionTable::selected() const {
    QList<SessionKey> keys;
    for (const QModelIndex& row : selectionModel()->selectedRows())
        keys += row.data(SessionTableModel::KeyRole).value<SessionKey>();
    return keys;
}

void SessionTable::markAll(bool marked) {
    QList<SessionKey> keys;
    for (int row = 0; row < m_proxy.rowCount(); ++row)
        keys += m_proxy.index(row, 0).data(SessionTableModel::KeyRole).value<SessionKey>();
    m_model.setMarked(keys, marked);
}

void SessionTable::toggleSelected() {
    const QList<SessionKey> keys = selected();
    const bool allMarked =
        std::all_of(keys.begin(), keys.end(), [this](SessionKey key) { return m_model.isMarked(key); });
    m_model.setMarked(keys, !allMarked);
}

void SessionTable::copySelected() const {
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex& row : rows) {
        const auto key = row.data(SessionTableModel::KeyRole).value<SessionKey>();
        const signing::Session& session = m_model.sessions().session(key);
        lines += QStringList{session.id ? session.id->toString() : session.entered, titleText(session),
                             stateText(session), resultText(session)}
                     .join(u'\t');
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void SessionTable::selectKey(SessionKey key) {
    const int row = m_model.sessions().rowOf(key);
    const QModelIndex index = m_proxy.mapFromSource(m_model.index(row, 0));
    setCurrentIndex(index);
    scrollTo(index);
}

void SessionTable::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        toggleSelected();
    else if (event->key() == Qt::Key_Delete)
        Q_EMIT removalWanted();
    else
        QTreeView::keyPressEvent(event);
}

void SessionTable::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    const int letter = fontMetrics().averageCharWidth();
    const int state = letter * (width() > letter * 90 ? 25 : 19);
    const int title = std::clamp((width() - state) / 2, letter * 24, letter * 46);
    setColumnWidth(SessionTableModel::TitleColumn, title);
    setColumnWidth(SessionTableModel::StateColumn, state);
}

}  // namespace signet::ui
