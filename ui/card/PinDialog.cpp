#include "ui/card/PinDialog.h"

#include <QAccessible>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include "base/PrintableText.h"
#include "ui/common/Formatting.h"
#include "ui/common/Icons.h"
#include "ui/common/SecretField.h"
#include "ui/common/TextBlock.h"
#include "ui/common/WarningList.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

constexpr int LongestTitle = 60;
constexpr int MostTitles = 5;

QLabel* plainLabel(QWidget* parent, const char* name) {
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

}  // namespace

PinDialog::PinDialog(QWidget* parent)
    : QDialog(parent),
      m_holder(plainLabel(this, "pinHolder")),
      m_code(plainLabel(this, "pinPersonCode")),
      m_warnings(new WarningList(this)),
      m_promise(plainLabel(this, "pinPromise")),
      m_titles(new TextBlock(this)),
      m_trouble(plainLabel(this, "pinTrouble")),
      m_advice(plainLabel(this, "pinAdvice")),
      m_pinLabel(new QLabel(this)),
      m_pin(new SecretField(this)),
      m_keeping(plainLabel(this, "pinKeeping")),
      m_padWords(plainLabel(this, "pinPadWords")),
      m_padAdvice(plainLabel(this, "pinPadAdvice")),
      m_onPad(new QCheckBox(this)),
      m_tries(plainLabel(this, "pinTries")),
      m_agree(new QCheckBox(this)),
      m_sign(new QPushButton(this)),
      m_cancel(new QPushButton(this)) {
    setObjectName(u"pinDialog"_s);
    setWindowModality(Qt::WindowModal);
    m_warnings->setObjectName(u"pinWarnings"_s);
    m_titles->setObjectName(u"pinTitles"_s);
    m_pin->setObjectName(u"pinField"_s);
    m_onPad->setObjectName(u"pinOnPad"_s);
    m_agree->setObjectName(u"pinAgree"_s);
    m_sign->setObjectName(u"pinSign"_s);
    m_cancel->setObjectName(u"pinCancel"_s);
    m_pin->setDigitsOnly();
    m_pin->setContextMenuPolicy(Qt::NoContextMenu);
    arrange();
    connect(m_pin, &SecretField::textChanged, this, &PinDialog::judge);
    connect(m_agree, &QCheckBox::toggled, this, &PinDialog::judge);
    connect(m_onPad, &QCheckBox::toggled, this, [this] {
        m_pin->setText(QString());
        retranslate();
        fitHeight();
        if (!isOnPad())
            m_pin->setFocus();
    });
    connect(m_sign, &QPushButton::clicked, this, &PinDialog::answer);
    connect(m_cancel, &QPushButton::clicked, this, &PinDialog::reject);
    retranslate();
}

