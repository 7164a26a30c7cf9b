#include "ui/window/CheckupDialog.h"

#include <QClipboard>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "base/PrintableText.h"
#include "signing/Checkup.h"
#include "ui/common/Icons.h"
#include "ui/common/WhenDone.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::Finding;
using Verdict = Finding::Verdict;

QIcon iconOf(Verdict verdict) {
    switch (verdict) {
        case Verdict::Good:
            return icon("state-finalized"_L1);
        case Verdict::Warning:
            return icon("state-unconfirmed"_L1);
        case Verdict::Trouble:
            return icon("state-failed"_L1);
        case Verdict::Skipped:
            break;
    }
    return icon("state-picked"_L1);
}

QString headOf(const Finding& finding) {
    const QString subject = subjectName(finding.subject);
    return finding.about.isEmpty() ? subject : QString(subject % u": " % base::printable(finding.about));
}

QTreeWidgetItem* itemOf(const Finding& finding) {
    auto* item = new QTreeWidgetItem({headOf(finding), base::printable(finding.words)});
    item->setIcon(0, iconOf(finding.verdict));
    item->setToolTip(0, headOf(finding).toHtmlEscaped());
    item->setToolTip(1, base::printable(finding.words).toHtmlEscaped());
    if (finding.error && !finding.error->hint().isEmpty())
        item->addChild(new QTreeWidgetItem({QString(), base::printable(finding.error->hint())}));
    return item;
}

}  // namespace

CheckupDialog::CheckupDialog(signing::CardDesk& cards, signing::ServiceDesk& service, QWidget* parent)
    : QDialog(parent),
      m_cards(cards),
      m_service(service),
      m_list(new QTreeWidget(this)),
      m_words(new QLabel(this)),
      m_again(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setObjectName(u"checkupDialog"_s);
    m_list->setObjectName(u"checkupList"_s);
    m_words->setObjectName(u"checkupWords"_s);
    m_again->setObjectName(u"checkupAgain"_s);
    m_copy->setObjectName(u"checkupCopy"_s);
    arrange();
    connect(&cards, &signing::CardDesk::changed, this, &CheckupDialog::refresh);
    connect(&service, &signing::ServiceDesk::profileChanged, this, &CheckupDialog::look);
    connect(m_again, &QPushButton::clicked, this, &CheckupDialog::look);
    connect(m_copy, &QPushButton::clicked, this, &CheckupDialog::copy);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    const QSize room = parent != nullptr ? parent->window()->size() * 9 / 10 : QSize(1000, 700);
    resize(QSize(fontMetrics().averageCharWidth() * 110, fontMetrics().lineSpacing() * 26).boundedTo(room));
}

void CheckupDialog::arrange() {
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_list->setColumnCount(2);
    m_list->setWordWrap(true);
    m_list->setRootIsDecorated(false);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(true);
    m_list->header()->resizeSection(0, fontMetrics().averageCharWidth() * 40);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_again, QDialogButtonBox::ActionRole);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
}

void CheckupDialog::look() {
    m_isAsking = true;
    refresh();
    whenDone(signing::checkService(m_service), this, [this](const base::Expected<QList<Finding>>& found) {
        m_isAsking = false;
        m_ofService = found.value_or(QList<Finding>());
        refresh();
    });
}

void CheckupDialog::refresh() {
    const QList<Finding> findings =
        cardFindings(m_cards.problem(), m_cards.readers(), QDateTime::currentDateTimeUtc()) + m_ofService;
    m_list->clear();
    for (const Finding& finding : findings)
        m_list->addTopLevelItem(itemOf(finding));
    m_list->expandAll();
    const int troubles = count(findings, Verdict::Trouble);
    const int warnings = count(findings, Verdict::Warning);
    m_again->setEnabled(!m_isAsking);
    if (m_isAsking)
        m_words->setText(tr("Asking the service…"));
    else if (troubles > 0)
        m_words->setText(tr("%n thing(s) to mend before you can sign:", nullptr, troubles));
    else if (warnings > 0)
        m_words->setText(tr("You can sign; %n thing(s) to look after:", nullptr, warnings));
    else
        m_words->setText(tr("Everything is ready for signing."));
}

void CheckupDialog::copy() const {
    QStringList lines;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* item = m_list->topLevelItem(i);
        lines += QString(item->text(0) % u": " % item->text(1));
        for (int child = 0; child < item->childCount(); ++child)
            lines += QString(u"    " % item->child(child)->text(1));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void CheckupDialog::retranslate() {
    setWindowTitle(tr("Check the set-up"));
    m_list->setHeaderLabels({tr("What"), tr("Finding")});
    m_list->setAccessibleName(tr("Findings"));
    m_again->setText(tr("&Look again"));
    m_copy->setText(tr("C&opy"));
    m_close->setText(tr("&Close"));
    refresh();
}

void CheckupDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    look();  // the service's findings are in the old language
}

}  // namespace signet::ui
