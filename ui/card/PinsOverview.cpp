#include "ui/card/PinsOverview.h"

#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

#include "ui/common/Icons.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::CardPin;
using signing::PinView;
using Deed = signing::PinOrder::Deed;

constexpr std::array AllPins{CardPin::Pin1, CardPin::Pin2, CardPin::Puk};
constexpr int LinesOfRow = 3;  // purpose, state, and the line under them

QLabel* plainLabel(QWidget* parent, const QString& name) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

}  // namespace

PinsOverview::PinsOverview(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    for (std::size_t i = 0; i < AllPins.size(); ++i)
        m_rows[i] = makeRow(AllPins[i], LinesOfRow * static_cast<int>(i));
    grid->setRowStretch(LinesOfRow * static_cast<int>(AllPins.size()), 1);
    retranslate();
}

PinsOverview::Row PinsOverview::makeRow(CardPin pin, int at) {
    const QString name = nameOf(pin).toLower();
    Row row{plainLabel(this, name + u"Name"_s),
            plainLabel(this, name + u"Purpose"_s),
            new QLabel(this),
            plainLabel(this, name + u"State"_s),
            nullptr,
            nullptr};
    QFont bold = row.name->font();
    bold.setBold(true);
    row.name->setFont(bold);
    row.name->setText(nameOf(pin));
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->addWidget(row.name, at, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(row.purpose, at, 1, 1, 2);
    grid->addWidget(row.picture, at + 1, 1, Qt::AlignTop);
    grid->addWidget(row.state, at + 1, 2);
    if (pin == CardPin::Puk)
        return row;
    row.change = new QPushButton(this);
    row.change->setObjectName(name + u"Change"_s);
    row.unblock = new QPushButton(this);
    row.unblock->setObjectName(name + u"Unblock"_s);
    for (QPushButton* button : {row.change, row.unblock})
        button->setAutoDefault(false);
    grid->addWidget(row.change, at, 3, 2, 1, Qt::AlignVCenter);
    grid->addWidget(row.unblock, at, 4, 2, 1, Qt::AlignVCenter);
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    grid->addWidget(line, at + 2, 0, 1, 5);
    connect(row.change, &QPushButton::clicked, this, [this, pin] { Q_EMIT wanted(Deed::Change, pin); });
    connect(row.unblock, &QPushButton::clicked, this, [this, pin] { Q_EMIT wanted(Deed::Unblock, pin); });
    return row;
}

void PinsOverview::setPins(const std::optional<signing::PinsView>& pins) {
    m_pins = pins;
    retranslate();
}

void PinsOverview::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PinsOverview::retranslate() {
    const std::array purposes{tr("for logging in"), tr("for signing"), tr("unblocks PIN1 and PIN2")};
    for (std::size_t i = 0; i < AllPins.size(); ++i) {
        const Row& row = m_rows[i];
        row.purpose->setText(purposes[i]);
        row.state->setAccessibleName(nameOf(AllPins[i]));
        showState(row, m_pins ? m_pins->of(AllPins[i]) : PinView());
        if (row.change == nullptr)
            continue;
        const QString name = nameOf(AllPins[i]);
        row.change->setText(tr("Change…"));
        row.change->setAccessibleName(tr("Change %1").arg(name));
        row.change->setToolTip(tr("Give %1 a new value, if you know the present one").arg(name));
        row.unblock->setText(tr("Unblock…"));
        row.unblock->setAccessibleName(tr("Unblock %1 with the PUK").arg(name));
        row.unblock->setToolTip(
            tr("%1 is blocked, or you have forgotten it: give it a new value with the PUK").arg(name));
    }
}

void PinsOverview::showState(const Row& row, const PinView& pin) {
    const auto picture = !m_pins || !pin.triesLeft ? "state-picked"_L1
                         : pin.isBlocked()         ? "state-failed"_L1
                         : pin.isOnLastTry()       ? "state-unconfirmed"_L1
                                                   : "state-finalized"_L1;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    row.picture->setPixmap(icon(picture).pixmap(QSize(size, size), devicePixelRatioF()));
    row.state->setText(m_pins ? stateOf(pin) : u"…"_s);
    if (row.change == nullptr)
        return;
    row.change->setEnabled(m_pins && !pin.isBlocked());
    row.unblock->setEnabled(m_pins && !m_pins->puk.isBlocked());
}

QString PinsOverview::stateOf(const PinView& pin) const {
    if (!pin.triesLeft)
        return tr("the card does not say how many tries are left");
    if (pin.isBlocked() && (pin.pin == CardPin::Puk || m_pins->puk.isBlocked()))
        return tr("blocked: only the office that issued the card can help (in Latvia, the PMLP)");
    if (pin.isBlocked())
        return tr("blocked: unblock it with the PUK");
    if (pin.isOnLastTry())
        return tr("only one try left!");
    return tr("%n tries left", nullptr, *pin.triesLeft);
}

}  // namespace signet::ui
