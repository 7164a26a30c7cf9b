#include "ui/window/ResultFormMenu.h"

#include <QActionGroup>

namespace signet::ui {

using signing::ResultForm;

ResultFormMenu::ResultFormMenu(QWidget* parent) : QMenu(parent), m_group(new QActionGroup(this)) {
    setObjectName(QStringLiteral("resultFormMenu"));
    m_group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    add("actionFormAsForAll", Qt::CTRL | Qt::SHIFT | Qt::Key_1, std::nullopt);
    addSeparator();
    add("actionFormContainer", Qt::CTRL | Qt::SHIFT | Qt::Key_2, ResultForm::Container);
    add("actionFormNewContainer", Qt::CTRL | Qt::SHIFT | Qt::Key_3, ResultForm::NewContainer);
    add("actionFormPdf", Qt::CTRL | Qt::SHIFT | Qt::Key_4, ResultForm::Pdf);
    retranslate();
    showChoice(0, std::nullopt);
}

void ResultFormMenu::add(const char* name, const QKeySequence& keys, const std::optional<ResultForm>& form) {
    auto* action = new QAction(m_group);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    action->setCheckable(true);
    addAction(action);
    m_forms += form;
    connect(action, &QAction::triggered, this, [this, form] { Q_EMIT chosen(form); });
}

void ResultFormMenu::showChoice(int sessions, const std::optional<std::optional<ResultForm>>& common) {
    m_sessions = sessions;
    menuAction()->setEnabled(sessions > 0);
    const QList<QAction*> actions = m_group->actions();
    for (int i = 0; i < actions.size(); ++i) {
        actions[i]->setEnabled(sessions > 0);
        actions[i]->setChecked(common && m_forms[i] == *common);
    }
    retranslate();
}

void ResultFormMenu::retranslate() {
    setTitle(m_sessions > 1 ? tr("Res&ult for these sessions") : tr("Res&ult for this session"));
    const QStringList names{tr("&As chosen below"), tr("&Container: add, or make one"),
                            tr("Always a &new container"), tr("Inside the &PDF")};
    const QList<QAction*> actions = m_group->actions();
    for (int i = 0; i < actions.size(); ++i)
        actions[i]->setText(names.value(i));
}

}  // namespace signet::ui
