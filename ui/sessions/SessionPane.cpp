#include "ui/sessions/SessionPane.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/common/Icons.h"
#include "ui/common/Panel.h"
#include "ui/sessions/EmptyPage.h"
#include "ui/sessions/SessionFilterProxy.h"
#include "ui/sessions/SessionTable.h"
#include "ui/sessions/SessionTableModel.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

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
      m_table(new SessionTable(model, *m_proxy, this)),
      m_empty(new EmptyPage(this)),
      m_nothingFound(new QLabel(this)),
      m_count(new QLabel(this)),
      m_markAll(new QPushButton(this)),
      m_markNone(new QPushButton(this)) {
    setObjectName(u"sessionPane"_s);
    m_filter->setObjectName(u"sessionFilter"_s);
    m_which->setObjectName(u"sessionWhich"_s);
    m_count->setObjectName(u"sessionCount"_s);
    m_addFiles->setObjectName(u"addFiles"_s);
    m_addSessions->setObjectName(u"addSessions"_s);
    m_markAll->setObjectName(u"markAll"_s);
    m_markNone->setObjectName(u"markNone"_s);
    arrange();
    connectParts();
    retranslate();
    showRightPage();
}

void SessionPane::arrange() {
    m_filter->setClearButtonEnabled(true);
    m_nothingFound->setAlignment(Qt::AlignCenter);
    m_nothingFound->setWordWrap(true);

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
    connect(&m_model, &SessionTableModel::marksChanged, this, &SessionPane::countRows);
    connect(m_addFiles, &QPushButton::clicked, this, &SessionPane::filesWanted);
    connect(m_addSessions, &QPushButton::clicked, this, &SessionPane::identifiersWanted);
    connect(m_empty, &EmptyPage::filesWanted, this, &SessionPane::filesWanted);
    connect(m_empty, &EmptyPage::identifiersWanted, this, &SessionPane::identifiersWanted);
    connect(m_markAll, &QPushButton::clicked, this, [this] { m_table->markAll(true); });
    connect(m_markNone, &QPushButton::clicked, this, [this] { m_table->markAll(false); });
}

void SessionPane::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void SessionPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SessionPane::retranslate() {
    m_heading->setText(tr("Documents"));
    m_addFiles->setText(tr("&Add files…"));
    m_addSessions->setText(tr("Add sess&ions…"));
    m_filter->setPlaceholderText(tr("Find by name, identifier or result"));
    m_filter->setAccessibleName(tr("Find sessions"));
    m_which->setAccessibleName(tr("Which sessions to show"));
    m_table->setAccessibleName(tr("Sessions"));
    m_nothingFound->setText(tr("No session fits what you are looking for."));
    m_markAll->setText(tr("Mark a&ll"));
    m_markNone->setText(tr("Mark &none"));
    const QStringList choices{tr("All"), tr("Not yet done"), tr("Done"), tr("With trouble")};
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
