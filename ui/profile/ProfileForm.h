#pragma once

#include <QWidget>

#include "signing/Profile.h"
#include "ui/profile/ConnectionTester.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace signet::ui {

class ErrorView;
class ProfileOptions;
class SecretField;

/** The fields of a profile, its secret, and "Test the connection" with its outcome in words. */
class ProfileForm : public QWidget {
    Q_OBJECT
public:
    explicit ProfileForm(QWidget* parent = nullptr);

    /** `canKeepSecret`: there is a key chain. */
    void setProfile(const signing::Profile& profile, bool canKeepSecret);
    signing::Profile profile() const;
    /** A copy; null if nothing was entered. */
    signing::SecretStore::Secret secret() const;
    bool keepSecretWanted() const;
    void forgetSecret();
    /** Whether it can be saved; otherwise the reason is shown. */
    bool judge();
    /** The secret that is kept for this profile, for testing it without entering it again. */
    void setSecretReader(ConnectionTester::SecretReader reader);

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void connectParts();
    void retranslate();
    void showTokenSource();
    void chooseCaFile();
    void test();
    void showOutcome(const QString& text, const std::optional<base::Error>& error);

    signing::Profile m_base;
    bool m_canKeep = false;
    ConnectionTester* m_tester;
    QFormLayout* m_form;
    QLineEdit* m_name;
    QLineEdit* m_api;
    QComboBox* m_source;
    QLineEdit* m_tokenUrl;
    QLineEdit* m_clientId;
    SecretField* m_secret;
    QCheckBox* m_keep;
    QWidget* m_caRow;
    QLineEdit* m_caFile;
    QPushButton* m_caChoose;
    QToolButton* m_unfold;
    ProfileOptions* m_more;
    QPushButton* m_test;
    QLabel* m_outcome;
    ErrorView* m_error;
};

}  // namespace signet::ui
