#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace signet::ui {

class ProfileConnection;
class ProfileForm;

/** The profiles: choose one, change it, add one, remove one. Not modal. */
class ProfileDialog : public QDialog {
    Q_OBJECT
public:
    ProfileDialog(ProfileConnection& connection, ProfileForm* form, QWidget* parent = nullptr);

    /** Shows the profile in use, or a new one. */
    void begin();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    void retranslate();
    void fillList();
    void showChosen(int index);
    void save();
    void removeChosen();

    ProfileConnection& m_connection;
    ProfileForm* m_form;
    QLabel* m_label;
    QComboBox* m_profiles;
    QPushButton* m_remove;
    QPushButton* m_save;
    QPushButton* m_close;
};

}  // namespace signet::ui
