#pragma once

#include <QWidget>
#include <array>
#include <optional>

#include "signing/PinDesk.h"

class QLabel;
class QPushButton;

namespace signet::ui {

/** PIN1, PIN2 and the PUK of one card: the tries left, and what can be done. */
class PinsOverview : public QWidget {
    Q_OBJECT
public:
    explicit PinsOverview(QWidget* parent = nullptr);

    /** Nothing: they are not known (yet). */
    void setPins(const std::optional<signing::PinsView>& pins);

Q_SIGNALS:
    void wanted(signet::signing::PinOrder::Deed deed, signet::signing::CardPin pin);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QLabel* name = nullptr;
        QLabel* purpose = nullptr;
        QLabel* picture = nullptr;
        QLabel* state = nullptr;
        QPushButton* change = nullptr;  ///< these two: null for the PUK
        QPushButton* unblock = nullptr;
    };

    Row makeRow(signing::CardPin pin, int at);
    void retranslate();
    void showState(const Row& row, const signing::PinView& pin);
    QString stateOf(const signing::PinView& pin) const;

    std::optional<signing::PinsView> m_pins;
    std::array<Row, 3> m_rows;
};

}  // namespace signet::ui
