#pragma once

#include <QObject>
#include <QPointer>

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

    /** It is known to have, or must have by now, a container or a PDF. */
    static bool canCheck(const signing::Session& session);
    void check(signing::SessionKey key);

private:
    void validate(const base::SessionId& id, const signing::Document& document, int round);
    void showError(const base::Error& error, int round);
    ReportDialog& dialog();

    signing::SessionList& m_sessions;
    signing::ServiceDesk& m_service;
    QWidget* m_window;
    QPointer<ReportDialog> m_dialog;
    int m_round = 0;  // answers about an earlier document are too late
};

}  // namespace signet::ui
