#pragma once

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace signet::ui {

class UnfinishedWork;

/** The list of what is unfinished, and a person's word for what may be done twice. Not modal. */
class UnfinishedDialog : public QDialog {
    Q_OBJECT
public:
    explicit UnfinishedDialog(UnfinishedWork& work, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void follow();
    void retranslate();

    UnfinishedWork& m_work;
    QLabel* m_words;
    QTreeWidget* m_list;
    QCheckBox* m_resend;
    QLabel* m_resendWords;
    QPushButton* m_goOn;
    QPushButton* m_close;
};

}  // namespace signet::ui
