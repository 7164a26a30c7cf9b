#pragma once

#include <QObject>
#include <QPointer>
#include <optional>

#include "signing/ServiceDesk.h"
#include "signing/SessionList.h"

class QWidget;

namespace signet::ui {

class ReportDialog;

/** "Check the signatures" of a session: has the service look at its document, and shows what it says. */
class SignatureCheck : public QObject {
    Q_OBJECT
public:
    /** The report opens over `window`. */
    SignatureCheck(signing::SessionList& sessions, signing::ServiceDesk& service, QWidget* window);

    /** The document that can be checked: the newest container or PDF of the session, if there is one. */
    static std::optional<signing::Document> documentOf(const signing::Session& session);
    void check(signing::SessionKey key);

private:
    ReportDialog& dialog();

    signing::SessionList& m_sessions;
    signing::ServiceDesk& m_service;
    QWidget* m_window;
    QPointer<ReportDialog> m_dialog;
    int m_round = 0;  // answers about an earlier document are too late
};

}  // namespace signet::ui
