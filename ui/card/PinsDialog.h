#pragma once

#include <QDialog>
#include <optional>

#include "signing/PinDesk.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace signet::ui {

class ErrorView;
class PinForm;
class PinsOverview;

/**
 * The PINs of the chosen card: how many tries each has left, and their change and unblocking. Modal to the
 * window, since what it asks may cost a try. Follows the card as it comes and goes.
 */
class PinsDialog : public QDialog {
    Q_OBJECT
public:
    explicit PinsDialog(signing::CardDesk& cards, QWidget* parent = nullptr);

    /** Looks at the card, and shows itself. */
    void begin();

public Q_SLOTS:
    void reject() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Success { None, Changed, Unblocked };

    void arrange();
    void retranslate();
    base::Expected<signing::DeskReader> shownCard() const;
    void cardsChanged();
    void look();
    void takeLook(const base::Expected<signing::PinsView>& pins);
    void showOverview();
    void showForm(signing::PinOrder::Deed deed, signing::CardPin pin);
    void carryOut();
    void takeOutcome(const base::Expected<signing::PinsView>& outcome);
    void updateButtons();
    bool isOnForm() const;
    void fitHeight();

    signing::CardDesk& m_cards;
    signing::PinDesk m_desk;
    std::optional<signing::DeskReader> m_reader;
    std::optional<signing::PinsView> m_pins;
    std::optional<base::Error> m_lookTrouble;
    std::optional<base::Error> m_trouble;  ///< of the last deed
    Success m_success = Success::None;
    signing::PinOrder::Deed m_deed = signing::PinOrder::Deed::Change;
    signing::CardPin m_pin = signing::CardPin::Pin1;
    bool m_looking = false;
    bool m_busy = false;
    QLabel* m_holder;
    QLabel* m_card;
    QLabel* m_done;
    ErrorView* m_error;
    QStackedWidget* m_pages;
    PinsOverview* m_overview;
    PinForm* m_form;
    QPushButton* m_go;
    QPushButton* m_back;
    QPushButton* m_close;
};

}  // namespace signet::ui
