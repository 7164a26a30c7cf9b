#pragma once

#include <QDateTime>
#include <chrono>
#include <optional>

#include "base/Error.h"
#include "signing/Operation.h"

namespace signet::signing {

/** The service is not answering as it should: a request is made again at this moment. */
struct RetryNotice {
    QDateTime at;
    base::Error cause;
};

struct BatchProgress {
    Operation operation = Operation::Sign;
    int total = 0;
    int ended = 0;
    int signedCount = 0;                            ///< by the card; always 0 where none signs
    std::optional<double> perMinute;                ///< sessions, from the rate so far
    std::optional<std::chrono::seconds> remaining;  ///< from the rate so far; nothing before there is one
    bool stopping = false;
    std::optional<RetryNotice> retry;  ///< until then
};

struct BatchSummary {
    Operation operation = Operation::Sign;
    int picked = 0;
    int finalized = 0;
    int failed = 0;
    int unconfirmed = 0;
    int cancelled = 0;
    double seconds = 0;
    /** What ended the run before its time: a PIN, card, connection or authorisation error, or Cancelled. */
    std::optional<base::Error> endedBy;
    /** Why the journal does not hold all of the run: what is lost is the way to go on after a crash, no
     * result. */
    std::optional<base::Error> journalTrouble;
};

}  // namespace signet::signing
