#include "ui/window/MessageArea.h"

#include "ui/common/MessageBar.h"
#include "ui/window/Workplace.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

MessageArea::MessageArea(QWidget* window)
    : m_demo(new MessageBar(window)), m_messages(new MessageBar(window)) {
    m_demo->setObjectName(u"demoBar"_s);
    m_demo->setClosable(false);
    addWidget(m_demo);
    addWidget(m_messages);
}

void MessageArea::add(QWidget* bar) {
    insertWidget(indexOf(m_messages), bar);
}

void MessageArea::showDemo(const DemoOffer& offer) {
    m_demo->show(MessageBar::Kind::Information, [pin2 = offer.pin2, password = offer.sealPassword] {
        return tr("This is a demo: service and card are built in, and nothing leaves this computer. The PIN2 "
                  "of the demo card is %1, the password of the demo e-seal %2.")
            .arg(pin2, password);
    });
}

}  // namespace signet::ui
