#pragma once

#include <QObject>
#include <QPromise>
#include <QTimer>
#include <memory>
#include <optional>

#include "signing/Attendant.h"

class QWidget;

namespace signet::ui {

class PinDialog;

/** The person at the window: answers a batch's questions through the PIN dialog. Never blocks. */
class WindowAttendant : public QObject, public signing::Attendant {
    Q_OBJECT
public:
    /** Dialogs open over `window`. */
    explicit WindowAttendant(QWidget* window);
    ~WindowAttendant() override;

    QFuture<base::Expected<signing::PinAnswer>> askForPin(const signing::PinQuestion& question) override;
    bool canAskAgain() const override { return true; }
    void dismiss() override;
    void padWaits(const signing::PadPrompt& prompt) override;
    void padDone() override;

    /** The PIN was right: closes the dialog that has been waiting for it. With a PIN pad a little later,
     * since the card may want PIN2 again at once. */
    void pinSettled();
    /** The batch is over: closes whatever is open. */
    void runEnded();

    /** A question is open, or the reader waits: the person is awaited. */
    bool isAsking() const { return m_open.has_value() || m_padWaits; }

Q_SIGNALS:
    void askingChanged();
    /** The person closed the dialog while the PIN was being checked. */
    void stopWanted();

private:
    void finish(base::Expected<signing::PinAnswer> answer);
    PinDialog& dialog();
    void closeDialog();

    QWidget* m_window;
    PinDialog* m_dialog = nullptr;    // the window's child
    signing::PinQuestion m_question;  // of this run
    bool m_onPad = true;              // what the person last chose
    bool m_padWaits = false;
    QTimer m_closing;
    std::optional<QPromise<base::Expected<signing::PinAnswer>>> m_open;
};

}  // namespace signet::ui
