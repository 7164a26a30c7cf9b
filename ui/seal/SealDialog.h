#pragma once

#include <QDialog>

#include "ui/seal/SealConnection.h"

class QFormLayout;
class QLabel;
class QPushButton;

namespace signet::ui {

class FileField;

/** Which e-seal: its PFX file, the authentication certificate that belongs to it, and the service's key if it
 * does not come from the service. Not modal. */
class SealDialog : public QDialog {
    Q_OBJECT
public:
    explicit SealDialog(QWidget* parent = nullptr);

    void setFiles(const SealFiles& files);

Q_SIGNALS:
    void chosen(const signet::ui::SealFiles& files);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void judge();

    QLabel* m_explanation;
    QFormLayout* m_form;
    FileField* m_pfx;
    FileField* m_authCertificate;
    FileField* m_centralKey;
    QPushButton* m_use;
    QPushButton* m_cancel;
};

}  // namespace signet::ui
