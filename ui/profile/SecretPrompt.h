#pragma once

#include <QWidget>

#include "base/SecretBytes.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace signet::ui {

class SecretField;

/** Asks for the client secret or token of a profile, in its place in the window: nobody is interrupted. */
class SecretPrompt : public QWidget {
    Q_OBJECT
public:
    explicit SecretPrompt(QWidget* parent = nullptr);

    /** `canKeep`: there is a key chain to keep it in. */
    void ask(const QString& profileName, bool canKeep);
    base::SecretBytes takeSecret();
    bool keepWanted() const;

Q_SIGNALS:
    void entered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QString m_profileName;
    bool m_canKeep = false;
    QLabel* m_text;
    SecretField* m_secret;
    QCheckBox* m_keep;
    QPushButton* m_use;
};

}  // namespace signet::ui
