#include "ui/sessions/SessionPane.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/common/Icons.h"
#include "ui/common/Panel.h"
#include "ui/sessions/EmptyPage.h"
#include "ui/sessions/SessionFilterProxy.h"
#include "ui/sessions/SessionTableModel.h"
#include "ui/sessions/SessionText.h"

using namespace Qt::StringLiterals;

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

SessionPane::SessionPane(SessionTableModel& model, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_proxy(new SessionFilterProxy(this)),
      m_heading(makeHeading(this)),
      m_addFiles(new QPushButton(icon("add-files"_L1), QString(), this)),
      m_addSessions(new QPushButton(icon("add-sessions"_L1), QString(), this)),
      m_filter(new QLineEdit(this)),
      m_which(new QComboBox(this)),
      m_pages(new QStackedWidget(this)),
      m_table(new QTreeView(this)),
      m_empty(new EmptyPage(this)),
      m_nothingFound(new QLabel(this)),
      m_count(new QLabel(this)),
      m_markAll(new QPushButton(this)),
      m_markNone(new QPushButton(this)) {
    setObjectName(u"sessionPane"_s);
    m_table->setObjectName(u"sessionTable"_s);
    m_filter->setObjectName(u"sessionFilter"_s);
    m_which->setObjectName(u"sessionWhich"_s);
    m_count->setObjectName(u"sessionCount"_s);
    m_addFiles->setObjectName(u"addFiles"_s);
    m_addSessions->setObjectName(u"addSessions"_s);
    m_markAll->setObjectName(u"markAll"_s);
    m_markNone->setObjectName(u"markNone"_s);
    m_proxy->setSourceModel(&model);
    arrange();
    connectParts();
    retranslate();
    showRightPage();
}

void SessionPane::arrange() {
    m_filter->setClearButtonEnabled(true);
    m_nothingFound->setAlignment(Qt::AlignCenter);
    m_nothingFound->setWordWrap(true);

    const int letter = fontMetrics().averageCharWidth();
    m_table->setModel(m_proxy);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->header()->setStretchLastSection(true);
    m_table->header()->setSectionsMovable(false);
    m_table->setItemDelegateForColumn(SessionTableModel::ResultColumn, new ElideSentences(m_table));
    m_table->header()->setMinimumSectionSize(letter * 6);
    m_table->installEventFilter(this);

    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_nothingFound);

    auto* top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch();
    top->addWidget(m_addFiles);
    top->addWidget(m_addSessions);
    auto* find = new QHBoxLayout;
    find->addWidget(m_filter, 1);
    find->addWidget(m_which);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_count, 1);
    bottom->addWidget(m_markAll);
    bottom->addWidget(m_markNone);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addLayout(find);
    column->addWidget(m_pages, 1);
    column->addLayout(bottom);
}

void SessionPane::connectParts() {
    connect(m_filter, &QLineEdit::textChanged, m_proxy, &SessionFilterProxy::setText);
    connect(m_which, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_proxy->setWhich(static_cast<SessionFilterProxy::Which>(index)); });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_proxy, signal, this, &SessionPane::showRightPage);
    connect(m_proxy, &QAbstractItemModel::layoutChanged, this, &SessionPane::showRightPage);
    connect(&m_model, &SessionTableModel::marksChanged, this, &SessionPane::showRightPage);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SessionPane::selectionChanged);
    connect(m_addFiles, &QPushButton::clicked, this, &SessionPane::filesWanted);
    connect(m_addSessions, &QPushButton::clicked, this, &SessionPane::identifiersWanted);
    connect(m_empty, &EmptyPage::filesWanted, this, &SessionPane::filesWanted);
    connect(m_empty, &EmptyPage::identifiersWanted, this, &SessionPane::identifiersWanted);
    connect(m_markAll, &QPushButton::clicked, this, [this] { markAll(true); });
    connect(m_markNone, &QPushButton::clicked, this, [this] { markAll(false); });
}

std::optional<SessionKey> SessionPane::current() const {
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() != 1)
        return std::nullopt;
    return rows.first().data(SessionTableModel::KeyRole).value<SessionKey>();
}

