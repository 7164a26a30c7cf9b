#pragma once

#include <QObject>

#include "signing/SessionList.h"

namespace signet::ui {

class Actions;
class DetailsPane;
class DocumentSaver;
class RowForms;
class SessionPane;
class SessionTable;
class SessionTableModel;
class SignatureCheck;

/** What can be done with the rows that are selected: the actions know when they can, and do it. */
class RowActions : public QObject {
    Q_OBJECT
public:
    RowActions(Actions& actions, SessionPane& pane, SessionTableModel& model, signing::SessionList& sessions,
               DocumentSaver& saver, QObject* parent);

    void connectDetails(DetailsPane& details);
    void connectCheck(SignatureCheck& check, DetailsPane& details);
    /** Only what fits the selection can be chosen. */
    void update();

private:
    void copyIdentifiers() const;
    void removeSelected();
    void removeSigned();
    QString selectedDocument() const;
    void openDocument(const QString& path) const;
    void openFolderOf(const QString& path) const;

    Actions& m_actions;
    SessionTable& m_table;
    SessionTableModel& m_model;
    signing::SessionList& m_sessions;
    DocumentSaver& m_saver;
    RowForms* m_forms;
};

}  // namespace signet::ui
