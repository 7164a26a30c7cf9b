#include "ui/card/PinForm.h"

#include <QAccessible>
#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/common/SecretField.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::CardPin;
using signing::PinOrder;
using signing::PinView;

QLabel* plainLabel(QWidget* parent, const char* name) {
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

bool fits(const SecretField& field, const PinView& pin) {
    const auto length = field.text().size();
    return length >= pin.minimumLength && length <= pin.maximumLength;
}

}  // namespace

PinForm::PinForm(QWidget* parent)
    : QWidget(parent),
      m_heading(plainLabel(this, "pinFormHeading")),
      m_advice(plainLabel(this, "pinFormAdvice")),
      m_troubleWords(plainLabel(this, "pinFormTrouble")),
      m_troubleAdvice(plainLabel(this, "pinFormTroubleAdvice")),
      m_fields(new QWidget(this)),
      m_form(new QFormLayout(m_fields)),
      m_present(new SecretField(m_fields)),
      m_fresh(new SecretField(m_fields)),
      m_again(new SecretField(m_fields)),
      m_note(plainLabel(this, "pinFormNote")),
      m_padWords(plainLabel(this, "pinFormPadWords")),
      m_onPad(new QCheckBox(this)),
      m_tries(plainLabel(this, "pinFormTries")),
      m_agree(new QCheckBox(this)) {
    m_present->setObjectName(u"pinFormPresent"_s);
    m_fresh->setObjectName(u"pinFormNew"_s);
    m_again->setObjectName(u"pinFormAgain"_s);
    m_onPad->setObjectName(u"pinFormOnPad"_s);
    m_agree->setObjectName(u"pinFormAgree"_s);
    arrange();
    for (SecretField* field : {m_present, m_fresh, m_again}) {
        field->setDigitsOnly();
        field->setContextMenuPolicy(Qt::NoContextMenu);
        connect(field, &SecretField::textChanged, this, &PinForm::judge);
    }
    connect(m_agree, &QCheckBox::toggled, this, &PinForm::judge);
    connect(m_onPad, &QCheckBox::toggled, this, [this] {
        clear();
        retranslate();
    });
    retranslate();
}

void PinForm::arrange() {
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_troubleWords->setFont(bold);
    m_padWords->setFont(bold);
    bold.setPointSizeF(bold.pointSizeF() * 1.1);
    m_heading->setFont(bold);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (SecretField* field : {m_present, m_fresh, m_again}) {
        auto* label = new QLabel(m_fields);
        label->setBuddy(field);
        m_form->addRow(label, field);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_heading, m_advice, m_troubleWords, m_troubleAdvice, m_fields,
                                         m_note, m_padWords, m_onPad, m_tries, m_agree})
        column->addWidget(widget);
    column->insertSpacing(1, 4);
    column->addStretch();
}

void PinForm::ask(PinOrder::Deed deed, CardPin pin, const signing::PinsView& pins) {
    m_deed = deed;
    m_pin = pin;
    m_pins = pins;
    m_busy = false;
    m_pad.reset();
    m_agree->setChecked(false);
    if (!pins.pinPad)
        m_onPad->setChecked(false);
    clear();
    m_present->setMaxLength(pins.of(presented()).maximumLength);
    for (SecretField* field : {m_fresh, m_again})
        field->setMaxLength(pins.of(pin).maximumLength);
    retranslate();
    if (!isOnPad())
        m_present->setFocus();
}

void PinForm::setTrouble(const std::optional<base::Error>& trouble) {
    m_trouble = trouble;
    retranslate();
    if (!trouble)
        return;
    QAccessibleEvent event(m_troubleWords, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void PinForm::setBusy(bool busy) {
    m_busy = busy;
    if (!busy)
        m_pad.reset();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_fields, m_onPad, m_agree})
        widget->setEnabled(!busy);
    showPadWords();
}

