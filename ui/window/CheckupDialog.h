#pragma once

#include <QDialog>

#include "signing/Finding.h"

class QLabel;
class QPushButton;
class QTreeWidget;

namespace signet::signing {
class CardDesk;
class ServiceDesk;
}  // namespace signet::signing

namespace signet::ui {

/** Looks at everything that signing needs, and says what is wrong and what to do. Looks again when cards
 * come and go. */
class CheckupDialog : public QDialog {
    Q_OBJECT
public:
    CheckupDialog(signing::CardDesk& cards, signing::ServiceDesk& service, QWidget* parent = nullptr);

    /** Asks the service again, too. */
    void look();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void refresh();
    void copy() const;

    signing::CardDesk& m_cards;
    signing::ServiceDesk& m_service;
    QList<signing::Finding> m_ofService;
    bool m_isAsking = false;
    QTreeWidget* m_list;
    QLabel* m_words;
    QPushButton* m_again;
    QPushButton* m_copy;
    QPushButton* m_close;
};

}  // namespace signet::ui
