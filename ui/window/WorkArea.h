#pragma once

#include <QSplitter>

namespace signet::ui {

/** What will be signed, with what, what became of it: from left to right where there is room for all three,
 * otherwise the last two one above the other. */
class WorkArea : public QSplitter {
    Q_OBJECT
public:
    WorkArea(QWidget* what, const QList<QWidget*>& withWhat, QWidget* result, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QSplitter* m_right;
    bool m_firstResize = true;
};

}  // namespace signet::ui