void PinForm::showPad(const signing::PinPadEntry& entry) {
    m_pad = entry;
    showPadWords();
    QAccessibleEvent event(m_padWords, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

CardPin PinForm::presented() const {
    return m_deed == PinOrder::Deed::Unblock ? CardPin::Puk : m_pin;
}

bool PinForm::isOnPad() const {
    return m_pins.pinPad && m_onPad->isChecked();
}

bool PinForm::isComplete() const {
    if (m_pins.of(presented()).isOnLastTry() && !m_agree->isChecked())
        return false;
    if (isOnPad())
        return true;
    if (!fits(*m_present, m_pins.of(presented())))
        return false;
    const bool changes = m_deed == PinOrder::Deed::Change;
    return !wrongNewPin(m_pins.of(m_pin), changes ? m_present->secret() : base::SecretBytes(),
                        m_fresh->secret(), m_again->secret());
}

PinOrder PinForm::takeOrder() {
    PinOrder order;
    order.deed = m_deed;
    order.pin = m_pin;
    order.usePinPad = isOnPad();
    order.lastTryAgreed = m_pins.of(presented()).isOnLastTry() && m_agree->isChecked();
    if (!order.usePinPad) {
        order.present = m_present->takeSecret();
        order.fresh = m_fresh->takeSecret();
    }
    clear();
    return order;
}

void PinForm::clear() {
    for (SecretField* field : {m_present, m_fresh, m_again})
        field->takeSecret();
}

void PinForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString PinForm::deedText() const {
    const QString name = nameOf(m_pin);
    return m_deed == PinOrder::Deed::Unblock ? tr("&Unblock %1").arg(name) : tr("&Change %1").arg(name);
}

void PinForm::retranslate() {
    const bool unblocks = m_deed == PinOrder::Deed::Unblock;
    const QString name = nameOf(m_pin);
    m_heading->setText(unblocks                 ? tr("Unblock %1 with the PUK").arg(name)
                       : m_pin == CardPin::Pin1 ? tr("Change PIN1, the PIN for logging in")
                                                : tr("Change PIN2, the PIN for signing"));
    m_advice->setText(tr("The PUK stands in the envelope that came with the card."));
    m_advice->setVisible(unblocks);
    m_troubleWords->setText(m_trouble ? m_trouble->message() : QString());
    m_troubleAdvice->setText(m_trouble ? m_trouble->hint() : QString());
    m_troubleWords->setVisible(m_trouble.has_value());
    m_troubleAdvice->setVisible(m_trouble.has_value());
    const std::array labels{unblocks ? tr("&PUK:") : tr("&Present %1:").arg(name), tr("&New %1:").arg(name),
                            tr("New %1 &again:").arg(name)};
    for (int row = 0; row < m_form->rowCount(); ++row) {
        auto* label = qobject_cast<QLabel*>(m_form->itemAt(row, QFormLayout::LabelRole)->widget());
        label->setText(labels[static_cast<std::size_t>(row)]);
        QString plain = label->text();
        m_form->itemAt(row, QFormLayout::FieldRole)
            ->widget()
            ->setAccessibleName(plain.remove(u'&').remove(u':'));
    }
    const PinView& view = m_pins.of(presented());
    m_onPad->setText(tr("Enter everything on the &reader, not on this computer"));
    m_onPad->setVisible(m_pins.pinPad);
    m_tries->setVisible(view.triesLeft.has_value());
    m_tries->setText(
        view.isOnLastTry()
            ? tr("Only one try is left for %1!").arg(nameOf(presented()))
            : tr("Tries left for %1: %n", nullptr, view.triesLeft.value_or(0)).arg(nameOf(presented())));
    m_agree->setText(unblocks ? tr("I &know: if this PUK is wrong, it is blocked for good.")
                              : tr("I &know: if this %1 is wrong, it is blocked.").arg(name));
    m_agree->setVisible(view.isOnLastTry());
    m_fields->setVisible(!isOnPad());
    m_note->setVisible(!isOnPad());
    showPadWords();
    judge();
}

void PinForm::showPadWords() {
    using Kind = signing::PinPadEntry::Kind;
    const QString name = nameOf(m_pin);
    m_padWords->setVisible(isOnPad());
    if (m_pad && m_pad->kind == Kind::Puk)
        m_padWords->setText(tr("Now enter the PUK on the reader. Its cancel key ends this."));
    else if (m_pad && m_pad->kind == Kind::NewPin)
        m_padWords->setText(
            tr("Now enter the new %1 on the reader, twice. Its cancel key ends this.").arg(name));
    else if (m_pad)
        m_padWords->setText(
            tr("Now enter the present %1 on the reader, then the new one twice. Its cancel key ends this.")
                .arg(name));
    else if (m_deed == PinOrder::Deed::Unblock)
        m_padWords->setText(tr("The reader will ask for the PUK, then for the new %1 twice.").arg(name));
    else
        m_padWords->setText(
            tr("The reader will ask for the present %1, then for the new one twice.").arg(name));
}

void PinForm::judge() {
    m_note->setText(note());
    Q_EMIT edited();
}

/** What is wrong with what has been typed so far, as soon as that is certain. */
QString PinForm::note() const {
    const PinView& pin = m_pins.of(m_pin);
    const QString rule = tr("The new %1 has %2 to %3 digits.")
                             .arg(nameOf(m_pin))
                             .arg(pin.minimumLength)
                             .arg(pin.maximumLength);
    if (!fits(*m_fresh, pin))
        return rule;
    const base::SecretBytes fresh = m_fresh->secret();
    const bool changes = m_deed == PinOrder::Deed::Change;
    const bool bothTyped = m_again->text().size() >= m_fresh->text().size();
    const auto wrong = wrongNewPin(pin, changes ? m_present->secret() : base::SecretBytes(), fresh,
                                   bothTyped ? m_again->secret() : fresh.clone());
    if (wrong)
        return wrong->message();
    if (signing::isEasilyGuessed(fresh))
        return tr("This one is easily guessed. Better are digits without a pattern.");
    return bothTyped ? tr("The new %1 is fine.").arg(nameOf(m_pin)) : rule;
}

}  // namespace signet::ui
