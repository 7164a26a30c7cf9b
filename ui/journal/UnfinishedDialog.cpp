#include "ui/journal/UnfinishedDialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "base/PrintableText.h"
#include "ui/common/Formatting.h"
#include "ui/journal/JournalWords.h"
#include "ui/journal/UnfinishedWork.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::JournalEntry;

QTreeWidgetItem* itemOf(const signing::UnfinishedBatch& one) {
    const QString count = UnfinishedDialog::tr("%1 of %2").arg(one.entries.size()).arg(one.size);
    auto* batch = new QTreeWidgetItem({QString(headingOf(one.batch) % u": " % count)});
    for (const JournalEntry& entry : one.entries) {
        const QString id = entry.session ? entry.session->toString() : QString();
        auto* item = new QTreeWidgetItem(
            batch, {base::printable(entry.title), standingOf(entry), dateAndTime(entry.changedAt)});
        item->setToolTip(0, id);
    }
    return batch;
}

}  // namespace

UnfinishedDialog::UnfinishedDialog(UnfinishedWork& work, QWidget* parent)
    : QDialog(parent),
      m_work(work),
      m_words(new QLabel(this)),
      m_list(new QTreeWidget(this)),
      m_resend(new QCheckBox(this)),
      m_resendWords(new QLabel(this)),
      m_goOn(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setObjectName(u"unfinishedDialog"_s);
    m_list->setObjectName(u"unfinishedSessions"_s);
    m_resend->setObjectName(u"unfinishedResend"_s);
    m_goOn->setObjectName(u"unfinishedDialogGoOn"_s);
    arrange();
    connect(&work, &UnfinishedWork::changed, this, &UnfinishedDialog::follow);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        const bool resend = m_resend->isChecked();
        m_resend->setChecked(false);
        accept();
        m_work.goOn(resend);
    });
    retranslate();
    const QSize room = parent != nullptr ? parent->window()->size() * 9 / 10 : QSize(1000, 700);
    resize(QSize(fontMetrics().averageCharWidth() * 120, fontMetrics().lineSpacing() * 26).boundedTo(room));
}

void UnfinishedDialog::arrange() {
    for (QLabel* label : {m_words, m_resendWords}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_list->setColumnCount(3);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_goOn, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    m_goOn->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    column->addWidget(m_resend);
    column->addWidget(m_resendWords);
    column->addWidget(buttons);
}

void UnfinishedDialog::follow() {
    m_list->clear();
    for (const signing::UnfinishedBatch& one : m_work.batches()) {
        QTreeWidgetItem* batch = itemOf(one);
        m_list->addTopLevelItem(batch);
        batch->setFirstColumnSpanned(true);
        batch->setExpanded(true);
    }
    m_goOn->setEnabled(!m_work.batches().isEmpty());
    m_resend->setEnabled(m_work.sentCount() > 0);
}

void UnfinishedDialog::retranslate() {
    setWindowTitle(tr("Unfinished from before"));
    m_words->setText(
        tr("Going on looks up what became of what was sent, and sends what was signed. No card and no PIN "
           "are needed."));
    m_list->setHeaderLabels({tr("Document"), tr("State"), tr("Since")});
    m_list->setAccessibleName(tr("Unfinished sessions"));
    m_resend->setText(tr("Also &send again what is still not confirmed after that"));
    m_resendWords->setText(
        tr("Look at the documents first: if the first request was carried out after all, sending it again "
           "may add a second signature, seal or time stamp. Seals are sent again only while the e-seal is "
           "unlocked."));
    m_goOn->setText(tr("&Go on"));
    m_close->setText(tr("&Close"));
    follow();
}

void UnfinishedDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace signet::ui