void PinDialog::arrange() {
    auto* picture = new QLabel(this);
    const int size = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    picture->setPixmap(icon("card"_L1).pixmap(QSize(size, size), devicePixelRatioF()));
    QFont large = m_holder->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_holder->setFont(large);
    QFont bold = m_promise->font();
    bold.setBold(true);
    m_promise->setFont(bold);
    m_trouble->setFont(bold);
    m_padWords->setFont(bold);
    m_pinLabel->setBuddy(m_pin);
    QFont field = m_pin->font();
    field.setPointSizeF(field.pointSizeF() * 1.2);
    m_pin->setFont(field);
    m_sign->setDefault(true);

    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_sign, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    auto* grid = new QGridLayout(this);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(picture, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(m_holder, 0, 1);
    grid->addWidget(m_code, 1, 1);
    grid->setRowMinimumHeight(2, 6);
    grid->addWidget(m_warnings, 3, 1);
    grid->addWidget(m_promise, 4, 1);
    grid->addWidget(m_titles, 5, 1);
    grid->setRowMinimumHeight(6, 6);
    grid->addWidget(m_trouble, 7, 1);
    grid->addWidget(m_advice, 8, 1);
    grid->addWidget(m_pinLabel, 9, 1);
    grid->addWidget(m_pin, 10, 1);
    grid->addWidget(m_keeping, 11, 1);
    grid->addWidget(m_padWords, 12, 1);
    grid->addWidget(m_padAdvice, 13, 1);
    grid->addWidget(m_onPad, 14, 1);
    grid->addWidget(m_tries, 15, 1);
    grid->addWidget(m_agree, 16, 1);
    grid->setRowMinimumHeight(17, 6);
    grid->setRowStretch(17, 1);
    grid->addWidget(buttons, 18, 0, 1, 2);
    setMinimumWidth(fontMetrics().averageCharWidth() * 68);
}

void PinDialog::ask(const signing::PinQuestion& question, bool onPad) {
    m_question = question;
    m_waiting = false;
    m_pad.reset();
    m_agree->setChecked(false);
    m_onPad->setChecked(question.pinPad && onPad);
    m_pin->setText(QString());
    m_pin->setMaxLength(question.maximumLength);
    present();
    if (isOnPad())
        m_sign->setFocus();
    else
        m_pin->setFocus();
}

void PinDialog::showPad(const signing::PinQuestion& question, const signing::PadPrompt& prompt) {
    m_question = question;
    m_question.previous.reset();
    if (prompt.signature > 1) {  // PIN2 has been right since then
        m_question.triesLeft.reset();
        m_question.lastTry = false;
    }
    m_onPad->setChecked(true);
    m_waiting = true;
    m_pad = prompt;
    present();
}

void PinDialog::endPad() {
    if (!m_pad)
        return;
    m_pad.reset();
    m_stopping = false;
    retranslate();
}

void PinDialog::showStopping() {
    m_stopping = m_pad.has_value();
    retranslate();
    fitHeight();
}

bool PinDialog::isOnPad() const {
    return m_question.pinPad && m_onPad->isChecked();
}

void PinDialog::present() {
    retranslate();
    if (!isVisible())
        open();
    fitHeight();
    QLabel* const news = m_trouble->isVisible() ? m_trouble : m_promise;
    QAccessibleEvent event(m_pad ? m_padWords : news, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void PinDialog::reject() {
    // Only the reader can end its waiting; until then the person has to know of it. Once told, it may go
    // away.
    if (m_pad && !m_stopping) {
        Q_EMIT declined();
        return;
    }
    m_pin->takeSecret();
    const bool toldBefore = m_stopping;
    QDialog::reject();
    if (!toldBefore)
        Q_EMIT declined();
}

void PinDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fitHeight();
    }
}

void PinDialog::retranslate() {
    setWindowTitle(tr("Enter PIN2 to sign"));
    m_pinLabel->setText(tr("&PIN2, the PIN for signing (%1 to %2 digits):")
                            .arg(m_question.minimumLength)
                            .arg(m_question.maximumLength));
    m_pin->setAccessibleName(tr("PIN2"));
    m_agree->setText(tr("I &know: if this PIN2 is wrong, it is blocked."));
    m_onPad->setText(tr("Enter PIN2 on the &reader, not on this computer"));
    m_cancel->setText(m_stopping ? tr("Close") : tr("Cancel"));
    showPadWords();
    showWhat();
    showTries();
    judge();
}

void PinDialog::showWhat() {
    m_holder->setText(base::printable(m_question.holder));
    m_code->setText(base::printable(m_question.serialNumber));
    m_warnings->setWarnings(m_question.warnings);
    const int sessions = m_question.sessions;
    if (m_question.number > 0)
        m_promise->setText(tr("Signature %1 of %2: with this entry you sign only")
                               .arg(m_question.number)
                               .arg(m_question.of));
    else if (sessions == 1)
        m_promise->setText(tr("With this entry you sign:"));
    else if (isOnPad())
        m_promise->setText(tr("You sign all of these %n; many cards want PIN2 for each:", nullptr, sessions));
    else
        m_promise->setText(tr("With one entry you sign all of these %n:", nullptr, sessions));
    QStringList lines;
    for (const QString& title : m_question.titles.mid(0, MostTitles))
        lines += u"•  "_s + shortened(title, LongestTitle);
    const int more = m_question.sessions - static_cast<int>(lines.size());
    if (more > 0 && !lines.isEmpty())
        lines += tr("…and %n more", nullptr, more);
    m_titles->setText(lines.join(u'\n'));
    m_titles->setVisible(!lines.isEmpty());
    m_titles->setAccessibleName(tr("What you sign"));
}

void PinDialog::showTries() {
    const auto& previous = m_question.previous;
    m_trouble->setVisible(previous.has_value());
    m_advice->setVisible(previous.has_value());
    if (previous) {
        m_trouble->setText(previous->message());
        m_advice->setText(previous->hint());
    }
    m_agree->setVisible(m_question.lastTry);
    m_tries->setVisible(m_question.lastTry || m_question.triesLeft.has_value());
    if (m_question.lastTry)
        m_tries->setText(tr("⚠ This is the last try. A wrong PIN2 blocks it; only the PUK opens it again."));
    else if (m_question.triesLeft)
        m_tries->setText(tr("%n tries left", nullptr, *m_question.triesLeft));
}

void PinDialog::showPadWords() {
    const bool onPad = isOnPad();
    m_pinLabel->setVisible(!onPad);
    m_pin->setVisible(!onPad);
    m_keeping->setText(
        tr("Signet keeps PIN2 for this batch only: a card that wants it for every signature gets it again."));
    m_keeping->setVisible(!onPad && m_question.number == 0 && m_question.sessions > 1);
    m_onPad->setVisible(m_question.pinPad && !m_waiting);
    m_padWords->setVisible(onPad && (m_pad || !m_waiting));
    m_padAdvice->setVisible(m_pad.has_value());
    if (!m_pad) {
        m_padWords->setText(tr("Click “Sign”, then type PIN2 (%1 to %2 digits) on the reader.")
                                .arg(m_question.minimumLength)
                                .arg(m_question.maximumLength));
        return;
    }
    const QString reader = base::printable(m_pad->reader);
    if (m_stopping) {
        m_padWords->setText(tr("Stopping: press the cancel key on the reader."));
        m_padAdvice->setText(
            tr("%1 still waits for PIN2. Nothing more is signed, whatever is typed there.").arg(reader));
        return;
    }
    m_padWords->setText(
        tr("Enter PIN2 on the reader: signature %1 of %2").arg(m_pad->signature).arg(m_pad->of));
    m_padAdvice->setText(tr("%1 waits for %n second(s). Type the digits there, and confirm with its OK key.",
                            nullptr, static_cast<int>(m_pad->limit.count()))
                             .arg(reader));
}

void PinDialog::judge() {
    const auto length = m_pin->text().size();
    const bool fits = isOnPad() || (length >= m_question.minimumLength && length <= m_question.maximumLength);
    const bool agreed = !m_question.lastTry || m_agree->isChecked();
    m_pin->setEnabled(!m_waiting);
    m_agree->setEnabled(!m_waiting);
    m_sign->setEnabled(!m_waiting && fits && agreed);
    if (m_pad)
        m_sign->setText(tr("Waiting for the reader…"));
    else
        m_sign->setText(m_waiting ? tr("Checking…") : tr("&Sign %n", nullptr, m_question.sessions));
}

void PinDialog::fitHeight() {
    layout()->activate();
    const int wanted =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    resize(width(), std::max(height(), wanted));
}

void PinDialog::answer() {
    signing::PinAnswer answer;
    answer.lastTryAgreed = m_question.lastTry && m_agree->isChecked();
    m_waiting = true;
    answer.usePinPad = isOnPad();
    if (!answer.usePinPad)
        answer.pin2 = std::make_shared<base::SecretBytes>(m_pin->takeSecret());
    showPadWords();
    judge();
    Q_EMIT answered(answer);
}

}  // namespace signet::ui
