#pragma once

#include <QDialog>
#include <optional>

#include "signing/Attendant.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace signet::ui {

class SecretField;
class TextBlock;
class WarningList;

/**
 * Asks for PIN2, after it has said who signs what and how often. The only modal thing in the program: what it
 * asks may cost a try. Stays open while the PIN is checked, so that a wrong one can be entered again in the
 * same place; its owner closes it.
 */
class PinDialog : public QDialog {
    Q_OBJECT
public:
    explicit PinDialog(QWidget* parent = nullptr);

    /** Asks, or asks again. `onPad`: whether the reader's PIN pad is proposed, where it has one. */
    void ask(const signing::PinQuestion& question, bool onPad = true);
    /** The reader waits: says what is to be done there. In the run of `question`. */
    void showPad(const signing::PinQuestion& question, const signing::PadPrompt& prompt);
    /** It does so no longer. */
    void endPad();
    /** The run is being stopped while the reader waits, which only the reader can end. */
    void showStopping();

Q_SIGNALS:
    /** The person has answered; the dialog waits. */
    void answered(const signet::signing::PinAnswer& answer);
    /** The person does not want to; the dialog has closed, unless the reader waits. */
    void declined();

public Q_SLOTS:
    void reject() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void showWhat();
    void showTries();
    void judge();
    void fitHeight();
    void answer();
    void present();
    void showPadWords();
    bool isOnPad() const;

    signing::PinQuestion m_question;
    bool m_waiting = false;
    std::optional<signing::PadPrompt> m_pad;  ///< the reader waits
    bool m_stopping = false;                  ///< although it is not wanted any more
    QLabel* m_holder;
    QLabel* m_code;
    WarningList* m_warnings;
    QLabel* m_promise;
    TextBlock* m_titles;
    QLabel* m_trouble;
    QLabel* m_advice;
    QLabel* m_pinLabel;
    SecretField* m_pin;
    QLabel* m_keeping;
    QLabel* m_padWords;
    QLabel* m_padAdvice;
    QCheckBox* m_onPad;
    QLabel* m_tries;
    QCheckBox* m_agree;
    QPushButton* m_sign;
    QPushButton* m_cancel;
};

}  // namespace signet::ui
