#include "ui/validation/ReportView.h"

#include <QEvent>
#include <QFormLayout>
#include <QFrame>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

#include "signing/ValidationText.h"
#include "ui/common/Icons.h"
#include "ui/common/TextBlock.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::Verdict;

QIcon verdictIcon(Verdict verdict) {
    switch (verdict) {
        case Verdict::Passed:
            return icon("state-finalized"_L1);
        case Verdict::Failed:
            return icon("state-failed"_L1);
        default:
            return icon("state-unconfirmed"_L1);
    }
}

/** A bold line with the verdict's picture before it. */
QLayout* titleRow(QWidget* parent, Verdict verdict, const QString& text, const char* name) {
    auto* picture = new QLabel(parent);
    const int size = parent->style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, parent);
    picture->setPixmap(verdictIcon(verdict).pixmap(QSize(size, size), parent->devicePixelRatioF()));
    auto* words = new TextBlock(parent);
    words->setObjectName(QString::fromLatin1(name));
    QFont bold = words->font();
    bold.setBold(true);
    words->setFont(bold);
    words->setText(text);
    words->setAccessibleName(text);
    auto* row = new QHBoxLayout;
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    return row;
}

QFormLayout* factsForm(QWidget* parent, const QList<signing::ReportFact>& facts) {
    auto* form = new QFormLayout;
    form->setContentsMargins(24, 0, 0, 0);
    form->setVerticalSpacing(3);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (const signing::ReportFact& fact : facts) {
        auto* label = new QLabel(fact.label, parent);
        label->setTextFormat(Qt::PlainText);
        label->setForegroundRole(QPalette::PlaceholderText);
        auto* value = new TextBlock(parent);
        value->setObjectName(u"reportFact"_s);
        value->setText(fact.value);
        value->setAccessibleName(fact.label);
        form->addRow(label, value);
    }
    return form;
}

}  // namespace

ReportView::ReportView(const signing::ValidationReport& report, QWidget* parent)
    : QWidget(parent), m_report(report) {
    setObjectName(u"reportView"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    fill();
}

void ReportView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

void ReportView::fill() {
    delete m_page;
    m_page = new QWidget(this);
    auto* column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(titleRow(m_page, signing::overallVerdict(m_report), signing::verdictSentence(m_report),
                               "reportVerdict"));
    column->addLayout(factsForm(m_page, signing::documentFacts(m_report)));
    for (qsizetype i = 0; i < m_report.signatures.size(); ++i) {
        const signing::ValidatedSignature& signature = m_report.signatures[i];
        auto* line = new QFrame(m_page);
        line->setFrameShape(QFrame::HLine);
        line->setFrameShadow(QFrame::Sunken);
        column->addWidget(line);
        column->addLayout(titleRow(m_page, signature.verdict, signing::signatureTitle(signature, i + 1),
                                   "reportSignature"));
        column->addLayout(factsForm(m_page, signing::signatureFacts(signature)));
    }
    layout()->addWidget(m_page);
}

}  // namespace signet::ui
