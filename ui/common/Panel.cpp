#include "ui/common/Panel.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace signet::ui {

QLabel* makeHeading(QWidget* parent) {
    auto* heading = new QLabel(parent);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    heading->setMinimumHeight(QPushButton(QStringLiteral("X")).sizeHint().height());
    heading->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return heading;
}

Panel::Panel(QWidget* parent) : QWidget(parent), m_heading(makeHeading(this)), m_body(nullptr) {
    auto* frame = new QFrame(this);
    frame->setFrameShape(QFrame::StyledPanel);
    m_body = new QVBoxLayout(frame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_heading);
    column->addWidget(frame);
    column->addStretch();  // the frame is as high as what it shows, whatever room there is
}

void Panel::setHeading(const QString& text) {
    m_heading->setText(text);
    setAccessibleName(text);
}

}  // namespace signet::ui
