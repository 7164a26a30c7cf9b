#include "ui/journal/HistoryDialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "base/PrintableText.h"
#include "signing/journal/Journal.h"
#include "signing/journal/Retention.h"
#include "ui/common/Formatting.h"
#include "ui/common/MessageBar.h"
#include "ui/common/WhenDone.h"
#include "ui/journal/JournalWords.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

constexpr int BatchRole = Qt::UserRole;
constexpr int PageSize = 100;
constexpr int LongestKeeping = 3650;

QString countsOf(const signing::HistoryBatch& one) {
    QStringList parts{HistoryDialog::tr("%1 of %2 done").arg(one.finalized).arg(one.sessions)};
    if (one.failed > 0)
        parts += HistoryDialog::tr("%n failed", nullptr, one.failed);
    if (one.unconfirmed > 0)
        parts += HistoryDialog::tr("%n unconfirmed", nullptr, one.unconfirmed);
    if (one.cancelled > 0)
        parts += HistoryDialog::tr("%n cancelled", nullptr, one.cancelled);
    if (!one.batch.endedAt.isValid())
        parts += HistoryDialog::tr("interrupted");
    return parts.join(u", "_s);
}

/** "Signing, ANDRIS PARAUDZIŅŠ". */
QString runOf(const signing::JournalBatch& batch) {
    if (batch.signer.isEmpty())
        return operationName(batch.operation);
    return QString(operationName(batch.operation) % u", " % base::printable(batch.signer));
}

QTreeWidgetItem* itemOf(const signing::JournalEntry& entry) {
    const QString id = entry.session ? entry.session->toString() : QString();
    auto* item =
        new QTreeWidgetItem({base::printable(entry.title), standingOf(entry), dateAndTime(entry.changedAt)});
    QStringList facts{id};
    if (entry.error)
        facts += errorParagraph(*entry.error);
    if (!entry.savedAs.isEmpty())
        facts += base::printable(entry.savedAs);
    const QString tip = facts.join(u'\n').trimmed();
    for (int column = 0; column < 3; ++column)
        item->setToolTip(column, tip.toHtmlEscaped());
    return item;
}

}  // namespace

HistoryDialog::HistoryDialog(std::shared_ptr<signing::Journal> journal, QWidget* parent)
    : QDialog(parent),
      m_journal(std::move(journal)),
      m_messages(new MessageBar(this)),
      m_search(new QLineEdit(this)),
      m_list(new QTreeWidget(this)),
      m_empty(new QLabel(this)),
      m_more(new QPushButton(this)),
      m_keepLabel(new QLabel(this)),
      m_keep(new QSpinBox(this)),
      m_export(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setObjectName(u"historyDialog"_s);
    m_search->setObjectName(u"historySearch"_s);
    m_list->setObjectName(u"historyList"_s);
    m_more->setObjectName(u"historyMore"_s);
    m_keep->setObjectName(u"historyKeep"_s);
    m_export->setObjectName(u"historyExport"_s);
    arrange();
    m_typing.setSingleShot(true);
    m_typing.setInterval(250);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &HistoryDialog::refresh);
    connect(m_list, &QTreeWidget::itemExpanded, this, &HistoryDialog::fill);
    connect(m_more, &QPushButton::clicked, this, &HistoryDialog::more);
    connect(m_export, &QPushButton::clicked, this, &HistoryDialog::chooseExport);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_keep, &QSpinBox::editingFinished, this, [this] { keepFor(m_keep->value()); });
    whenDone(m_journal->keepDays(), this, [this](const base::Expected<int>& days) {
        if (days)
            m_keep->setValue(*days);
        m_keep->setEnabled(days.has_value());
    });
    retranslate();
    const QSize room = parent != nullptr ? parent->window()->size() * 9 / 10 : QSize(1000, 700);
    resize(QSize(fontMetrics().averageCharWidth() * 100, fontMetrics().lineSpacing() * 32).boundedTo(room));
}

HistoryDialog::~HistoryDialog() = default;

void HistoryDialog::arrange() {
    m_search->setClearButtonEnabled(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setTextFormat(Qt::PlainText);
    m_list->setColumnCount(3);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_keep->setRange(0, LongestKeeping);
    m_keepLabel->setBuddy(m_keep);
    auto* keeping = new QHBoxLayout;
    keeping->addWidget(m_keepLabel);
    keeping->addWidget(m_keep);
    keeping->addStretch();
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_messages);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_more, 0, Qt::AlignHCenter);
    column->addLayout(keeping);
    column->addWidget(buttons);
}

