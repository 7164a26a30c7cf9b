#pragma once

#include <QWidget>
#include <optional>

#include "signing/Session.h"

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace signet::ui {

class EmptyPage;
class SessionFilterProxy;
class SessionTableModel;

/** What will be signed: the sessions with their marks, a way to find some of them, and how to begin. */
class SessionPane : public QWidget {
    Q_OBJECT
public:
    explicit SessionPane(SessionTableModel& model, QWidget* parent = nullptr);

    EmptyPage& emptyPage() { return *m_empty; }
    /** The row with the focus if it is selected, and the number of selected ones. */
    std::optional<signing::SessionKey> current() const;
    QList<signing::SessionKey> selected() const;
    /** Of the rows that are shown at the moment. */
    void markAll(bool marked);
    void toggleSelected();
    void copySelected() const;
    void focusFilter();
    void selectKey(signing::SessionKey key);
    /** The menu that a right click on the rows opens. */
    void setContextActions(const QList<QAction*>& actions);

Q_SIGNALS:
    void selectionChanged();
    void filesWanted();
    void identifiersWanted();
    void removalWanted();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();
    void connectParts();
    void retranslate();
    void showRightPage();
    void countRows();

    SessionTableModel& m_model;
    SessionFilterProxy* m_proxy;
    QLabel* m_heading;
    QPushButton* m_addFiles;
    QPushButton* m_addSessions;
    QLineEdit* m_filter;
    QComboBox* m_which;
    QStackedWidget* m_pages;
    QTreeView* m_table;
    EmptyPage* m_empty;
    QLabel* m_nothingFound;
    QLabel* m_count;
    QPushButton* m_markAll;
    QPushButton* m_markNone;
};

}  // namespace signet::ui
