#include "ui/sessions/SessionText.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "base/PrintableText.h"
#include "ui/common/Formatting.h"
#include "ui/common/Icons.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::Operation;
using signing::SessionState;

// What was typed or pasted may be of any length, and so may the names of many documents together.
constexpr int LongestTitle = 300;

struct SessionText {
    Q_DECLARE_TR_FUNCTIONS(SessionText)
};

QString doneText(Operation operation) {
    switch (operation) {
        case Operation::Sign:
            return SessionText::tr("Signed");
        case Operation::Seal:
            return SessionText::tr("Sealed");
        case Operation::Archive:
            return SessionText::tr("Archived");
    }
    return {};
}

bool isObstructed(const signing::Session& session, const Intent& intent) {
    return session.state == SessionState::Picked && obstacleFor(session, intent);
}

QString finalizedText(const signing::Session& session) {
    if (session.checkError)
        return session.checkError->message();
    if (session.saveError)
        return SessionText::tr("Done, but not saved here: %1").arg(session.saveError->message());
    if (!session.savedAs.isEmpty())
        return SessionText::tr("Saved as %1").arg(base::printable(QFileInfo(session.savedAs).fileName()));
    QStringList names;
    for (const auto& document : session.results)
        names += base::printable(document.name);
    return names.isEmpty() ? SessionText::tr("The document is at the service.") : names.join(u", "_s);
}

}  // namespace

QString stateText(const signing::Session& session) {
    switch (session.state) {
        case SessionState::Picked:
            return SessionText::tr("Ready");
        case SessionState::Preparing:
            return SessionText::tr("Preparing…");
        case SessionState::Prepared:
            return SessionText::tr("Prepared");
        case SessionState::Signing:
            return SessionText::tr("Signing…");
        case SessionState::Signed:
            return SessionText::tr("Signed by the card");
        case SessionState::Finalizing:
            return SessionText::tr("Completing…");
        case SessionState::Finalized:
            return doneText(session.operation);
        case SessionState::Failed:
            return SessionText::tr("Failed");
        case SessionState::Unconfirmed:
            return SessionText::tr("Unconfirmed");
        case SessionState::Cancelled:
            return SessionText::tr("Cancelled");
    }
    return {};
}

QIcon stateIcon(SessionState state) {
    switch (state) {
        case SessionState::Picked:
            return icon("state-picked"_L1);
        case SessionState::Finalized:
            return icon("state-finalized"_L1);
        case SessionState::Failed:
            return icon("state-failed"_L1);
        case SessionState::Unconfirmed:
            return icon("state-unconfirmed"_L1);
        case SessionState::Cancelled:
            return icon("state-cancelled"_L1);
        default:
            return icon("state-working"_L1);
    }
}

QString stateText(const signing::Session& session, const Intent& intent) {
    return isObstructed(session, intent) ? SessionText::tr("Not possible") : stateText(session);
}

QIcon stateIcon(const signing::Session& session, const Intent& intent) {
    return stateIcon(isObstructed(session, intent) ? SessionState::Unconfirmed : session.state);
}

QString titleText(const signing::Session& session) {
    return base::printable(shortened(session.title(), LongestTitle));
}

QString resultText(const signing::Session& session) {
    if (session.error)
        return session.error->message();
    return session.state == SessionState::Finalized ? finalizedText(session) : QString();
}

}  // namespace signet::ui
