#pragma once

#include <QWidget>

#include "signing/Profile.h"

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace signet::ui {

/** The fields of a profile that most people never change. */
class ProfileOptions : public QWidget {
    Q_OBJECT
public:
    explicit ProfileOptions(QWidget* parent = nullptr);

    void setProfile(const signing::Profile& profile);
    /** Puts what the fields say into `profile`. */
    void applyTo(signing::Profile& profile) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QFormLayout* m_form;
    QSpinBox* m_chunk;
    QSpinBox* m_timeout;
    QSpinBox* m_confirm;
    QLineEdit* m_authCertificate;
    QCheckBox* m_askEach;
    QCheckBox* m_encode;
    QCheckBox* m_rawEcdsa;
    QCheckBox* m_asPem;
    QCheckBox* m_oaep;
};

}  // namespace signet::ui
