#pragma once

#include <QList>
#include <QWidget>

#include "base/Error.h"

namespace signet::ui {

class ErrorView;

/** What is to be known and stops nobody: each with its advice, one under the other. Hidden while there is
 * nothing. */
class WarningList : public QWidget {
    Q_OBJECT
public:
    explicit WarningList(QWidget* parent = nullptr);

    void setWarnings(const QList<base::Error>& warnings);
    /** All of it, for tests and for those who cannot see it. */
    QString text() const;

private:
    QList<ErrorView*> m_views;
    QList<base::Error> m_warnings;
};

}  // namespace signet::ui
