#include "ui/window/WorkArea.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace signet::ui {
namespace {

// In device-independent pixels: from here on sessions, card and result stand side by side.
constexpr int WideEnoughForThree = 1120;
constexpr int HandleWidth = 14;

QWidget* scrolled(const QList<QWidget*>& panels) {
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* panel : panels)
        layout->addWidget(panel);
    layout->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(column);
    return scroll;
}

}  // namespace

WorkArea::WorkArea(QWidget* what, const QList<QWidget*>& withWhat, QWidget* result, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent), m_right(new QSplitter(Qt::Vertical)) {
    m_right->addWidget(scrolled(withWhat));
    m_right->addWidget(result);
    addWidget(what);
    addWidget(m_right);
    for (QSplitter* splitter : {static_cast<QSplitter*>(this), m_right}) {
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(HandleWidth);
    }
}

void WorkArea::resizeEvent(QResizeEvent* event) {
    QSplitter::resizeEvent(event);
    const auto wanted = width() >= WideEnoughForThree ? Qt::Horizontal : Qt::Vertical;
    if (m_right->orientation() == wanted && !m_firstResize)
        return;
    m_firstResize = false;
    m_right->setOrientation(wanted);
    // Shares of the whole; what a person drags afterwards stays until the arrangement changes.
    const bool wide = wanted == Qt::Horizontal;
    const int all = 1000;
    setSizes({wide ? 500 : 530, wide ? all - 500 : all - 530});
    m_right->setSizes(wide ? QList<int>{440, 560} : QList<int>{400, 600});
}

}  // namespace signet::ui
