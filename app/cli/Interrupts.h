#pragma once

#include <QObject>

namespace signet::cli {

/**
 * Ctrl-C and the system's requests to end (SIGINT, SIGTERM, SIGHUP), brought into the event loop. One at a
 * time. The third one ends the program on the spot. Main thread.
 */
class Interrupts : public QObject {
    Q_OBJECT
public:
    explicit Interrupts(QObject* parent = nullptr);
    ~Interrupts() override;
    Q_DISABLE_COPY_MOVE(Interrupts)

    int count() const { return m_count; }

Q_SIGNALS:
    void arrived(int count);

private:
    void take();
    int m_count = 0;
};

}  // namespace signet::cli
