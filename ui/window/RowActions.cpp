#include "ui/window/RowActions.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

#include "ui/sessions/DetailsPane.h"
#include "ui/sessions/DocumentSaver.h"
#include "ui/sessions/SessionPane.h"
#include "ui/sessions/SessionTable.h"
#include "ui/sessions/SessionTableModel.h"
#include "ui/validation/SignatureCheck.h"
#include "ui/window/Actions.h"
#include "ui/window/RowForms.h"

namespace signet::ui {

RowActions::RowActions(Actions& actions, SessionPane& pane, SessionTableModel& model,
                       signing::SessionList& sessions, DocumentSaver& saver, QObject* parent)
    : QObject(parent),
      m_actions(actions),
      m_table(pane.table()),
      m_model(model),
      m_sessions(sessions),
      m_saver(saver),
      m_forms(new RowForms(actions.resultForm(), m_table, model, sessions, this)) {
    m_table.addActions(actions.forRows());
    connect(actions.copy, &QAction::triggered, &m_table, &SessionTable::copySelected);
    connect(actions.copyIdentifiers, &QAction::triggered, this, &RowActions::copyIdentifiers);
    connect(actions.find, &QAction::triggered, &pane, &SessionPane::focusFilter);
    connect(actions.toggleMarks, &QAction::triggered, &m_table, &SessionTable::toggleSelected);
    connect(actions.markAll, &QAction::triggered, &m_table, [this] { m_table.markAll(true); });
    connect(actions.markNone, &QAction::triggered, &m_table, [this] { m_table.markAll(false); });
    connect(actions.remove, &QAction::triggered, this, &RowActions::removeSelected);
    connect(&m_table, &SessionTable::removalWanted, this, &RowActions::removeSelected);
    connect(actions.removeSigned, &QAction::triggered, this, &RowActions::removeSigned);
    connect(actions.saveAs, &QAction::triggered, this, [this] { m_saver.ask(m_table.selected()); });
    connect(actions.openDocument, &QAction::triggered, this, [this] { openDocument(selectedDocument()); });
    connect(actions.openFolder, &QAction::triggered, this, [this] { openFolderOf(selectedDocument()); });
    connect(&m_table, &SessionTable::rowsSelected, this, &RowActions::update);
    connect(&model, &SessionTableModel::marksChanged, this, &RowActions::update);
    update();
}

void RowActions::connectDetails(DetailsPane& details) {
    connect(&m_table, &SessionTable::rowsSelected, &details,
            [this, &details] { details.showSessions(m_table.selected()); });
    connect(&details, &DetailsPane::saveWanted, this,
            [this](signing::SessionKey key) { m_saver.ask({key}); });
    connect(&details, &DetailsPane::openWanted, this, &RowActions::openDocument);
    connect(&details, &DetailsPane::openFolderWanted, this, &RowActions::openFolderOf);
}

void RowActions::connectCheck(SignatureCheck& check, DetailsPane& details) {
    connect(m_actions.checkSignatures, &QAction::triggered, &check, [this, &check] {
        if (const auto key = m_table.current())
            check.check(*key);
    });
    connect(&details, &DetailsPane::checkWanted, &check, &SignatureCheck::check);
}

void RowActions::update() {
    const QList<signing::SessionKey> keys = m_table.selected();
    const bool any = !keys.isEmpty();
    const bool rows = m_sessions.size() > 0;
    const bool document = !selectedDocument().isEmpty();
    const bool savable = std::any_of(keys.begin(), keys.end(), [this](signing::SessionKey key) {
        return DocumentSaver::canSave(m_sessions.session(key));
    });
    for (QAction* action :
         {m_actions.copy, m_actions.copyIdentifiers, m_actions.toggleMarks, m_actions.remove})
        action->setEnabled(any);
    for (QAction* action : {m_actions.find, m_actions.markAll, m_actions.markNone, m_actions.removeSigned})
        action->setEnabled(rows);
    const auto current = m_table.current();
    m_actions.checkSignatures->setEnabled(current && SignatureCheck::canCheck(m_sessions.session(*current)));
    m_actions.saveAs->setEnabled(savable);
    m_actions.openDocument->setEnabled(document);
    m_actions.openFolder->setEnabled(document);
    m_forms->update();
}

void RowActions::copyIdentifiers() const {
    QStringList identifiers;
    for (const signing::SessionKey key : m_table.selected()) {
        const signing::Session& session = m_sessions.session(key);
        if (session.id)
            identifiers += session.id->toString();
    }
    if (!identifiers.isEmpty())
        QGuiApplication::clipboard()->setText(identifiers.join(u'\n'));
}

void RowActions::removeSelected() {
    m_sessions.remove(m_table.selected());
}

void RowActions::removeSigned() {
    QList<signing::SessionKey> keys;
    for (int row = 0; row < m_sessions.size(); ++row) {
        if (m_sessions.at(row).state == signing::SessionState::Finalized)
            keys += m_sessions.at(row).key;
    }
    m_sessions.remove(keys);
}

QString RowActions::selectedDocument() const {
    const auto key = m_table.current();
    return key ? m_sessions.session(*key).savedAs : QString();
}

void RowActions::openDocument(const QString& path) const {
    if (!path.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

void RowActions::openFolderOf(const QString& path) const {
    if (!path.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

}  // namespace signet::ui
