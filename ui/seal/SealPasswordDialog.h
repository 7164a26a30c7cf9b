#pragma once

#include <QDialog>
#include <optional>

#include "base/Error.h"
#include "base/SecretBytes.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace signet::ui {

class ErrorView;
class SecretField;

/**
 * Asks for the password of the e-seal's PFX file. Stays open while the file is opened with it, so that a
 * wrong one can be entered again in the same place: its owner says how it went.
 */
class SealPasswordDialog : public QDialog {
    Q_OBJECT
public:
    explicit SealPasswordDialog(QWidget* parent = nullptr);

    /** `canKeep`: there is a key chain to keep it in. */
    void ask(const QString& pfxFile, bool canKeep);
    /** It did not open: why, and once more. */
    void askAgain(const base::Error& why);

    base::SecretBytes takePassword();
    bool keepWanted() const;

Q_SIGNALS:
    void entered();
    void declined();

public Q_SLOTS:
    void reject() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void judge();

    QString m_file;
    bool m_canKeep = false;
    bool m_waiting = false;
    QLabel* m_picture;
    QLabel* m_promise;
    ErrorView* m_error;
    QLabel* m_label;
    SecretField* m_password;
    QCheckBox* m_keep;
    QPushButton* m_open;
    QPushButton* m_cancel;
};

}  // namespace signet::ui
