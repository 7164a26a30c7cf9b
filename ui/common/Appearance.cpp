#include "ui/common/Appearance.h"

#include <QApplication>
#include <QProxyStyle>
#include <QStyleOption>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

struct Colours {
    QColor window, base, alternate, text, button, border, dimmed, highlight, highlightedText, link;
};

QPalette paletteOf(const Colours& c) {
    QPalette palette(c.button, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, c.base);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.dimmed);
    palette.setColor(QPalette::Highlight, c.highlight);
    palette.setColor(QPalette::HighlightedText, c.highlightedText);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.dimmed);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.dimmed);
    return palette;
}

/** Fusion makes the outlines of check boxes and radio buttons from the window's colour, darker: on dark
 * ground nobody would see them. They get a lighter window's. */
class DarkFusion : public QProxyStyle {
public:
    DarkFusion() : QProxyStyle(u"Fusion"_s) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        if (button != nullptr && (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton))
            drawOutlined(element, *button, painter, widget);
        else if (item != nullptr && element == PE_IndicatorItemViewItemCheck)
            drawOutlined(element, *item, painter, widget);
        else
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }

private:
    template <typename Option>
    void drawOutlined(PrimitiveElement element, Option option, QPainter* painter,
                      const QWidget* widget) const {
        option.palette.setColor(QPalette::Window, QColor(0xa8b0bd));
        QProxyStyle::drawPrimitive(element, &option, painter, widget);
    }
};

}  // namespace

QPalette lightPalette() {
    return paletteOf({.window = QColor(0xf4f5f7),
                      .base = QColor(0xffffff),
                      .alternate = QColor(0xf7f8fa),
                      .text = QColor(0x1d2330),
                      .button = QColor(0xeceef2),
                      .border = QColor(0xc9ced6),
                      .dimmed = QColor(0x667085),
                      .highlight = QColor(0x2563b8),
                      .highlightedText = QColor(0xffffff),
                      .link = QColor(0x1d5bb3)});
}

QPalette darkPalette() {
    return paletteOf({.window = QColor(0x2d3138),
                      .base = QColor(0x1c1f24),
                      .alternate = QColor(0x22262c),
                      .text = QColor(0xe6e8ec),
                      .button = QColor(0x3c424c),
                      .border = QColor(0x454b56),
                      .dimmed = QColor(0x9aa2b0),
                      .highlight = QColor(0x3573cc),
                      .highlightedText = QColor(0xffffff),
                      .link = QColor(0x7db2ff)});
}

AppearanceSwitch::AppearanceSwitch() : m_systemStyle(QApplication::style()->objectName()) {}

void AppearanceSwitch::apply(Appearance appearance) {
    if (appearance == m_current)
        return;
    m_current = appearance;
    if (appearance == Appearance::System) {
        QApplication::setStyle(m_systemStyle);
        QApplication::setPalette(QPalette());
        QToolTip::setPalette(QPalette());
        return;
    }
    const QPalette palette = appearance == Appearance::Dark ? darkPalette() : lightPalette();
    if (appearance == Appearance::Dark)
        QApplication::setStyle(new DarkFusion);
    else
        QApplication::setStyle(u"Fusion"_s);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

}  // namespace signet::ui
