#pragma once

#include <QMainWindow>

#include "ui/window/Workplace.h"

class QStackedWidget;

namespace signet::ui {

class Actions;
class ArchivePanel;
class BatchAftermath;
class BatchRunner;
class CardPanel;
class DetailsPane;
class DocumentLister;
class DocumentSaver;
class FirstRunPage;
class MessageArea;
class OperationPane;
class ProfileConnection;
class RowActions;
class SealConnection;
class SealPanel;
class ServicePanel;
class SessionPane;
class SessionTableModel;
class SignBar;
class SignatureCheck;
class UnfinishedBar;
class UnfinishedWork;
class WindowAttendant;
class WindowDialogs;

/**
 * The one window: what will be signed, with what, what became of it. It puts the parts in their places and
 * connects them; the parts do the work. Closed during a batch, it asks for the stop and hides until the batch
 * has ended; if that left anything to be said, it shows itself again.
 */
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Workplace workplace);
    ~MainWindow() override;

    /** Files, and the files in folders. */
    void addFiles(const QStringList& paths);
    void addIdentifiers(const QStringList& identifiers);
    /** Takes up this profile, or the current one; without any, the first-run page shows. */
    void begin(const QString& profileName = {});

Q_SIGNALS:
    /** The window was closed, and nothing is going on any more. */
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void arrange();
    void connectActions();
    void connectParts();
    void connectBatch();
    void connectJournal();
    void retranslate();
    void connectionChanged();
    void updateReadiness();
    void operationChanged();
    void startBatch();
    void batchStarted();
    void setRunning(bool running);
    void comeBack();

    Workplace m_work;
    Actions* m_actions;
    ProfileConnection* m_connection;
    WindowAttendant* m_attendant;
    SealConnection* m_seal;
    CardPanel* m_cardPanel;
    SealPanel* m_sealPanel;
    ArchivePanel* m_archivePanel;
    OperationPane* m_operation;
    BatchRunner* m_runner;
    SessionTableModel* m_model;
    DocumentLister* m_lister;
    DocumentSaver* m_saver;
    WindowDialogs* m_dialogs;
    MessageArea* m_messages;
    QStackedWidget* m_pages;
    FirstRunPage* m_firstRun;
    SessionPane* m_sessionPane;
    ServicePanel* m_servicePanel;
    DetailsPane* m_details;
    SignBar* m_signBar;
    RowActions* m_rowActions;
    SignatureCheck* m_check;
    BatchAftermath* m_aftermath;
    UnfinishedWork* m_unfinished;
    UnfinishedBar* m_unfinishedBar;
};

}  // namespace signet::ui
