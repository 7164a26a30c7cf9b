#pragma once

#include <QMenu>
#include <optional>

#include "signing/ResultForm.h"

class QActionGroup;

namespace signet::ui {

/** What is to be made of the selected sessions alone: as it is chosen for all, or one of the forms. */
class ResultFormMenu : public QMenu {
    Q_OBJECT
public:
    explicit ResultFormMenu(QWidget* parent);

    /** For so many sessions, none for none of them; `common` is what all of them have, if they do. */
    void showChoice(int sessions, const std::optional<std::optional<signing::ResultForm>>& common);
    void retranslate();

Q_SIGNALS:
    /** Nothing: as for all. */
    void chosen(const std::optional<signet::signing::ResultForm>& form);

private:
    void add(const char* name, const QKeySequence& keys, const std::optional<signing::ResultForm>& form);

    QActionGroup* m_group;
    QList<std::optional<signing::ResultForm>> m_forms;  // as the actions stand
    int m_sessions = 0;
};

}  // namespace signet::ui
