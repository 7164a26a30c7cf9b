#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace signet::ui {

class ErrorView;
class SealConnection;
class TextBlock;

/** The service's key, which protects the e-seal's password on its way: seen and accepted by a person before
 * it is used for the first time, and again when it is another one. */
class CentralKeyBox : public QWidget {
    Q_OBJECT
public:
    explicit CentralKeyBox(SealConnection& seal, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();

    SealConnection& m_seal;
    QLabel* m_words;
    TextBlock* m_fingerprint;
    ErrorView* m_error;
    QPushButton* m_accept;
    QPushButton* m_retry;
};

}  // namespace signet::ui
