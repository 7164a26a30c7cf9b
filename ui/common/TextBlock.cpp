#include "ui/common/TextBlock.h"

#include <QEvent>
#include <QFontDatabase>
#include <QWheelEvent>
#include <cmath>

#include "base/PrintableText.h"

namespace signet::ui {

TextBlock::TextBlock(QWidget* parent) : QPlainTextEdit(parent) {
    setReadOnly(true);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setBackgroundVisible(false);
}

void TextBlock::setText(const QString& text) {
    // Line ends are ours to show; everything else without a shape is made visible.
    QStringList lines = text.split(u'\n');
    for (QString& line : lines)
        line = base::printable(line);
    const QString shown = lines.join(u'\n');
    if (shown != toPlainText())
        setPlainText(shown);
    fitHeight();
}

void TextBlock::setFixedPitch() {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(this->font().pointSizeF());
    setFont(font);
}

QSize TextBlock::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().lineSpacing()};
}

QSize TextBlock::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 24, height()};
}

void TextBlock::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void TextBlock::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

void TextBlock::wheelEvent(QWheelEvent* event) {
    event->ignore();  // what is around it scrolls
}

void TextBlock::fitHeight() {
    // QPlainTextEdit counts its document's height in lines.
    const int lines = std::max(1, static_cast<int>(std::ceil(document()->size().height())));
    const int height = lines * fontMetrics().lineSpacing() + 2;
    if (height != this->height() || minimumHeight() != height)
        setFixedHeight(height);
}

}  // namespace signet::ui
