#pragma once

#include <QWidget>

class QButtonGroup;
class QLabel;
class QPushButton;
class QRadioButton;

namespace signet::ui {

class ProfileConnection;
class ProfileForm;

/** The first thing a person sees who has no profile yet: which service, as which client, does it answer. */
class FirstRunPage : public QWidget {
    Q_OBJECT
public:
    FirstRunPage(ProfileConnection& connection, ProfileForm* form, QWidget* parent = nullptr);

    /** There is a demo to be tried instead. */
    void setDemoOffered(bool offered);

Q_SIGNALS:
    void finished();
    void demoWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void suggest();
    void finish();

    ProfileConnection& m_connection;
    ProfileForm* m_form;
    QLabel* m_heading;
    QLabel* m_text;
    QButtonGroup* m_choice;
    QRadioButton* m_test;
    QRadioButton* m_production;
    QRadioButton* m_own;
    QPushButton* m_demo;
    QPushButton* m_start;
};

}  // namespace signet::ui