signing::HistoryQuery HistoryDialog::query() const {
    signing::HistoryQuery wanted;
    wanted.text = m_search->text().trimmed();
    wanted.limit = PageSize;
    return wanted;
}

void HistoryDialog::refresh() {
    m_list->clear();
    m_shown = 0;
    more();
}

void HistoryDialog::more() {
    signing::HistoryQuery wanted = query();
    wanted.offset = m_shown;
    const int reading = ++m_reading;
    whenDone(m_journal->history(wanted), this,
             [this, reading](const base::Expected<QList<signing::HistoryBatch>>& page) {
                 if (reading != m_reading)
                     return;
                 if (!page)
                     m_messages->showError(page.error());
                 showPage(page.value_or(QList<signing::HistoryBatch>()));
             });
}

void HistoryDialog::showPage(const QList<signing::HistoryBatch>& batches) {
    for (const signing::HistoryBatch& one : batches) {
        auto* item = new QTreeWidgetItem({runOf(one.batch), countsOf(one), dateAndTime(one.batch.startedAt)});
        item->setData(0, BatchRole, one.batch.id);
        item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
        item->setToolTip(0, base::printable(one.batch.api).toHtmlEscaped());
        m_list->addTopLevelItem(item);
    }
    m_shown += static_cast<int>(batches.size());
    m_list->setVisible(m_shown > 0);
    m_empty->setVisible(m_shown == 0);
    m_more->setVisible(batches.size() == PageSize);
    m_export->setEnabled(m_shown > 0);
}

void HistoryDialog::fill(QTreeWidgetItem* batch) {
    if (batch->childCount() > 0)
        return;
    const qint64 id = batch->data(0, BatchRole).toLongLong();
    whenDone(m_journal->entriesOf(id), this,
             [this, id](const base::Expected<QList<signing::JournalEntry>>& entries) {
                 for (int row = 0; entries && row < m_list->topLevelItemCount(); ++row) {
                     QTreeWidgetItem* item = m_list->topLevelItem(row);
                     if (item->data(0, BatchRole).toLongLong() != id || item->childCount() > 0)
                         continue;
                     for (const signing::JournalEntry& entry : *entries)
                         item->addChild(itemOf(entry));
                 }
                 if (!entries)
                     m_messages->showError(entries.error());
             });
}

void HistoryDialog::chooseExport() {
    auto* dialog = new QFileDialog(this, tr("Export the history"));
    dialog->setObjectName(u"historyFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &HistoryDialog::exportTo);
    dialog->show();
}

void HistoryDialog::exportTo(const QString& path) {
    using Format = signing::Journal::ExportFormat;
    const Format format = path.endsWith(u".json", Qt::CaseInsensitive) ? Format::Json : Format::Csv;
    whenDone(m_journal->exportTo(path, format, query()), this,
             [this, path](const base::Expected<void>& done) {
                 if (!done)
                     return m_messages->showError(done.error());
                 m_messages->show(MessageBar::Kind::Success, [path] { return tr("Saved as %1").arg(path); });
             });
}

void HistoryDialog::keepFor(int days) {
    whenDone(m_journal->setKeepDays(days), this, [this](const base::Expected<void>& done) {
        if (!done)
            return m_messages->showError(done.error());
        signing::removeOld(m_journal);
    });
}

void HistoryDialog::retranslate() {
    setWindowTitle(tr("History"));
    m_search->setPlaceholderText(tr("Search: identifier, document, signer, profile"));
    m_search->setAccessibleName(tr("Search the history"));
    m_list->setHeaderLabels({tr("Run"), tr("Result"), tr("Time")});
    m_list->setAccessibleName(tr("Earlier runs"));
    m_empty->setText(tr("Nothing is kept that fits."));
    m_more->setText(tr("Show &more"));
    m_keepLabel->setText(tr("&Delete finished runs after:"));
    m_keep->setSuffix(tr(" days"));
    m_keep->setSpecialValueText(tr("never"));
    m_export->setText(tr("&Export…"));
    m_close->setText(tr("&Close"));
    refresh();
}

void HistoryDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace signet::ui
