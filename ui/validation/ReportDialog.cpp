#include "ui/validation/ReportDialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "base/PrintableText.h"
#include "signing/ValidationText.h"
#include "ui/common/ErrorView.h"
#include "ui/common/Formatting.h"
#include "ui/validation/ReportView.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

constexpr int LongestName = 60;

}  // namespace

ReportDialog::ReportDialog(QWidget* parent)
    : QDialog(parent),
      m_waiting(new QLabel(this)),
      m_error(new ErrorView(this)),
      m_page(new QWidget),
      m_copy(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setObjectName(u"reportDialog"_s);
    m_waiting->setObjectName(u"reportWaiting"_s);
    m_error->setObjectName(u"reportError"_s);
    m_copy->setObjectName(u"reportCopy"_s);
    m_close->setObjectName(u"reportClose"_s);
    m_waiting->setTextFormat(Qt::PlainText);
    m_waiting->setWordWrap(true);
    auto* inside = new QVBoxLayout(m_page);
    inside->setContentsMargins(0, 0, 6, 0);
    inside->addWidget(m_waiting);
    inside->addWidget(m_error);
    inside->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_page);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    connect(m_copy, &QPushButton::clicked, this, &ReportDialog::copyAll);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    const QSize room = parent != nullptr ? parent->window()->size() * 9 / 10 : QSize(1000, 700);
    resize(QSize(fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 32).boundedTo(room));
    retranslate();
}

void ReportDialog::await(const QString& documentName) {
    m_name = documentName;
    m_report.reset();
    delete m_view;
    m_view = nullptr;
    m_error->setError({});
    showWaiting(true);
    retranslate();
}

void ReportDialog::showReport(const signing::ValidationReport& report) {
    m_report = report;
    showWaiting(false);
    m_view = new ReportView(report, m_page);
    qobject_cast<QVBoxLayout*>(m_page->layout())->insertWidget(0, m_view);
}

void ReportDialog::showError(const base::Error& error) {
    showWaiting(false);
    m_error->setError(error);
}

void ReportDialog::showWaiting(bool waiting) {
    m_waiting->setVisible(waiting);
    m_copy->setEnabled(!waiting && m_report.has_value());
}

void ReportDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReportDialog::retranslate() {
    const QString name = base::printable(shortened(m_name, LongestName));
    setWindowTitle(m_name.isEmpty() ? tr("Signatures") : tr("Signatures of %1").arg(name));
    m_waiting->setText(tr("The service is checking the signatures of %1…").arg(name));
    m_copy->setText(tr("Cop&y the report"));
    m_close->setText(tr("Close"));
}

void ReportDialog::copyAll() const {
    if (m_report)
        QGuiApplication::clipboard()->setText(signing::reportLines(*m_report).join(u'\n'));
}

}  // namespace signet::ui
