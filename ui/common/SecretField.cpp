#include "ui/common/SecretField.h"

#include <QLineEdit>

namespace signet::ui {

void makeSecret(QLineEdit& field) {
    field.setEchoMode(QLineEdit::Password);
    field.setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                              Qt::ImhNoAutoUppercase);
}

base::SecretBytes takeSecretFrom(QLineEdit& field) {
    QString text = field.text();
    field.setText(QString());  // not clear(): that would keep the letters for undo
    return base::SecretBytes::takeFrom(text);
}

}  // namespace signet::ui
