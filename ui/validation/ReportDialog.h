#pragma once

#include <QDialog>
#include <optional>

#include "base/Error.h"
#include "signing/Validation.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace signet::ui {

class ErrorView;

/** What the service makes of a document's signatures: asked, waited for, and shown. Not modal. */
class ReportDialog : public QDialog {
    Q_OBJECT
public:
    explicit ReportDialog(QWidget* parent = nullptr);

    /** The service is being asked about this document. */
    void await(const QString& documentName);
    void showReport(const signing::ValidationReport& report);
    void showError(const base::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showWaiting(bool waiting);
    void copyAll() const;

    QString m_name;
    std::optional<signing::ValidationReport> m_report;
    QLabel* m_waiting;
    ErrorView* m_error;
    QWidget* m_page;
    QWidget* m_view = nullptr;
    QPushButton* m_copy;
    QPushButton* m_close;
};

}  // namespace signet::ui
