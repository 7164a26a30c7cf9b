#include "ui/card/WindowAttendant.h"

#include <QWidget>

#include "ui/card/PinDialog.h"

namespace signet::ui {

using base::Expected;
using signing::PinAnswer;

namespace {

/** From one entry on the reader to the next the card signs once. */
constexpr std::chrono::milliseconds PadPause{1500};

}  // namespace

WindowAttendant::WindowAttendant(QWidget* window) : m_window(window) {
    m_closing.setSingleShot(true);
    m_closing.setInterval(PadPause);
    m_closing.callOnTimeout([this] { closeDialog(); });
}

WindowAttendant::~WindowAttendant() {
    finish(base::fail(base::ErrorCode::Cancelled));
}

QFuture<Expected<PinAnswer>> WindowAttendant::askForPin(const signing::PinQuestion& question) {
    finish(base::fail(base::ErrorCode::Cancelled));  // a question still open would never finish otherwise
    m_open.emplace();
    m_open->start();
    const auto future = m_open->future();
    m_question = question;
    m_closing.stop();
    dialog().ask(question, m_onPad);
    Q_EMIT askingChanged();
    return future;
}

void WindowAttendant::dismiss() {
    finish(base::fail(base::ErrorCode::Cancelled));
    if (m_padWaits && m_dialog != nullptr)
        m_dialog->showStopping();
    else
        closeDialog();
}

void WindowAttendant::padWaits(const signing::PadPrompt& prompt) {
    m_closing.stop();
    m_padWaits = true;
    dialog().showPad(m_question, prompt);
    Q_EMIT askingChanged();
}

void WindowAttendant::padDone() {
    if (!m_padWaits)
        return;
    m_padWaits = false;
    if (m_dialog != nullptr)
        m_dialog->endPad();
    Q_EMIT askingChanged();
}

void WindowAttendant::pinSettled() {
    if (m_padWaits || m_dialog == nullptr || m_open)
        return;
    if (!m_question.pinPad || !m_onPad)
        closeDialog();
    else if (!m_closing.isActive())
        m_closing.start();
}

void WindowAttendant::runEnded() {
    padDone();
    closeDialog();
}

void WindowAttendant::closeDialog() {
    m_closing.stop();
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
    connect(m_dialog, &PinDialog::answered, this, [this](const PinAnswer& answer) {
        if (m_question.pinPad)
            m_onPad = answer.usePinPad;
        finish(answer);
    });
    connect(m_dialog, &PinDialog::declined, this, [this] {
        const bool wasAsking = m_open.has_value();
        finish(base::fail(base::ErrorCode::Cancelled));
        if (!m_padWaits)
            closeDialog();
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
