#include "ui/window/RowForms.h"

#include <algorithm>

#include "ui/sessions/SessionTable.h"
#include "ui/sessions/SessionTableModel.h"
#include "ui/window/ResultFormMenu.h"

namespace signet::ui {

using signing::ResultForm;
using signing::SessionKey;

RowForms::RowForms(ResultFormMenu& menu, const SessionTable& table, const SessionTableModel& model,
                   signing::SessionList& sessions, QObject* parent)
    : QObject(parent), m_menu(menu), m_table(table), m_model(model), m_sessions(sessions) {
    connect(&menu, &ResultFormMenu::chosen, this, &RowForms::choose);
}

QList<SessionKey> RowForms::changeable() const {
    const signing::Operation operation = m_model.intent().operation;
    if (operation == signing::Operation::Archive)
        return {};
    QList<SessionKey> keys = m_table.selected();
    keys.removeIf([&](SessionKey key) {
        return m_sessions.isHeld(key) || !canBePicked(m_sessions.session(key), operation);
    });
    return keys;
}

void RowForms::update() {
    const QList<SessionKey> keys = changeable();
    std::optional<std::optional<ResultForm>> common;
    if (!keys.isEmpty()) {
        const auto first = m_sessions.session(keys.first()).form;
        if (std::all_of(keys.begin(), keys.end(),
                        [&](SessionKey key) { return m_sessions.session(key).form == first; }))
            common = first;
    }
    m_menu.showChoice(static_cast<int>(keys.size()), common);
}

void RowForms::choose(const std::optional<ResultForm>& form) {
    for (const SessionKey key : changeable())
        m_sessions.update(key, [&form](signing::Session& session) { session.form = form; });
    update();
}

}  // namespace signet::ui
