#include "cli/ExitCode.h"

#include <algorithm>

namespace signet::cli {
namespace {

using base::ErrorKind;
using signing::Session;
using signing::SessionState;

bool isOf(const std::optional<base::Error>& error, ErrorKind kind) {
    return error && error->kind() == kind;
}

bool isLackOfService(const std::optional<base::Error>& error) {
    return isOf(error, ErrorKind::Connection) || isOf(error, ErrorKind::Authorisation);
}

bool wasPicked(const Session& session) {
    return !(session.error && session.error->stage() == base::Stage::Pick);
}

/** Nothing was prepared, and service and authorisation alone are to blame. */
bool lackedService(const RunEnd& end) {
    if (end.anyPrepared)
        return false;
    const bool anyPicked = std::any_of(end.sessions.begin(), end.sessions.end(), wasPicked);
    const bool allLacked = std::all_of(end.sessions.begin(), end.sessions.end(), [](const Session& session) {
        return !wasPicked(session) || isLackOfService(session.error);
    });
    return isLackOfService(end.endedBy) || (anyPicked && allLacked);
}

bool isDone(const Session& session) {
    return session.state == SessionState::Finalized && !session.saveError;
}

}  // namespace

ExitCode exitCodeOf(const RunEnd& end) {
    if (end.interrupted || isOf(end.endedBy, ErrorKind::Cancelled))
        return ExitInterrupted;
    if (isOf(end.endedBy, ErrorKind::Pin))
        return ExitPin;
    if (isOf(end.endedBy, ErrorKind::Card))
        return ExitNoCard;
    if (lackedService(end))
        return ExitNoService;
    return std::all_of(end.sessions.begin(), end.sessions.end(), isDone) ? ExitDone : ExitNotAll;
}

}  // namespace signet::cli
