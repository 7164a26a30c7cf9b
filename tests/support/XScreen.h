#pragma once

#include <QProcess>
#include <QString>

namespace signet::test {

/** A screen of its own with a person at its keyboard: Xvfb, and keys that come from outside of the program
 * that gets them (xdotool). Blocks for as long as that takes. */
class XScreen {
public:
    XScreen() = default;
    ~XScreen();
    Q_DISABLE_COPY_MOVE(XScreen)

    /** Empty, or what is missing. */
    QString start();
    /** For a program's DISPLAY. */
    const QString& display() const { return m_display; }

    /** From now on the window with this title gets the keys; there is no window manager that would see to it.
     * False if no such window is to be seen. */
    bool focus(const QString& title) const;
    /** One letter after the other. */
    bool type(const QByteArray& text) const;
    /** Such as "Return" or "ctrl+2". */
    bool press(const QString& key) const;

private:
    bool run(const QStringList& arguments, const QByteArray& input = {}) const;

    QProcess m_server;
    QString m_display;
};

}  // namespace signet::test
