#pragma once

#include <QPointer>
#include <functional>

#include "ui/common/Panel.h"

class QFormLayout;
class QLabel;
class QPushButton;

namespace signet::ui {

class CentralKeyBox;
class ErrorView;
class WarningList;
class SealConnection;
class SealDialog;
class SealPasswordDialog;

/** With what it will be sealed: whose e-seal, until when it is good, its fingerprint, the authentication
 * certificate that belongs to it, and the service's key. */
class SealPanel : public Panel {
    Q_OBJECT
public:
    explicit SealPanel(SealConnection& seal, QWidget* parent = nullptr);

    /** Asks for the password if need be, and goes on once the e-seal is open; never if the person does not
     * want to. */
    void unlockThen(const std::function<void()>& next);

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void connectParts();
    void retranslate();
    void refresh();
    void showSeal();
    void chooseSeal();
    void askForPassword();

    SealConnection& m_seal;
    QLabel* m_picture;
    QLabel* m_owner;
    QLabel* m_code;
    QLabel* m_hint;
    QWidget* m_facts;
    QFormLayout* m_form;
    QLabel* m_validity;
    QLabel* m_fingerprint;
    QLabel* m_authCertificate;
    QPushButton* m_open;
    QPushButton* m_choose;
    ErrorView* m_problem;
    WarningList* m_warnings;
    CentralKeyBox* m_key;
    QPointer<SealDialog> m_chooser;
    QPointer<SealPasswordDialog> m_password;
    std::function<void()> m_next;
};

}  // namespace signet::ui
