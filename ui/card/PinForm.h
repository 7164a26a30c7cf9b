#pragma once

#include <QWidget>
#include <optional>

#include "signing/PinDesk.h"

class QCheckBox;
class QFormLayout;
class QLabel;

namespace signet::ui {

class SecretField;

/** What has to be entered to change a PIN or to unblock it: on this computer, or on the reader. Says at once
 * what is wrong with it. */
class PinForm : public QWidget {
    Q_OBJECT
public:
    explicit PinForm(QWidget* parent = nullptr);

    /** Asks, or asks again with the tries of this moment. */
    void ask(signing::PinOrder::Deed deed, signing::CardPin pin, const signing::PinsView& pins);
    /** Above what is asked: why it is asked again. */
    void setTrouble(const std::optional<base::Error>& trouble);
    /** While the card is at it, nothing can be entered. */
    void setBusy(bool busy);
    void showPad(const signing::PinPadEntry& entry);

    bool isComplete() const;
    bool isOnPad() const;
    /** Without the reader; the fields forget what they give. */
    signing::PinOrder takeOrder();
    /** The fields forget everything. */
    void clear();
    /** "Change PIN1". */
    QString deedText() const;

Q_SIGNALS:
    /** isComplete() may have changed. */
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void showPadWords();
    void judge();
    QString note() const;
    signing::CardPin presented() const;

    signing::PinOrder::Deed m_deed = signing::PinOrder::Deed::Change;
    signing::CardPin m_pin = signing::CardPin::Pin1;
    signing::PinsView m_pins;
    std::optional<base::Error> m_trouble;
    std::optional<signing::PinPadEntry> m_pad;  ///< the reader waits
    bool m_busy = false;
    QLabel* m_heading;
    QLabel* m_advice;
    QLabel* m_troubleWords;
    QLabel* m_troubleAdvice;
    QWidget* m_fields;
    QFormLayout* m_form;
    SecretField* m_present;
    SecretField* m_fresh;
    SecretField* m_again;
    QLabel* m_note;
    QLabel* m_padWords;
    QCheckBox* m_onPad;
    QLabel* m_tries;
    QCheckBox* m_agree;
};

}  // namespace signet::ui
