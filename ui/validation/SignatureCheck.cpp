#include "ui/validation/SignatureCheck.h"

#include <QWidget>
#include <algorithm>
#include <optional>

#include "ui/common/WhenDone.h"
#include "ui/validation/ReportDialog.h"

namespace signet::ui {
namespace {

using signing::Document;

bool isCheckable(const Document& document) {
    return signing::isContainer(document) || signing::isPdf(document);
}

/** What is new among the documents; where nothing is, the last of them: containers first. */
std::optional<Document> newest(const QList<Document>& before, const QList<Document>& now) {
    const QList<Document> fresh = signing::newDocuments(before, now);
    for (const QList<Document>& some : {fresh, now}) {
        for (const auto fits : {&signing::isContainer, &signing::isPdf}) {
            const auto found = std::find_if(some.rbegin(), some.rend(), fits);
            if (found != some.rend())
                return *found;
        }
    }
    return std::nullopt;
}

}  // namespace

SignatureCheck::SignatureCheck(signing::SessionList& sessions, signing::ServiceDesk& service, QWidget* window)
    : QObject(window), m_sessions(sessions), m_service(service), m_window(window) {}

bool SignatureCheck::canCheck(const signing::Session& session) {
    if (!session.id)
        return false;
    const auto known = session.documentsBefore.value_or(QList<Document>());
    return session.state == signing::SessionState::Finalized ||
           std::any_of(known.begin(), known.end(), isCheckable);
}

void SignatureCheck::check(signing::SessionKey key) {
    const signing::Session session = m_sessions.session(key);
    if (!canCheck(session))
        return;
    ReportDialog& shown = dialog();
    shown.await(session.title());
    shown.show();
    shown.raise();
    shown.activateWindow();
    // What is there now: what was listed before may since have got a signature.
    whenDone(m_service.listDocuments(*session.id), this,
             [this, session, round = ++m_round](const base::Expected<QList<Document>>& now) {
                 if (!now) {
                     showError(now.error(), round);
                     return;
                 }
                 const auto document = newest(session.documentsBefore.value_or(QList<Document>()), *now);
                 if (document)
                     validate(*session.id, *document, round);
                 else
                     showError(base::Error(base::ErrorCode::NoSignedDocument), round);
             });
}

void SignatureCheck::validate(const base::SessionId& id, const Document& document, int round) {
    if (round != m_round)
        return;
    whenDone(m_service.validate(id, document), this,
             [this, round](const base::Expected<signing::ValidationReport>& report) {
                 if (!report)
                     showError(report.error(), round);
                 else if (round == m_round && m_dialog)
                     m_dialog->showReport(*report);
             });
}

void SignatureCheck::showError(const base::Error& error, int round) {
    if (round == m_round && m_dialog)
        m_dialog->showError(error);
}

ReportDialog& SignatureCheck::dialog() {
    if (!m_dialog)
        m_dialog = new ReportDialog(m_window);
    return *m_dialog;
}

}  // namespace signet::ui
