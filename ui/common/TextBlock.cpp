#include "ui/common/TextBlock.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QFontDatabase>
#include <QTextBlock>
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
    // The document's own size is of no use: it counts lines, those not yet laid out as one for each
    // paragraph, and a line with letters out of another font is higher than the others.
    qreal text = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        text += document()->documentLayout()->blockBoundingRect(block).height();
    const int height = std::max(fontMetrics().lineSpacing(), static_cast<int>(std::ceil(text))) + 2;
    if (height != this->height() || minimumHeight() != height)
        setFixedHeight(height);
}

}  // namespace signet::ui
