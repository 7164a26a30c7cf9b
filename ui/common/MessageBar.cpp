#include "ui/common/MessageBar.h"

#include <QAccessible>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include "ui/common/Formatting.h"
#include "ui/common/Icons.h"
#include "ui/common/TextBlock.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

struct KindLook {
    QLatin1StringView icon;
    QColor tint;
};

KindLook lookOf(MessageBar::Kind kind) {
    switch (kind) {
        case MessageBar::Kind::Success:
            return {"state-finalized"_L1, QColor(0x2e9e5b)};
        case MessageBar::Kind::Warning:
            return {"state-unconfirmed"_L1, QColor(0xd98a12)};
        case MessageBar::Kind::Trouble:
            return {"state-failed"_L1, QColor(0xd64545)};
        case MessageBar::Kind::Information:
            break;
    }
    return {"information"_L1, QColor(0x3b82d6)};
}

QColor blended(const QColor& ground, const QColor& tint) {
    constexpr double Share = 0.16;
    const auto mix = [](double a, double b) { return a * (1 - Share) + b * Share; };
    return QColor::fromRgbF(static_cast<float>(mix(ground.redF(), tint.redF())),
                            static_cast<float>(mix(ground.greenF(), tint.greenF())),
                            static_cast<float>(mix(ground.blueF(), tint.blueF())));
}

}  // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new TextBlock(this)),
      m_close(new QToolButton(this)),
      m_row(new QHBoxLayout(this)) {
    setObjectName(u"messageBar"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setObjectName(u"messageText"_s);
    m_close->setObjectName(u"messageClose"_s);
    m_close->setAutoRaise(true);
    m_close->setIcon(icon("close"_L1));
    m_row->setContentsMargins(10, 6, 6, 6);
    m_row->addWidget(m_icon, 0, Qt::AlignVCenter);
    m_row->addWidget(m_text, 1, Qt::AlignVCenter);
    m_row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    retranslate();
    hide();
}

void MessageBar::addButton(QPushButton* button) {
    m_row->insertWidget(m_row->indexOf(m_close), button, 0, Qt::AlignVCenter);
}

void MessageBar::show(Kind kind, std::function<QString()> words) {
    m_kind = kind;
    m_words = std::move(words);
    tint();
    QFrame::show();
    speak();
}

void MessageBar::showError(const base::Error& error) {
    show(Kind::Trouble, [error] { return errorParagraph(error); });
}

void MessageBar::speak() {
    const QString text = m_words();
    m_text->setText(text);
    m_text->setAccessibleName(text);
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::dismiss() {
    m_words = nullptr;
    m_text->setText({});
    hide();
}

void MessageBar::setClosable(bool closable) {
    m_close->setVisible(closable);
}

QString MessageBar::text() const {
    return m_text->toPlainText();
}

void MessageBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        tint();
}

void MessageBar::retranslate() {
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    if (m_words)
        speak();
}

void MessageBar::tint() {
    const KindLook look = lookOf(m_kind);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(icon(look.icon).pixmap(QSize(size, size), devicePixelRatioF()));
    const QColor ground = blended(QGuiApplication::palette().color(QPalette::Window), look.tint);
    if (palette().color(QPalette::Window) == ground)
        return;  // setPalette() is followed by another PaletteChange
    QPalette tinted;
    tinted.setColor(QPalette::Window, ground);
    setPalette(tinted);
}

}  // namespace signet::ui
