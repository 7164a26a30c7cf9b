#include "ui/common/WarningList.h"

#include <QVBoxLayout>

#include "ui/common/ErrorView.h"
#include "ui/common/Formatting.h"

namespace signet::ui {

WarningList::WarningList(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    hide();
}

void WarningList::setWarnings(const QList<base::Error>& warnings) {
    m_warnings = warnings;
    while (m_views.size() < warnings.size()) {
        auto* view = new ErrorView(this);
        view->setBrief(true);
        view->setMild(true);
        layout()->addWidget(view);
        m_views.append(view);
    }
    for (qsizetype i = 0; i < m_views.size(); ++i)
        m_views[i]->setError(i < warnings.size() ? std::optional(warnings[i]) : std::nullopt);
    setVisible(!warnings.isEmpty());
}

QString WarningList::text() const {
    QStringList lines;
    for (const base::Error& warning : m_warnings)
        lines += errorParagraph(warning);
    return lines.join(u'\n');
}

}  // namespace signet::ui
