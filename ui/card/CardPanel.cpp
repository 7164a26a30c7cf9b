#include "ui/card/CardPanel.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "base/PrintableText.h"
#include "signing/Validity.h"
#include "ui/common/ErrorView.h"
#include "ui/common/Formatting.h"
#include "ui/common/Icons.h"
#include "ui/common/WarningList.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::DeskReader;

QLabel* plainLabel(QWidget* parent, const char* name) {
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/** What is in a reader, in a line. */
QString readerLine(const DeskReader& reader) {
    const QString name = base::printable(reader.name);
    const QString holder = base::printable(reader.holder());
    const QString who = holder.isEmpty() ? name : QString(holder + u" – "_s + name);
    if (reader.state == DeskReader::State::Reading)
        return CardPanel::tr("%1: reading the card…").arg(name);
    if (reader.contactless)
        return CardPanel::tr("%1: contactless").arg(name);
    if (reader.state == DeskReader::State::Empty)
        return CardPanel::tr("%1: empty").arg(name);
    return reader.obstacle() ? CardPanel::tr("%1: cannot sign").arg(who) : who;
}

QString validityOf(const crypto::Certificate& certificate) {
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (now > certificate.notAfter())
        return CardPanel::tr("expired on %1").arg(date(certificate.notAfter()));
    if (now < certificate.notBefore())
        return CardPanel::tr("valid from %1").arg(date(certificate.notBefore()));
    const QString until = CardPanel::tr("valid until %1").arg(date(certificate.notAfter()));
    const auto days = signing::fewDaysLeft(certificate, now);
    return days ? CardPanel::tr("%1 – %n day(s) left", nullptr, *days).arg(until) : until;
}

}  // namespace

CardPanel::CardPanel(signing::CardDesk& desk, QWidget* parent)
    : Panel(parent),
      m_desk(desk),
      m_readers(new QComboBox(this)),
      m_picture(new QLabel(this)),
      m_holder(plainLabel(this, "cardHolder")),
      m_code(plainLabel(this, "cardPersonCode")),
      m_facts(new QWidget(this)),
      m_form(new QFormLayout(m_facts)),
      m_readerName(plainLabel(m_facts, "cardReader")),
      m_cardName(plainLabel(m_facts, "cardType")),
      m_validity(plainLabel(m_facts, "cardValidity")),
      m_tries(plainLabel(m_facts, "cardTries")),
      m_problem(new ErrorView(this)),
      m_warnings(new WarningList(this)),
      m_pins(new QPushButton(this)) {
    setObjectName(u"cardPanel"_s);
    m_warnings->setObjectName(u"cardWarnings"_s);
    m_readers->setObjectName(u"cardReaders"_s);
    m_problem->setObjectName(u"cardProblem"_s);
    m_pins->setObjectName(u"cardPins"_s);
    arrange();
    connect(&m_desk, &signing::CardDesk::changed, this, &CardPanel::refresh);
    connect(m_readers, &QComboBox::activated, this,
            [this](int index) { m_desk.choose(m_readers->itemData(index).toString()); });
    connect(m_pins, &QPushButton::clicked, this, &CardPanel::pinsWanted);
    retranslate();
}

void CardPanel::setLocked(bool locked) {
    m_pins->setEnabled(!locked);
}

void CardPanel::arrange() {
    QFont large = m_holder->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    m_holder->setFont(large);
    m_problem->setBrief(true);
    m_readers->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_form->setContentsMargins(0, 6, 0, 0);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (QLabel* value : {m_validity, m_tries, m_cardName, m_readerName}) {
        auto* label = new QLabel(m_facts);
        label->setForegroundRole(QPalette::PlaceholderText);
        m_form->addRow(label, value);
    }

    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_holder);
    names->addWidget(m_code);
    auto* top = new QHBoxLayout;
    top->addWidget(m_picture, 0, Qt::AlignTop);
    top->addLayout(names, 1);
    body().addWidget(m_readers);
    body().addLayout(top);
    body().addWidget(m_facts);
    body().addWidget(m_problem);
    body().addWidget(m_warnings);
    body().addWidget(m_pins, 0, Qt::AlignLeft);
}

void CardPanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CardPanel::retranslate() {
    setHeading(tr("Sign with"));
    m_readers->setAccessibleName(tr("Card reader"));
    m_readers->setToolTip(tr("The card reader to sign with"));
    m_pins->setText(tr("PINs of the card…"));
    m_pins->setToolTip(tr("Change or unblock PIN1 and PIN2"));
    const QStringList names{tr("Certificate:"), tr("PIN2:"), tr("Card:"), tr("Reader:")};
    for (int row = 0; row < m_form->rowCount(); ++row) {
        auto* label = qobject_cast<QLabel*>(m_form->itemAt(row, QFormLayout::LabelRole)->widget());
        label->setText(names[row]);
        m_form->itemAt(row, QFormLayout::FieldRole)->widget()->setAccessibleName(names[row]);
    }
    refresh();
}

void CardPanel::refresh() {
    refreshReaders();
    const auto selected = m_desk.selected();
    const auto shown = selected ? std::optional<DeskReader>(*selected) : shownReader();
    m_facts->setVisible(false);
    m_code->setVisible(false);
    m_pins->setVisible(false);
    m_problem->setError({});
    m_warnings->setWarnings({});
    if (!m_desk.isSettled() || (shown && shown->state == DeskReader::State::Reading)) {
        m_picture->setPixmap(icon("card"_L1).pixmap(QSize(32, 32), devicePixelRatioF()));
        m_holder->setText(tr("Reading the card…"));
        return;
    }
    if (shown && shown->signingCertificate)
        showCard(*shown);
    m_pins->setVisible(shown && shown->signingCertificate);
    const auto problem = selected ? selected->obstacle() : std::optional(selected.error());
    if (problem)
        showProblem(*problem);
    else
        m_warnings->setWarnings(selected->warnings);
}

void CardPanel::refreshReaders() {
    const QList<DeskReader> readers = m_desk.readers();
    m_readers->setVisible(readers.size() > 1);
    m_readers->clear();
    m_readers->addItem(tr("The only usable card"), QString());
    for (const DeskReader& reader : readers) {
        if (!reader.sameCardAs.isEmpty() && reader.name != m_desk.chosenName())
            continue;  // it stands there already, in the reader itself
        m_readers->addItem(readerLine(reader), reader.name);
    }
    m_readers->setCurrentIndex(std::max(0, m_readers->findData(m_desk.chosenName())));
}

std::optional<DeskReader> CardPanel::shownReader() const {
    const QList<DeskReader> readers = m_desk.readers();
    const QString chosen = m_desk.chosenName();
    for (const DeskReader& reader : readers) {
        if (reader.name == chosen)
            return reader;
    }
    if (chosen.isEmpty() && readers.size() == 1)
        return readers.first();
    return std::nullopt;
}

void CardPanel::showCard(const DeskReader& reader) {
    const crypto::Certificate& certificate = *reader.signingCertificate;
    m_picture->setPixmap(icon("card"_L1).pixmap(QSize(32, 32), devicePixelRatioF()));
    m_holder->setText(base::printable(reader.holder()));
    m_code->setText(base::printable(certificate.serialNumber()));
    m_code->setVisible(true);
    m_facts->setVisible(true);
    const QString name = base::printable(reader.name);
    m_readerName->setText(reader.pinPad ? tr("%1 (with a PIN pad)").arg(name) : name);
    m_cardName->setText(base::printable(reader.cardType));
    m_validity->setText(validityOf(certificate));
    m_validity->setToolTip(tr("Issued by %1, %2")
                               .arg(base::printable(certificate.issuerCommonName()), certificate.keyName())
                               .toHtmlEscaped());
    if (!reader.pin2TriesLeft)
        m_tries->setText(tr("the card does not say how many tries are left"));
    else if (*reader.pin2TriesLeft == 0)
        m_tries->setText(tr("blocked"));
    else if (*reader.pin2TriesLeft == 1)
        m_tries->setText(tr("only one try left!"));
    else
        m_tries->setText(tr("%n tries left", nullptr, *reader.pin2TriesLeft));
}

void CardPanel::showProblem(const base::Error& problem) {
    m_problem->setError(problem);
    if (m_facts->isVisibleTo(this))
        return;
    m_picture->setPixmap(icon("card"_L1).pixmap(QSize(32, 32), devicePixelRatioF(), QIcon::Disabled));
    m_holder->setText(problem.code() == base::ErrorCode::SeveralCards ? tr("Which card?")
                                                                      : tr("No card to sign with"));
}

}  // namespace signet::ui
