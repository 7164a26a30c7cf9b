#include "ui/card/PinsDialog.h"

#include <QAccessible>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <algorithm>

#include "base/PrintableText.h"
#include "ui/card/PinForm.h"
#include "ui/card/PinsOverview.h"
#include "ui/common/ErrorView.h"
#include "ui/common/Icons.h"
#include "ui/common/WhenDone.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using base::ErrorCode;
using base::Expected;
using signing::DeskReader;
using signing::PinOrder;
using signing::PinsView;

QLabel* plainLabel(QWidget* parent, const char* name) {
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/** Entering it again, or another one, may help: the form stays. */
bool canBeEnteredAgain(const base::Error& error) {
    switch (error.code()) {
        case ErrorCode::PinWrong:
        case ErrorCode::Pin1Wrong:
        case ErrorCode::PukWrong:
        case ErrorCode::PinLastTry:
        case ErrorCode::Pin1LastTry:
        case ErrorCode::PukLastTry:
        case ErrorCode::PinFormat:
        case ErrorCode::Pin1Format:
        case ErrorCode::PukFormat:
        case ErrorCode::PinUnchanged:
        case ErrorCode::PinEntriesDiffer:
        case ErrorCode::PinRefused:
        case ErrorCode::PinPadTimeout:
        case ErrorCode::PinPadCancelled:
        case ErrorCode::PinPadMissing:
            return true;
        default:
            return false;
    }
}

bool isSameCard(const std::optional<DeskReader>& one, const Expected<DeskReader>& other) {
    if (!one || !other)
        return false;
    return one->name == other->name && one->state == other->state &&
           one->signingCertificate.has_value() == other->signingCertificate.has_value() &&
           (!one->signingCertificate || *one->signingCertificate == *other->signingCertificate);
}

}  // namespace

PinsDialog::PinsDialog(signing::CardDesk& cards, QWidget* parent)
    : QDialog(parent),
      m_cards(cards),
      m_desk(cards),
      m_holder(plainLabel(this, "pinsHolder")),
      m_card(plainLabel(this, "pinsCard")),
      m_done(plainLabel(this, "pinsDone")),
      m_error(new ErrorView(this)),
      m_pages(new QStackedWidget(this)),
      m_overview(new PinsOverview(m_pages)),
      m_form(new PinForm(m_pages)),
      m_go(new QPushButton(this)),
      m_back(new QPushButton(this)),
      m_close(new QPushButton(this)) {
    setObjectName(u"pinsDialog"_s);
    setWindowModality(Qt::WindowModal);
    m_error->setObjectName(u"pinsError"_s);
    m_go->setObjectName(u"pinsGo"_s);
    m_back->setObjectName(u"pinsBack"_s);
    m_close->setObjectName(u"pinsClose"_s);
    arrange();
    connect(&cards, &signing::CardDesk::changed, this, &PinsDialog::cardsChanged);
    connect(&m_desk, &signing::PinDesk::padWaits, this, [this](const signing::PinPadEntry& entry) {
        if (m_busy)
            m_form->showPad(entry);
    });
    connect(m_overview, &PinsOverview::wanted, this, &PinsDialog::showForm);
    connect(m_form, &PinForm::edited, this, &PinsDialog::updateButtons);
    connect(m_go, &QPushButton::clicked, this, &PinsDialog::carryOut);
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_trouble.reset();
        showOverview();
    });
    connect(m_close, &QPushButton::clicked, this, &PinsDialog::reject);
    retranslate();
}

