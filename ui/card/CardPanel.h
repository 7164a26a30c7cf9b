#pragma once

#include "signing/CardDesk.h"
#include "ui/common/Panel.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;

namespace signet::ui {

class ErrorView;
class WarningList;

/**
 * With what it will be signed: whose card is in which reader, until when its certificate is good, how many
 * tries PIN2 has left, what is to be known before, or what is wrong and what to do about it. Follows readers
 * and cards as they come and go.
 */
class CardPanel : public Panel {
    Q_OBJECT
public:
    explicit CardPanel(signing::CardDesk& desk, QWidget* parent = nullptr);

    /** While a batch is running, the card is not cared for. */
    void setLocked(bool locked);

Q_SIGNALS:
    /** The person wants to change or unblock the card's PINs. */
    void pinsWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void refresh();
    void refreshReaders();
    void showCard(const signing::DeskReader& reader);
    void showProblem(const base::Error& problem);
    std::optional<signing::DeskReader> shownReader() const;

    signing::CardDesk& m_desk;
    QComboBox* m_readers;
    QLabel* m_picture;
    QLabel* m_holder;
    QLabel* m_code;
    QWidget* m_facts;
    QFormLayout* m_form;
    QLabel* m_readerName;
    QLabel* m_cardName;
    QLabel* m_validity;
    QLabel* m_tries;
    ErrorView* m_problem;
    WarningList* m_warnings;
    QPushButton* m_pins;
};

}  // namespace signet::ui
