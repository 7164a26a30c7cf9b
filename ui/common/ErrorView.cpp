#include "ui/common/ErrorView.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include "base/PrintableText.h"
#include "ui/common/Formatting.h"
#include "ui/common/Icons.h"
#include "ui/common/TextBlock.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

ErrorView::ErrorView(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_sentence(new TextBlock(this)),
      m_hint(new TextBlock(this)),
      m_code(new QLabel(this)),
      m_unfold(new QToolButton(this)),
      m_detail(new TextBlock(this)),
      m_copy(new QPushButton(this)) {
    m_sentence->setObjectName(u"errorSentence"_s);
    m_hint->setObjectName(u"errorHint"_s);
    m_code->setObjectName(u"errorCode"_s);
    m_unfold->setObjectName(u"errorUnfold"_s);
    m_detail->setObjectName(u"errorDetail"_s);
    m_copy->setObjectName(u"errorCopy"_s);
    m_code->setTextFormat(Qt::PlainText);
    m_code->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = m_sentence->font();
    bold.setBold(true);
    m_sentence->setFont(bold);
    m_detail->setFixedPitch();
    m_detail->hide();
    m_unfold->setCheckable(true);
    m_unfold->setAutoRaise(true);
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_unfold->setArrowType(Qt::RightArrow);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_unfold);
    buttons->addStretch();
    buttons->addWidget(m_copy);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_sentence, 0, 1);
    grid->addWidget(m_hint, 1, 1);
    grid->addWidget(m_code, 2, 1);
    grid->addLayout(buttons, 3, 1);
    grid->addWidget(m_detail, 4, 1);
    connect(m_unfold, &QToolButton::toggled, this, [this](bool open) {
        m_unfold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_detail->setVisible(open && m_error && !m_error->detail().isEmpty());
    });
    connect(m_copy, &QPushButton::clicked, this, &ErrorView::copyAll);
    setError({});
}

void ErrorView::setError(const std::optional<base::Error>& error) {
    m_error = error;
    setVisible(error.has_value());
    refresh();
}

void ErrorView::setBrief(bool brief) {
    m_brief = brief;
    refresh();
}

void ErrorView::setMild(bool mild) {
    m_mild = mild;
    QFont font = m_sentence->font();
    font.setBold(!mild);
    m_sentence->setFont(font);
    refresh();
}

void ErrorView::setIconShown(bool shown) {
    m_icon->setVisible(shown);
}

void ErrorView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void ErrorView::refresh() {
    m_unfold->setText(tr("Technical detail"));
    m_copy->setText(tr("Cop&y all"));
    m_sentence->setAccessibleName(tr("What happened"));
    m_hint->setAccessibleName(tr("What to do"));
    m_detail->setAccessibleName(tr("Technical detail"));
    m_code->setVisible(!m_brief);
    m_copy->setVisible(!m_brief);
    if (!m_error)
        return;
    const bool cancelled = m_error->kind() == base::ErrorKind::Cancelled;
    const bool doubtful = m_mild || m_error->code() == base::ErrorCode::OutcomeUnknown;
    const auto name = cancelled  ? "state-cancelled"_L1
                      : doubtful ? "state-unconfirmed"_L1
                                 : "state-failed"_L1;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(icon(name).pixmap(QSize(size, size), devicePixelRatioF()));
    m_sentence->setText(m_error->message());
    m_hint->setText(m_error->hint());
    m_hint->setVisible(!m_error->hint().isEmpty());
    m_code->setText(tr("Code: %1").arg(base::printable(m_error->publicCode())));
    m_detail->setText(m_error->detail());
    const bool hasDetail = !m_error->detail().isEmpty();
    m_unfold->setVisible(!m_brief && hasDetail);
    m_detail->setVisible(!m_brief && hasDetail && m_unfold->isChecked());
}

void ErrorView::copyAll() const {
    if (!m_error)
        return;
    const QString report = errorReport(*m_error);
    const QString text = m_context.isEmpty() ? report : QString(m_context + u'\n' + report);
    QGuiApplication::clipboard()->setText(text);
}

}  // namespace signet::ui