void PinsDialog::arrange() {
    auto* picture = new QLabel(this);
    const int size = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    picture->setPixmap(icon("card"_L1).pixmap(QSize(size, size), devicePixelRatioF()));
    QFont large = m_holder->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_holder->setFont(large);
    QFont bold = m_done->font();
    bold.setBold(true);
    m_done->setFont(bold);
    m_done->setContentsMargins(0, 0, 0, 6);
    m_card->setForegroundRole(QPalette::PlaceholderText);
    m_error->setBrief(true);
    m_pages->addWidget(m_overview);
    m_pages->addWidget(m_form);
    m_go->setDefault(true);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_go, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_back, QDialogButtonBox::RejectRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto* grid = new QGridLayout(this);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(picture, 0, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(m_holder, 0, 1);
    grid->addWidget(m_card, 1, 1);
    grid->setRowMinimumHeight(2, 6);
    grid->addWidget(m_done, 3, 1);
    grid->addWidget(m_error, 4, 1);
    grid->addWidget(m_pages, 5, 1);
    grid->setRowMinimumHeight(6, 6);
    grid->setRowStretch(6, 1);
    grid->addWidget(buttons, 7, 0, 1, 2);
    setMinimumWidth(fontMetrics().averageCharWidth() * 84);
}

void PinsDialog::begin() {
    if (m_busy)
        return;
    m_trouble.reset();
    m_success = Success::None;
    m_reader.reset();
    m_pins.reset();
    showOverview();
    look();
    if (!isVisible())
        open();
    fitHeight();
}

bool PinsDialog::isOnForm() const {
    return m_pages->currentWidget() == m_form;
}

/** The one that the window shows, whoever else's card is in another reader. */
Expected<DeskReader> PinsDialog::shownCard() const {
    const Expected<DeskReader> selected = m_cards.selected();
    return selected ? selected : m_desk.chosen();
}

/** Another card, or none: what was shown and what was asked concerns it no more. */
void PinsDialog::cardsChanged() {
    if (!isVisible() || m_busy || isSameCard(m_reader, shownCard()))
        return;
    const bool hadCard = m_reader.has_value();
    if (hadCard) {
        m_success = Success::None;
        m_trouble.reset();
    }
    showOverview();
    look();
}

void PinsDialog::look() {
    const Expected<DeskReader> reader = shownCard();
    m_reader = reader ? std::optional(*reader) : std::nullopt;
    m_pins.reset();
    m_looking = reader.has_value();
    m_lookTrouble.reset();
    const QList<DeskReader> all = m_cards.readers();
    const bool reading = std::any_of(all.begin(), all.end(), [](const DeskReader& each) {
        return each.state == DeskReader::State::Reading;
    });
    if (!reader && m_cards.isSettled() && !reading)
        m_lookTrouble = reader.error();
    retranslate();
    if (!reader)
        return;
    whenDone(m_desk.look(*reader), this, [this, reader = *reader](const Expected<PinsView>& pins) {
        if (isSameCard(m_reader, reader))
            takeLook(pins);
    });
}

void PinsDialog::takeLook(const Expected<PinsView>& pins) {
    m_looking = false;
    m_pins = pins ? std::optional(*pins) : std::nullopt;
    m_lookTrouble = pins ? std::nullopt : std::optional(pins.error());
    if (isOnForm() && m_pins &&
        !obstacle(*m_pins, m_deed == PinOrder::Deed::Unblock ? signing::CardPin::Puk : m_pin, true))
        m_form->ask(m_deed, m_pin, *m_pins);
    else
        showOverview();
    retranslate();
    fitHeight();
}

void PinsDialog::showOverview() {
    m_form->clear();
    m_pages->setCurrentWidget(m_overview);
    retranslate();
}

void PinsDialog::showForm(PinOrder::Deed deed, signing::CardPin pin) {
    if (!m_pins)
        return;
    m_deed = deed;
    m_pin = pin;
    m_trouble.reset();
    m_success = Success::None;
    m_pages->setCurrentWidget(m_form);
    m_form->setTrouble({});
    m_form->ask(deed, pin, *m_pins);
    retranslate();
    fitHeight();
}

void PinsDialog::carryOut() {
    if (m_busy || !isOnForm() || !m_reader || !m_form->isComplete())
        return;
    PinOrder order = m_form->takeOrder();
    order.reader = *m_reader;
    m_busy = true;
    m_form->setBusy(true);
    updateButtons();
    whenDone(m_desk.carryOut(std::move(order)), this,
             [this](const Expected<PinsView>& outcome) { takeOutcome(outcome); });
}

void PinsDialog::takeOutcome(const Expected<PinsView>& outcome) {
    m_busy = false;
    m_form->setBusy(false);
    if (outcome) {
        m_success = m_deed == PinOrder::Deed::Unblock ? Success::Unblocked : Success::Changed;
        m_pins = *outcome;
        showOverview();
        QAccessibleEvent event(m_done, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
        fitHeight();
        return;
    }
    const bool again = canBeEnteredAgain(outcome.error());
    m_form->setTrouble(again ? std::optional(outcome.error()) : std::nullopt);
    m_trouble = again ? std::nullopt : std::optional(outcome.error());
    if (!again)
        showOverview();
    look();  // what it has cost
    fitHeight();
}

void PinsDialog::reject() {
    if (m_busy)
        return;  // what the card is doing cannot be taken back, and its end has to be told
    m_form->clear();
    QDialog::reject();
}

void PinsDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fitHeight();
    }
}

void PinsDialog::retranslate() {
    setWindowTitle(tr("PINs of the card"));
    const bool hasCard = m_reader.has_value();
    const QString holder = hasCard ? base::printable(m_reader->holder()) : QString();
    m_holder->setText(!holder.isEmpty() ? holder
                      : hasCard         ? tr("Card without a certificate for signing")
                                        : tr("No card"));
    const bool named = hasCard && !m_reader->cardType.isEmpty();
    m_card->setText(named     ? base::printable(QString(m_reader->cardType + u", "_s + m_reader->name))
                    : hasCard ? base::printable(m_reader->name)
                              : QString());
    m_card->setVisible(hasCard);
    const QString name = nameOf(m_pin);
    m_done->setText(
        m_success == Success::Changed     ? tr("%1 is changed. From now on the new one holds.").arg(name)
        : m_success == Success::Unblocked ? tr("%1 is unblocked. From now on the new one holds.").arg(name)
                                          : QString());
    m_done->setVisible(m_success != Success::None);
    m_error->setError(m_trouble ? m_trouble : m_lookTrouble);
    m_overview->setPins(m_pins);
    m_pages->setVisible(hasCard);
    m_back->setText(tr("&Back"));
    m_close->setText(tr("Close"));
    updateButtons();
}

void PinsDialog::updateButtons() {
    const bool onForm = isOnForm();
    m_go->setVisible(onForm);
    m_back->setVisible(onForm);
    m_go->setText(m_busy ? tr("Waiting for the card…") : m_form->deedText());
    m_go->setEnabled(onForm && !m_busy && !m_looking && m_form->isComplete());
    m_back->setEnabled(!m_busy);
    m_close->setEnabled(!m_busy);
}

void PinsDialog::fitHeight() {
    layout()->activate();
    const int wanted =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    resize(width(), std::max(height(), wanted));
}

}  // namespace signet::ui
