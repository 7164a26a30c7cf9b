#pragma once

#include <QVBoxLayout>

namespace signet::ui {

class MessageBar;
struct DemoOffer;

/** The sentences above the work, one bar below the other: that this is a demo, what waits for a person since
 * before, and what has just happened. Takes no room while there is nothing to say. */
class MessageArea : public QVBoxLayout {
    Q_OBJECT
public:
    explicit MessageArea(QWidget* window);

    /** What has just happened; each message takes the place of the one before. */
    MessageBar& messages() { return *m_messages; }
    /** A bar of its own between the demo's and the messages; it shows and hides itself. */
    void add(QWidget* bar);
    void showDemo(const DemoOffer& offer);

private:
    MessageBar* m_demo;
    MessageBar* m_messages;
};

}  // namespace signet::ui
