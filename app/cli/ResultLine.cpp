#include "cli/ResultLine.h"

namespace signet::cli {
namespace {

using signing::Session;
using signing::SessionState;

constexpr qsizetype LongestIdentifier = 1024;

Outcome outcomeOf(SessionState state) {
    switch (state) {
        case SessionState::Finalized:
            return Outcome::Finalized;
        case SessionState::Unconfirmed:
            return Outcome::Unconfirmed;
        case SessionState::Cancelled:
            return Outcome::Cancelled;
        default:
            return Outcome::Failed;
    }
}

}  // namespace

QString toString(Outcome outcome) {
    switch (outcome) {
        case Outcome::Finalized:
            return QStringLiteral("finalized");
        case Outcome::Unconfirmed:
            return QStringLiteral("unconfirmed");
        case Outcome::Done:
            return QStringLiteral("done");
        case Outcome::Failed:
            return QStringLiteral("failed");
        case Outcome::Cancelled:
            break;
    }
    return QStringLiteral("cancelled");
}

bool ResultLine::isSuccess() const {
    if (error || saveError || (outcome != Outcome::Finalized && outcome != Outcome::Done))
        return false;
    return !report || overallVerdict(*report) == signing::Verdict::Passed;
}

ResultLine lineOf(const Session& session) {
    ResultLine line;
    // As it was entered, up to a length that is certainly no identifier any more.
    line.identifier = session.id ? session.id->toString() : session.entered.left(LongestIdentifier);
    line.isFileOnly = !session.id && !session.file.isEmpty();
    line.title = session.id || line.isFileOnly ? session.title() : line.identifier;
    line.outcome = outcomeOf(session.state);
    line.error = session.error ? session.error : session.checkError;
    line.saveError = session.saveError;
    line.source = session.file;
    if (!session.savedAs.isEmpty())
        line.saved.append(session.savedAs);
    return line;
}

}  // namespace signet::cli
