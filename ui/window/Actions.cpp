#include "ui/window/Actions.h"

#include <QAction>
#include <QActionGroup>
#include <QMenuBar>

#include "ui/common/Icons.h"
#include "ui/window/ResultFormMenu.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

Actions::Actions(QMenuBar& bar)
    : QObject(&bar),
      addFiles(make("actionAddFiles", QKeySequence::Open)),
      addFolder(make("actionAddFolder", Qt::CTRL | Qt::SHIFT | Qt::Key_O)),
      addIdentifiers(make("actionAddIdentifiers", Qt::CTRL | Qt::Key_I)),
      addSamples(make("actionAddSamples", Qt::CTRL | Qt::SHIFT | Qt::Key_D)),
      quit(make("actionQuit", Qt::CTRL | Qt::Key_Q)),
      copy(make("actionCopy", QKeySequence::Copy)),
      copyIdentifiers(make("actionCopyIdentifiers", Qt::CTRL | Qt::SHIFT | Qt::Key_C)),
      find(make("actionFind", QKeySequence::Find)),
      toggleMarks(make("actionToggleMarks", Qt::CTRL | Qt::Key_M)),
      markAll(make("actionMarkAll", Qt::CTRL | Qt::SHIFT | Qt::Key_A)),
      markNone(make("actionMarkNone", Qt::CTRL | Qt::SHIFT | Qt::Key_N)),
      remove(make("actionRemove", Qt::CTRL | Qt::Key_Delete)),
      removeSigned(make("actionRemoveSigned", Qt::CTRL | Qt::SHIFT | Qt::Key_Delete)),
      sign(make("actionSign", Qt::CTRL | Qt::Key_Return)),
      chooseSign(make("actionChooseSign", Qt::CTRL | Qt::Key_1)),
      chooseSeal(make("actionChooseSeal", Qt::CTRL | Qt::Key_2)),
      chooseArchive(make("actionChooseArchive", Qt::CTRL | Qt::Key_3)),
      checkSignatures(make("actionCheckSignatures", Qt::CTRL | Qt::Key_T)),
      stop(make("actionStop", Qt::CTRL | Qt::Key_Period)),
      saveAs(make("actionSaveAs", QKeySequence::Save)),
      openDocument(make("actionOpenDocument", Qt::CTRL | Qt::Key_E)),
      openFolder(make("actionOpenFolder", Qt::CTRL | Qt::SHIFT | Qt::Key_E)),
      unfinished(make("actionUnfinished", Qt::CTRL | Qt::SHIFT | Qt::Key_H)),
      history(make("actionHistory", Qt::CTRL | Qt::Key_H)),
      pins(make("actionPins", Qt::CTRL | Qt::SHIFT | Qt::Key_P)),
      profiles(make("actionProfiles", Qt::CTRL | Qt::Key_P)),
      settings(make("actionSettings", Qt::CTRL | Qt::Key_Comma)),
      toggleCard(make("actionToggleCard", Qt::CTRL | Qt::SHIFT | Qt::Key_K)),
      checkup(make("actionCheckup", Qt::SHIFT | Qt::Key_F2)),
      about(make("actionAbout", Qt::SHIFT | Qt::Key_F1)),
      m_file(bar.addMenu(QString())),
      m_recent(new QMenu(m_file)),
      m_edit(bar.addMenu(QString())),
      m_resultForm(new ResultFormMenu(m_edit)),
      m_sign(bar.addMenu(QString())),
      m_tools(bar.addMenu(QString())),
      m_help(bar.addMenu(QString())) {
    addFiles->setIcon(icon("add-files"_L1));
    addIdentifiers->setIcon(icon("add-sessions"_L1));
    addSamples->setIcon(icon("samples"_L1));
    sign->setIcon(icon("sign"_L1));
    checkSignatures->setIcon(icon("check"_L1));
    settings->setIcon(icon("settings"_L1));
    quit->setMenuRole(QAction::QuitRole);
    settings->setMenuRole(QAction::PreferencesRole);
    about->setMenuRole(QAction::AboutRole);
    m_file->addActions({addFiles, addFolder, addIdentifiers});
    m_file->addMenu(m_recent);
    m_file->addAction(addSamples);
    m_file->addSeparator();
    m_file->addActions({saveAs, openDocument, openFolder});
    m_file->addSeparator();
    m_file->addAction(quit);
    m_edit->addActions({copy, copyIdentifiers, find});
    m_edit->addSeparator();
    m_edit->addActions({toggleMarks, markAll, markNone});
    m_edit->addSeparator();
    m_edit->addMenu(m_resultForm);
    m_edit->addSeparator();
    m_edit->addActions({remove, removeSigned});
    m_sign->addActions({sign, stop});
    m_sign->addSeparator();
    auto* choices = new QActionGroup(this);
    for (QAction* choice : {chooseSign, chooseSeal, chooseArchive}) {
        choice->setCheckable(true);
        choices->addAction(choice);
        m_sign->addAction(choice);
    }
    m_sign->addSeparator();
    m_sign->addAction(checkSignatures);
    m_tools->addActions({unfinished, history, pins, profiles, settings});
    m_tools->addSeparator();
    m_tools->addAction(toggleCard);
    m_help->addAction(checkup);
    m_help->addAction(about);
    retranslate();
}

