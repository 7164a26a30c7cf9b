#include "ui/window/SignBar.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <array>

#include "ui/common/Formatting.h"
#include "ui/common/Icons.h"
#include "ui/common/UiSettings.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::Operation;
using signing::ResultForm;

constexpr std::array Forms{ResultForm::Container, ResultForm::NewContainer, ResultForm::PdfWherePossible,
                           ResultForm::Pdf};

}  // namespace

SignBar::SignBar(UiSettings& settings, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_options(new QWidget(this)),
      m_formLabel(new QLabel(m_options)),
      m_form(new QComboBox(m_options)),
      m_words(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_start(new QPushButton(this)),
      m_stop(new QPushButton(this)) {
    setObjectName(u"signBar"_s);
    m_form->setObjectName(u"resultForm"_s);
    m_words->setObjectName(u"signWords"_s);
    m_bar->setObjectName(u"signProgress"_s);
    m_start->setObjectName(u"signButton"_s);
    m_stop->setObjectName(u"stopButton"_s);
    for (const ResultForm form : Forms)
        m_form->addItem(QString(), static_cast<int>(form));
    m_form->setCurrentIndex(m_form->findData(static_cast<int>(settings.resultForm())));
    arrange();
    connect(&m_countdown, &QTimer::timeout, this, &SignBar::refresh);
    connect(m_form, &QComboBox::currentIndexChanged, this, [this] {
        m_settings.setResultForm(static_cast<ResultForm>(m_form->currentData().toInt()));
        Q_EMIT formChanged();
    });
    connect(m_start, &QPushButton::clicked, this, &SignBar::startWanted);
    connect(m_stop, &QPushButton::clicked, this, &SignBar::stopWanted);
    retranslate();
}

void SignBar::arrange() {
    QFont large = m_start->font();
    large.setPointSizeF(large.pointSizeF() * 1.15);
    large.setBold(true);
    m_start->setFont(large);
    m_start->setIcon(icon("sign"_L1));
    m_start->setMinimumHeight(m_start->sizeHint().height() * 5 / 4);
    m_stop->setMinimumHeight(m_start->minimumHeight());
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_formLabel->setBuddy(m_form);
    m_form->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_form->setMinimumContentsLength(22);
    auto* options = new QVBoxLayout(m_options);
    options->setContentsMargins(0, 0, 0, 0);
    options->setSpacing(2);
    options->addWidget(m_formLabel);
    options->addWidget(m_form);
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
    row->addWidget(m_start);
}

void SignBar::setOperation(Operation operation) {
    m_operation = operation;
    const auto name = operation == Operation::Sign   ? "sign"_L1
                      : operation == Operation::Seal ? "seal"_L1
                                                     : "archive"_L1;
    m_start->setIcon(icon(name));
    refresh();
}

void SignBar::setReadiness(int count, const QString& plan, const QString& obstacle) {
    m_count = count;
    m_plan = plan;
    m_obstacle = obstacle;
    refresh();
}

void SignBar::showProgress(const signing::BatchProgress& progress) {
    m_progress = progress;
    if (m_progress.retry)
        m_countdown.start(std::chrono::milliseconds(500));
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
    m_formLabel->setText(tr("For&m of the result:"));
    const QStringList names{tr("Container: add, or make one"), tr("Always a new container"),
                            tr("PDF where possible"), tr("Inside the PDF")};
    const QStringList tips{
        tr("Adds to a container that is there; anything else is put into a new one."),
        tr("A container that is there is put into a new one with everything in it."),
        tr("Inside the PDF where a session has exactly one; otherwise in a container."),
        tr("Inside the PDF of each session; a session that has not exactly one is left out.")};
    for (int i = 0; i < m_form->count(); ++i) {
        m_form->setItemText(i, names.value(i));
        m_form->setItemData(i, tips.value(i), Qt::ToolTipRole);
    }
    m_form->setAccessibleName(tr("Result"));
    m_bar->setAccessibleName(tr("Progress"));
    refresh();
}

QString SignBar::buttonText() const {
    switch (m_operation) {
        case Operation::Sign:
            return m_count > 0 ? tr("&Sign %n", nullptr, m_count) : tr("&Sign");
        case Operation::Seal:
            return m_count > 0 ? tr("&Seal %n", nullptr, m_count) : tr("&Seal");
        case Operation::Archive:
            return m_count > 0 ? tr("Ar&chive %n", nullptr, m_count) : tr("Ar&chive");
    }
    return {};
}

void SignBar::refresh() {
    m_options->setVisible(m_operation != Operation::Archive);
    m_options->setEnabled(!m_running);
    m_bar->setVisible(m_running);
    m_stop->setVisible(m_running);
    m_start->setVisible(!m_running);
    m_start->setEnabled(m_count > 0 && m_obstacle.isEmpty());
    m_start->setText(buttonText());
    m_stop->setText(m_progress.stopping ? tr("Stop &waiting") : tr("&Cancel"));
    if (!m_running) {
        m_words->setText(m_obstacle.isEmpty() ? m_plan : m_obstacle);
        return;
    }
    // Half of a signed session's way is the card's signature, the other half its completion at the service.
    const bool card = m_operation == Operation::Sign;
    const int made = std::max(m_progress.signedCount, m_progress.ended);
    m_bar->setMaximum(std::max(1, m_progress.total * (card ? 2 : 1)));
    m_bar->setValue(m_progress.ended + (card ? made : 0));
    m_words->setText(progressText());
    m_words->setToolTip(m_progress.retry ? m_progress.retry->cause.message() : QString());
    if (retryText().isEmpty())
        m_countdown.stop();
}

/** Empty once the moment has come. */
QString SignBar::retryText() const {
    const auto& retry = m_progress.retry;
    const qint64 left = retry ? QDateTime::currentDateTimeUtc().msecsTo(retry->at) : 0;
    if (left <= 0)
        return {};
    return tr("The service is not answering as it should: trying again in %n s", nullptr,
              static_cast<int>((left + 999) / 1000));
}

QString SignBar::progressText() const {
    if (const QString retry = retryText(); !retry.isEmpty() && !m_progress.stopping)
        return retry;
    QStringList words;
    if (m_pinAwaited)
        words += tr("Waiting for your PIN2");
    else if (m_progress.signedCount > m_progress.ended)
        words += tr("%1 of %2 signed by the card").arg(m_progress.signedCount).arg(m_progress.total);
    else if (std::max(m_progress.signedCount, m_progress.ended) > 0)
        words += tr("%1 of %2 done").arg(m_progress.ended).arg(m_progress.total);
    else
        words += m_operation == Operation::Sign ? tr("Preparing…") : tr("Working…");
    if (m_progress.stopping)
        words += tr("stopping: waiting for what has already been sent");
    else if (m_progress.remaining)
        words += remainingTime(*m_progress.remaining);
    if (m_progress.perMinute && !m_pinAwaited)
        words += tr("%1 per minute").arg(std::max(1, qRound(*m_progress.perMinute)));
    return words.join(u" – "_s);
}

}  // namespace signet::ui
