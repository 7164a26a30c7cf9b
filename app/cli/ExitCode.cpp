#include "cli/ExitCode.h"

#include <algorithm>

namespace signet::cli {
namespace {

using base::ErrorKind;

bool isOf(const std::optional<base::Error>& error, ErrorKind kind) {
    return error && error->kind() == kind;
}

bool isLackOfService(const std::optional<base::Error>& error) {
    return isOf(error, ErrorKind::Connection) || isOf(error, ErrorKind::Authorisation);
}

bool wasPicked(const ResultLine& line) {
    return !(line.error && line.error->stage() == base::Stage::Pick);
}

/** Nothing was prepared, and service and authorisation alone are to blame. */
bool lackedService(const RunEnd& end) {
    if (end.anyPrepared)
        return false;
    const bool anyPicked = std::any_of(end.lines.begin(), end.lines.end(), wasPicked);
    const bool allLacked = std::all_of(end.lines.begin(), end.lines.end(), [](const ResultLine& line) {
        return !wasPicked(line) || isLackOfService(line.error);
    });
    return isLackOfService(end.endedBy) || (anyPicked && allLacked);
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
    const auto isSuccess = [](const ResultLine& line) { return line.isSuccess(); };
    return std::all_of(end.lines.begin(), end.lines.end(), isSuccess) ? ExitDone : ExitNotAll;
}

}  // namespace signet::cli
