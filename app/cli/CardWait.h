#pragma once

#include <QTimer>
#include <functional>

#include "signing/CardDesk.h"

namespace signet::cli {

/** Waits until all cards have been looked at, or for as long as a slow card may take. Main thread. */
class CardWait : public QObject {
    Q_OBJECT
public:
    /** `settled` is called once, later, from the event loop. */
    CardWait(const signing::CardDesk& desk, std::function<void()> settled, QObject* parent = nullptr);

private:
    void look();
    void end();

    const signing::CardDesk& m_desk;
    std::function<void()> m_settled;
    QTimer m_limit;
};

}  // namespace signet::cli
