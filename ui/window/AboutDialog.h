#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace signet::ui {

class TextBlock;

/** Which version this is, under which licence, and with what it was built. Not modal. */
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* m_name;
    TextBlock* m_text;
    QPushButton* m_close;
};

}  // namespace signet::ui
