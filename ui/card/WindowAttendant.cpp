#include "ui/card/WindowAttendant.h"

#include <QWidget>

#include "ui/card/PinDialog.h"

namespace signet::ui {

using base::Expected;
using signing::PinAnswer;

WindowAttendant::WindowAttendant(QWidget* window) : m_window(window) {}

WindowAttendant::~WindowAttendant() {
    finish(base::fail(base::ErrorCode::Cancelled));
}

QFuture<Expected<PinAnswer>> WindowAttendant::askForPin(const signing::PinQuestion& question) {
    finish(base::fail(base::ErrorCode::Cancelled));  // a question still open would never finish otherwise
    m_open.emplace();
    m_open->start();
    const auto future = m_open->future();
    dialog().ask(question);
    Q_EMIT askingChanged();
    return future;
}

void WindowAttendant::dismiss() {
    finish(base::fail(base::ErrorCode::Cancelled));
    pinSettled();
}

void WindowAttendant::pinSettled() {
    if (m_dialog == nullptr || m_open)
        return;
    m_dialog->hide();
    m_dialog->deleteLater();
    m_dialog = nullptr;
}

PinDialog& WindowAttendant::dialog() {
    if (m_dialog != nullptr)
        return *m_dialog;
    m_dialog = new PinDialog(m_window);
    connect(m_dialog, &PinDialog::answered, this, [this](const PinAnswer& answer) { finish(answer); });
    connect(m_dialog, &PinDialog::declined, this, [this] {
        const bool wasAsking = m_open.has_value();
        finish(base::fail(base::ErrorCode::Cancelled));
        pinSettled();
        if (!wasAsking)
            Q_EMIT stopWanted();
    });
    return *m_dialog;
}

void WindowAttendant::finish(Expected<PinAnswer> answer) {
    if (!m_open)
        return;
    auto promise = std::move(*m_open);
    m_open.reset();
    promise.addResult(std::move(answer));
    promise.finish();
    Q_EMIT askingChanged();
}

}  // namespace signet::ui
