#pragma once

#include "ui/common/MessageBar.h"

class QPushButton;

namespace signet::ui {

class UnfinishedWork;

/** Says that something is unfinished since before, and offers to go on with it. */
class UnfinishedBar : public MessageBar {
    Q_OBJECT
public:
    explicit UnfinishedBar(UnfinishedWork& work, QWidget* parent = nullptr);

    /** While a batch runs there is nothing to offer. */
    void setLocked(bool locked);

Q_SIGNALS:
    void listWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void follow();
    void retranslate();
    QString words() const;

    UnfinishedWork& m_work;
    QPushButton* m_goOn;
    QPushButton* m_list;
};

}  // namespace signet::ui
