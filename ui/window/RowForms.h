#pragma once

#include <QObject>

#include "signing/SessionList.h"

namespace signet::ui {

class ResultFormMenu;
class SessionTable;
class SessionTableModel;

/**
 * The result's form for single sessions: what the menu chooses goes to those of the selected rows that can be
 * part of the next run and are held by none. Archiving has no forms.
 */
class RowForms : public QObject {
    Q_OBJECT
public:
    RowForms(ResultFormMenu& menu, const SessionTable& table, const SessionTableModel& model,
             signing::SessionList& sessions, QObject* parent);

    /** The menu shows what the selection has, and is there only where it can do something. */
    void update();

private:
    QList<signing::SessionKey> changeable() const;
    void choose(const std::optional<signing::ResultForm>& form);

    ResultFormMenu& m_menu;
    const SessionTable& m_table;
    const SessionTableModel& m_model;
    signing::SessionList& m_sessions;
};

}  // namespace signet::ui
