#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace signet::ui {

class EmptyPage;
class SessionFilterProxy;
class SessionTable;
class SessionTableModel;

/** What will be signed: the sessions with their marks, a way to find some of them, and how to begin. */
class SessionPane : public QWidget {
    Q_OBJECT
public:
    explicit SessionPane(SessionTableModel& model, QWidget* parent = nullptr);

    EmptyPage& emptyPage() { return *m_empty; }
    SessionTable& table() { return *m_table; }
    void focusFilter();

Q_SIGNALS:
    void filesWanted();
    void identifiersWanted();

protected:
    void changeEvent(QEvent* event) override;

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
    SessionTable* m_table;
    EmptyPage* m_empty;
    QLabel* m_nothingFound;
    QLabel* m_count;
    QPushButton* m_markAll;
    QPushButton* m_markNone;
};

}  // namespace signet::ui
