#pragma once

#include <QWidget>

#include "signing/Operation.h"

class QStackedWidget;
class QTabBar;

namespace signet::ui {

class UiSettings;

/** Which of the three operations it will be, and with what: the card, the seal, or a certificate for time
 * stamps. */
class OperationPane : public QWidget {
    Q_OBJECT
public:
    /** The panels lie behind the tabs, in the order of signing::allOperations(). */
    OperationPane(UiSettings& settings, const QList<QWidget*>& panels, QWidget* parent = nullptr);

    signing::Operation operation() const;
    void setOperation(signing::Operation operation);
    /** While a batch is running, it stays what it is. */
    void setLocked(bool locked);

Q_SIGNALS:
    void operationChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showChosen(int index);

    UiSettings& m_settings;
    QTabBar* m_tabs;
    QStackedWidget* m_panels;
};

}  // namespace signet::ui
