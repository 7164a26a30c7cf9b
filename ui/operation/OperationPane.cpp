#include "ui/operation/OperationPane.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/common/UiSettings.h"

using namespace Qt::StringLiterals;

namespace signet::ui {

using signing::Operation;

OperationPane::OperationPane(UiSettings& settings, const QList<QWidget*>& panels, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_tabs(new QTabBar(this)), m_panels(new QStackedWidget(this)) {
    setObjectName(u"operationPane"_s);
    m_tabs->setObjectName(u"operationTabs"_s);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    for (QWidget* panel : panels) {
        m_tabs->addTab(QString());
        m_panels->addWidget(panel);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    column->addWidget(m_panels);
    m_tabs->setCurrentIndex(static_cast<int>(signing::allOperations().indexOf(settings.operation())));
    showChosen(m_tabs->currentIndex());
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_settings.setOperation(operation());
        showChosen(index);
        Q_EMIT operationChanged();
    });
    retranslate();
}

Operation OperationPane::operation() const {
    return signing::allOperations().value(m_tabs->currentIndex(), Operation::Sign);
}

void OperationPane::setOperation(Operation operation) {
    if (m_tabs->isEnabled())
        m_tabs->setCurrentIndex(static_cast<int>(signing::allOperations().indexOf(operation)));
}

void OperationPane::setLocked(bool locked) {
    m_tabs->setEnabled(!locked);
}

void OperationPane::showChosen(int index) {
    // Hidden panels must not make the column as high as the highest of them.
    for (int i = 0; i < m_panels->count(); ++i) {
        const auto vertical = i == index ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_panels->widget(i)->setSizePolicy(QSizePolicy::Preferred, vertical);
    }
    m_panels->setCurrentIndex(index);
}

void OperationPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OperationPane::retranslate() {
    const QStringList names{tr("Sign"), tr("Seal"), tr("Archive")};
    const QStringList tips{tr("A person's signature, with an eID card"), tr("The organisation's e-seal"),
                           tr("An archive time stamp over what is signed already")};
    for (int i = 0; i < m_tabs->count(); ++i) {
        m_tabs->setTabText(i, names.value(i));
        m_tabs->setTabToolTip(i, tips.value(i));
    }
    m_tabs->setAccessibleName(tr("What to do"));
}

}  // namespace signet::ui
