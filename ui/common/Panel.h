#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace signet::ui {

/** The words over a part of the window: bold, and at the same height over each of them. */
QLabel* makeHeading(QWidget* parent);

/** A part of the window with a heading and a frame around what it shows. */
class Panel : public QWidget {
    Q_OBJECT
public:
    explicit Panel(QWidget* parent = nullptr);

protected:
    void setHeading(const QString& text);
    QVBoxLayout& body() { return *m_body; }

private:
    QLabel* m_heading;
    QVBoxLayout* m_body;
};

}  // namespace signet::ui
