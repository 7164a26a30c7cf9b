#include "ui/window/SignBar.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/common/Formatting.h"
#include "ui/common/Icons.h"
#include "ui/common/UiSettings.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

SignBar::SignBar(UiSettings& settings, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_options(new QWidget(this)),
      m_pdf(new QCheckBox(m_options)),
      m_newEdoc(new QCheckBox(m_options)),
      m_words(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_sign(new QPushButton(this)),
      m_stop(new QPushButton(this)) {
    setObjectName(u"signBar"_s);
    m_pdf->setObjectName(u"signPdf"_s);
    m_newEdoc->setObjectName(u"signNewEdoc"_s);
    m_words->setObjectName(u"signWords"_s);
    m_bar->setObjectName(u"signProgress"_s);
    m_sign->setObjectName(u"signButton"_s);
    m_stop->setObjectName(u"stopButton"_s);
    arrange();
    m_pdf->setChecked(settings.signAsPdf());
    m_newEdoc->setChecked(settings.createNewEdoc());
    connect(m_pdf, &QCheckBox::toggled, this, [this](bool on) { m_settings.setSignAsPdf(on); });
    connect(m_newEdoc, &QCheckBox::toggled, this, [this](bool on) { m_settings.setCreateNewEdoc(on); });
    connect(m_sign, &QPushButton::clicked, this, &SignBar::signWanted);
    connect(m_stop, &QPushButton::clicked, this, &SignBar::stopWanted);
    retranslate();
}

void SignBar::arrange() {
    QFont large = m_sign->font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setBold(true);
    m_sign->setFont(large);
    m_sign->setIcon(icon("sign"_L1));
    m_sign->setMinimumHeight(m_sign->sizeHint().height() * 5 / 4);
    m_stop->setMinimumHeight(m_sign->minimumHeight());
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_bar->setTextVisible(false);
    auto* options = new QVBoxLayout(m_options);
    options->setContentsMargins(0, 0, 0, 0);
    options->setSpacing(2);
    options->addWidget(m_pdf);
    options->addWidget(m_newEdoc);
    auto* middle = new QVBoxLayout;
    middle->addStretch();
    middle->addWidget(m_bar);
    middle->addWidget(m_words);
    middle->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_options);
    row->addLayout(middle, 1);
    row->addWidget(m_stop);
    row->addWidget(m_sign);
}

void SignBar::setReadiness(int count, const QString& obstacle) {
    m_count = count;
    m_obstacle = obstacle;
    refresh();
}

void SignBar::showProgress(const signing::BatchProgress& progress) {
    m_progress = progress;
    refresh();
}

void SignBar::setRunning(bool running) {
    m_running = running;
    m_progress = {};
    refresh();
}

void SignBar::setPinAwaited(bool awaited) {
    m_pinAwaited = awaited;
    refresh();
}

void SignBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SignBar::retranslate() {
    m_pdf->setText(tr("Sign &PDF files as PDF"));
    m_pdf->setToolTip(tr("The signature goes into the PDF itself. Everything else is put into a container."));
    m_newEdoc->setText(tr("Always ma&ke a new container"));
    m_newEdoc->setToolTip(
        tr("A container that is there already is not signed once more, but put into a new one."));
    m_bar->setAccessibleName(tr("Progress"));
    refresh();
}

void SignBar::refresh() {
    m_options->setEnabled(!m_running);
    m_bar->setVisible(m_running);
    m_stop->setVisible(m_running);
    m_sign->setVisible(!m_running);
    m_sign->setEnabled(m_count > 0 && m_obstacle.isEmpty());
    m_sign->setText(m_count > 0 ? tr("&Sign %n", nullptr, m_count) : tr("&Sign"));
    m_stop->setText(m_progress.stopping ? tr("Stop &waiting") : tr("&Cancel"));
    if (!m_running) {
        m_words->setText(m_obstacle);
        return;
    }
    // Half of a session's way is the card's signature, the other half its completion at the service.
    m_bar->setMaximum(std::max(1, m_progress.total * 2));
    const int made = std::max(m_progress.signedCount, m_progress.ended);
    m_bar->setValue(m_progress.ended + made);
    QStringList words;
    if (m_pinAwaited)
        words += tr("Waiting for your PIN2");
    else if (m_progress.signedCount > m_progress.ended)
        words += tr("%1 of %2 signed by the card").arg(m_progress.signedCount).arg(m_progress.total);
    else if (made > 0)
        words += tr("%1 of %2 done").arg(m_progress.ended).arg(m_progress.total);
    else
        words += tr("Preparing…");
    if (m_progress.stopping)
        words += tr("stopping: waiting for what has already been sent");
    else if (m_progress.remaining)
        words += remainingTime(*m_progress.remaining);
    m_words->setText(words.join(u" – "_s));
}

}  // namespace signet::ui
