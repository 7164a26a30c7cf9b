#pragma once

#include "ui/common/Panel.h"

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace signet::ui {

class ErrorView;
class ProfileConnection;
class SecretPrompt;

/** Through which service it will be signed: the profile, whether the service answers, and its secret if it is
 * asked for. */
class ServicePanel : public Panel {
    Q_OBJECT
public:
    explicit ServicePanel(ProfileConnection& connection, QWidget* parent = nullptr);

    /** Where demo mode has its one profile, there is nothing to choose. */
    void setFixed(bool fixed);

Q_SIGNALS:
    void profilesWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void refresh();

    ProfileConnection& m_connection;
    QComboBox* m_profiles;
    QToolButton* m_edit;
    QLabel* m_stateIcon;
    QLabel* m_state;
    ErrorView* m_error;
    QPushButton* m_retry;
    SecretPrompt* m_secret;
    bool m_secretWasNeeded = false;
};

}  // namespace signet::ui
