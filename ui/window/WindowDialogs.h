#pragma once

#include <QObject>
#include <QPointer>

#include "ui/window/Workplace.h"

class QMenu;
class QWidget;

namespace signet::ui {

class AboutDialog;
class AddIdentifiersDialog;
class CheckupDialog;
class HistoryDialog;
class PinsDialog;
class ProfileConnection;
class ProfileDialog;
class ProfileForm;
class SettingsDialog;
class UnfinishedDialog;
class UnfinishedWork;

/** The windows beside the window. None but showPins() is modal; each is made when it is first wanted, and
 * shown once. */
class WindowDialogs : public QObject {
    Q_OBJECT
public:
    WindowDialogs(Workplace& work, ProfileConnection& connection, QWidget* window);

    void chooseFiles();
    void chooseFolder();
    void enterIdentifiers();
    void showProfiles();
    void showSettings();
    void showAbout();
    void showCheckup();
    void showHistory();
    void showPins();
    void showUnfinished(UnfinishedWork& unfinished);
    /** Puts the sessions of earlier use into a menu that is about to open. */
    void fillRecent(QMenu& menu);
    /** A form that knows the secrets that are kept. */
    ProfileForm* makeProfileForm();

Q_SIGNALS:
    void filesChosen(const QStringList& paths);
    void identifiersChosen(const QStringList& identifiers);

private:
    void chooseWith(bool folder);

    Workplace& m_work;
    ProfileConnection& m_connection;
    QWidget* m_window;
    QPointer<AddIdentifiersDialog> m_identifiers;
    QPointer<ProfileDialog> m_profiles;
    QPointer<SettingsDialog> m_settings;
    QPointer<AboutDialog> m_about;
    QPointer<CheckupDialog> m_checkup;
    QPointer<HistoryDialog> m_history;
    QPointer<PinsDialog> m_pins;
    QPointer<UnfinishedDialog> m_unfinished;
};

}  // namespace signet::ui
