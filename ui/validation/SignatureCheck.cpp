#include "ui/validation/SignatureCheck.h"

#include <QWidget>

#include "ui/common/WhenDone.h"
#include "ui/validation/ReportDialog.h"

namespace signet::ui {

SignatureCheck::SignatureCheck(signing::SessionList& sessions, signing::ServiceDesk& service, QWidget* window)
    : QObject(window), m_sessions(sessions), m_service(service), m_window(window) {}

std::optional<signing::Document> SignatureCheck::documentOf(const signing::Session& session) {
    if (!session.id)
        return std::nullopt;
    const QList<signing::Document> all =
        session.documentsBefore.value_or(QList<signing::Document>()) + session.results;
    const auto found = std::find_if(all.rbegin(), all.rend(), [](const signing::Document& document) {
        return !document.id.isEmpty() && (signing::isContainer(document) || signing::isPdf(document));
    });
    return found == all.rend() ? std::nullopt : std::optional(*found);
}

void SignatureCheck::check(signing::SessionKey key) {
    const signing::Session& session = m_sessions.session(key);
    const auto document = documentOf(session);
    if (!document)
        return;
    ReportDialog& shown = dialog();
    shown.await(document->name);
    shown.show();
    shown.raise();
    shown.activateWindow();
    whenDone(m_service.validate(*session.id, *document), this,
             [this, round = ++m_round](const base::Expected<signing::ValidationReport>& report) {
                 if (round != m_round || !m_dialog)
                     return;
                 if (report)
                     m_dialog->showReport(*report);
                 else
                     m_dialog->showError(report.error());
             });
}

ReportDialog& SignatureCheck::dialog() {
    if (!m_dialog)
        m_dialog = new ReportDialog(m_window);
    return *m_dialog;
}

}  // namespace signet::ui