QList<SessionKey> SessionPane::selected() const {
    QList<SessionKey> keys;
    for (const QModelIndex& row : m_table->selectionModel()->selectedRows())
        keys += row.data(SessionTableModel::KeyRole).value<SessionKey>();
    return keys;
}

void SessionPane::markAll(bool marked) {
    QList<SessionKey> keys;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        keys += m_proxy->index(row, 0).data(SessionTableModel::KeyRole).value<SessionKey>();
    m_model.setMarked(keys, marked);
}

void SessionPane::toggleSelected() {
    const QList<SessionKey> keys = selected();
    const bool allMarked =
        std::all_of(keys.begin(), keys.end(), [this](SessionKey key) { return m_model.isMarked(key); });
    m_model.setMarked(keys, !allMarked);
}

void SessionPane::copySelected() const {
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex& row : rows) {
        const auto key = row.data(SessionTableModel::KeyRole).value<SessionKey>();
        const signing::Session& session = m_model.sessions().session(key);
        lines += QStringList{session.id ? session.id->toString() : session.entered, titleText(session),
                             stateText(session.state), resultText(session)}
                     .join(u'\t');
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void SessionPane::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void SessionPane::selectKey(SessionKey key) {
    const int row = m_model.sessions().rowOf(key);
    const QModelIndex index = m_proxy->mapFromSource(m_model.index(row, 0));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

void SessionPane::setContextActions(const QList<QAction*>& actions) {
    m_table->addActions(actions);
}

bool SessionPane::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            toggleSelected();
            return true;
        }
        if (key->key() == Qt::Key_Delete) {
            Q_EMIT removalWanted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SessionPane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int letter = fontMetrics().averageCharWidth();
    const int state = letter * (width() > letter * 90 ? 25 : 19);
    const int title = std::clamp((width() - state) / 2, letter * 24, letter * 46);
    m_table->setColumnWidth(SessionTableModel::TitleColumn, title);
    m_table->setColumnWidth(SessionTableModel::StateColumn, state);
}

void SessionPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SessionPane::retranslate() {
    m_heading->setText(tr("What to sign"));
    m_addFiles->setText(tr("&Add files…"));
    m_addSessions->setText(tr("Add sess&ions…"));
    m_filter->setPlaceholderText(tr("Find by name, identifier or result"));
    m_filter->setAccessibleName(tr("Find sessions"));
    m_which->setAccessibleName(tr("Which sessions to show"));
    m_table->setAccessibleName(tr("Sessions"));
    m_nothingFound->setText(tr("No session fits what you are looking for."));
    m_markAll->setText(tr("Mark a&ll"));
    m_markNone->setText(tr("Mark &none"));
    const QStringList choices{tr("All"), tr("Not yet signed"), tr("Signed"), tr("With trouble")};
    const int chosen = std::max(0, m_which->currentIndex());
    const QSignalBlocker quiet(m_which);
    m_which->clear();
    m_which->addItems(choices);
    m_which->setCurrentIndex(chosen);
    m_model.retranslate();
    countRows();
}

void SessionPane::showRightPage() {
    const bool any = m_model.rowCount() > 0;
    const bool shown = m_proxy->rowCount() > 0;
    QWidget* page = !any    ? static_cast<QWidget*>(m_empty)
                    : shown ? static_cast<QWidget*>(m_table)
                            : m_nothingFound;
    m_pages->setCurrentWidget(page);
    m_filter->setEnabled(any);
    m_which->setEnabled(any);
    m_markAll->setEnabled(any && !m_model.isLocked());
    m_markNone->setEnabled(any && !m_model.isLocked());
    countRows();
}

void SessionPane::countRows() {
    const int rows = m_model.rowCount();
    QStringList words;
    if (rows > 0)
        words += tr("%n session(s)", nullptr, rows);
    if (rows > 0 && !m_model.isLocked())
        words += tr("%n marked", nullptr, static_cast<int>(m_model.marked().size()));
    m_count->setText(words.join(u", "_s));
}

}  // namespace signet::ui