QAction* Actions::make(const char* name, const QKeySequence& keys) {
    auto* action = new QAction(this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    return action;
}

void Actions::setOperation(signing::Operation operation) {
    using signing::Operation;
    m_operation = operation;
    QAction* chosen = operation == Operation::Sign   ? chooseSign
                      : operation == Operation::Seal ? chooseSeal
                                                     : chooseArchive;
    chosen->setChecked(true);
    sign->setText(operation == Operation::Sign   ? tr("&Sign")
                  : operation == Operation::Seal ? tr("&Seal")
                                                 : tr("&Archive"));
}

QList<QAction*> Actions::forRows() const {
    auto* first = new QAction(m_edit);
    first->setSeparator(true);
    auto* second = new QAction(m_edit);
    second->setSeparator(true);
    return {toggleMarks, m_resultForm->menuAction(),
            first,       checkSignatures,
            saveAs,      openDocument,
            openFolder,  second,
            copy,        copyIdentifiers,
            remove};
}

void Actions::retranslate() {
    m_file->setTitle(tr("&File"));
    m_recent->setTitle(tr("Add from &earlier"));
    m_edit->setTitle(tr("&Edit"));
    m_sign->setTitle(tr("&Work"));
    m_tools->setTitle(tr("&Tools"));
    m_help->setTitle(tr("&Help"));
    addFiles->setText(tr("Add &files…"));
    addFolder->setText(tr("Add all files of a f&older…"));
    addIdentifiers->setText(tr("Add &sessions…"));
    addSamples->setText(tr("Add the sa&mple sessions"));
    quit->setText(tr("&Quit"));
    copy->setText(tr("&Copy"));
    copyIdentifiers->setText(tr("Copy &identifiers"));
    find->setText(tr("&Find"));
    toggleMarks->setText(tr("&Mark or unmark"));
    m_resultForm->retranslate();
    markAll->setText(tr("Mark &all"));
    markNone->setText(tr("Mark &none"));
    remove->setText(tr("&Remove from the list"));
    removeSigned->setText(tr("Remove all that are &done"));
    setOperation(m_operation);
    chooseSign->setText(tr("S&ign with an eID card"));
    chooseSeal->setText(tr("Seal &with the e-seal"));
    chooseArchive->setText(tr("Add archive ti&me stamps"));
    checkSignatures->setText(tr("Check the si&gnatures"));
    stop->setText(tr("&Cancel"));
    saveAs->setText(tr("Save the document &as…"));
    openDocument->setText(tr("O&pen the document"));
    openFolder->setText(tr("Open its fol&der"));
    unfinished->setText(tr("&Unfinished…"));
    history->setText(tr("&History…"));
    pins->setText(tr("PI&Ns of the card…"));
    profiles->setText(tr("&Profiles…"));
    settings->setText(tr("&Settings…"));
    toggleCard->setText(tr("Insert or remove the demo &card"));
    checkup->setText(tr("&Check the set-up…"));
    about->setText(tr("&About Signet"));
}

}  // namespace signet::ui
