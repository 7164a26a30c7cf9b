#pragma once

#include <QObject>
#include <QPromise>
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

    /** The PIN was right, or the batch is over: closes the dialog that has been waiting for it. */
    void pinSettled();

    /** A question is open: the person is awaited. */
    bool isAsking() const { return m_open.has_value(); }

Q_SIGNALS:
    void askingChanged();
    /** The person closed the dialog while the PIN was being checked. */
    void stopWanted();

private:
    void finish(base::Expected<signing::PinAnswer> answer);
    PinDialog& dialog();

    QWidget* m_window;
    PinDialog* m_dialog = nullptr;  // the window's child
    std::optional<QPromise<base::Expected<signing::PinAnswer>>> m_open;
};

}  // namespace signet::ui
