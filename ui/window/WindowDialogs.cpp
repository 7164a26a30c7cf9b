#include "ui/window/WindowDialogs.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

#include "ui/card/PinsDialog.h"
#include "ui/common/Formatting.h"
#include "ui/journal/HistoryDialog.h"
#include "ui/journal/UnfinishedDialog.h"
#include "ui/profile/ProfileConnection.h"
#include "ui/profile/ProfileDialog.h"
#include "ui/profile/ProfileForm.h"
#include "ui/sessions/AddIdentifiersDialog.h"
#include "ui/sessions/RecentSessions.h"
#include "ui/window/AboutDialog.h"
#include "ui/window/CheckupDialog.h"
#include "ui/window/SettingsDialog.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

constexpr int MostInMenu = 12;
constexpr int IdentifierLength = 28;

void raise(QWidget& dialog) {
    dialog.show();
    dialog.raise();
    dialog.activateWindow();
}

}  // namespace

WindowDialogs::WindowDialogs(Workplace& work, ProfileConnection& connection, QWidget* window)
    : QObject(window), m_work(work), m_connection(connection), m_window(window) {}

void WindowDialogs::chooseFiles() {
    chooseWith(false);
}

void WindowDialogs::chooseFolder() {
    chooseWith(true);
}

void WindowDialogs::chooseWith(bool folder) {
    const QString title = folder ? tr("Folder whose files are to be added") : tr("Files to add");
    auto* dialog = new QFileDialog(m_window, title, m_work.settings.lastFolder());
    dialog->setObjectName(u"filesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    dialog->setOption(QFileDialog::ShowDirsOnly, folder);
    connect(dialog, &QFileDialog::filesSelected, this, [this, folder](const QStringList& paths) {
        const QString first = paths.value(0);
        m_work.settings.setLastFolder(folder ? first : QFileInfo(first).absolutePath());
        Q_EMIT filesChosen(paths);
    });
    dialog->show();
}

void WindowDialogs::enterIdentifiers() {
    if (!m_identifiers) {
        m_identifiers = new AddIdentifiersDialog(m_window);
        connect(m_identifiers, &AddIdentifiersDialog::identifiersEntered, this,
                &WindowDialogs::identifiersChosen);
    }
    m_identifiers->offerClipboard();
    raise(*m_identifiers);
}

void WindowDialogs::showProfiles() {
    if (!m_profiles)
        m_profiles = new ProfileDialog(m_connection, makeProfileForm(), m_window);
    m_profiles->begin();
    raise(*m_profiles);
}

void WindowDialogs::showSettings() {
    if (!m_settings)
        m_settings = new SettingsDialog(m_work.settings, m_work.modules, m_window);
    raise(*m_settings);
}

void WindowDialogs::showAbout() {
    if (!m_about)
        m_about = new AboutDialog(m_window);
    raise(*m_about);
}

void WindowDialogs::showCheckup() {
    if (!m_checkup)
        m_checkup = new CheckupDialog(m_work.cards, m_work.service, m_window);
    m_checkup->look();
    raise(*m_checkup);
}

void WindowDialogs::showHistory() {
    if (!m_history)
        m_history = new HistoryDialog(m_work.journal, m_window);
    else
        m_history->refresh();
    raise(*m_history);
}

void WindowDialogs::showPins() {
    if (!m_pins)
        m_pins = new PinsDialog(m_work.cards, m_window);
    m_pins->begin();
}

void WindowDialogs::showUnfinished(UnfinishedWork& unfinished) {
    if (!m_unfinished)
        m_unfinished = new UnfinishedDialog(unfinished, m_window);
    raise(*m_unfinished);
}

void WindowDialogs::fillRecent(QMenu& menu) {
    menu.clear();
    RecentSessions recent(m_work.settings);
    const QStringList identifiers = recent.all();
    for (const QString& identifier : identifiers.mid(0, MostInMenu)) {
        QAction* action = menu.addAction(shortened(identifier, IdentifierLength));
        connect(action, &QAction::triggered, this,
                [this, identifier] { Q_EMIT identifiersChosen({identifier}); });
    }
    if (identifiers.isEmpty()) {
        menu.addAction(tr("Nothing yet"))->setEnabled(false);
        return;
    }
    menu.addSeparator();
    QAction* all = menu.addAction(tr("&All %n of them", nullptr, static_cast<int>(identifiers.size())));
    connect(all, &QAction::triggered, this, [this, identifiers] { Q_EMIT identifiersChosen(identifiers); });
    QAction* forget = menu.addAction(tr("&Forget them"));
    connect(forget, &QAction::triggered, this, [this] { RecentSessions(m_work.settings).forgetAll(); });
}

ProfileForm* WindowDialogs::makeProfileForm() {
    auto* form = new ProfileForm(m_window);
    form->setSecretReader([this](const QString& name) { return m_work.secrets.read(name); });
    return form;
}

}  // namespace signet::ui
