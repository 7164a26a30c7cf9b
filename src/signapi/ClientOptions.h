#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>
#include <chrono>
#include <optional>

namespace signet::signapi {

/** How long a call may take (signapi.md 10.2). */
struct TimeLimits {
    std::chrono::milliseconds token{10'000};
    /** start, close, list, configuration: the first attempt, and each further one. */
    std::chrono::milliseconds quickFirst{10'000};
    std::chrono::milliseconds quickAgain{30'000};
    /** Download: until its first byte. */
    std::chrono::milliseconds firstByte{10'000};
    /** Upload and download: without progress, and in all. */
    std::chrono::milliseconds idle{30'000};
    std::chrono::milliseconds transfer{3'600'000};
    /** CalculateDigest, finalizeSigning and validate: for up to `sessionsIncluded` sessions, and more for
     * each one above. */
    std::chrono::milliseconds longCall{60'000};
    std::chrono::milliseconds perSession{1'000};
    int sessionsIncluded = 20;
    /** What a person asked for instead of the two above ("--timeout"). */
    std::optional<std::chrono::milliseconds> longCallExactly;

    std::chrono::milliseconds forLongCall(qsizetype sessions) const;
};

/** How a call that is safe to repeat is repeated (signapi.md 10.2). Pauses double, with some randomness. */
struct RepeatLimits {
    int repeats = 2;
    std::chrono::milliseconds firstPause{200};
    std::chrono::milliseconds longestPause{2'000};
    /** The longest Retry-After that is waited for; a longer one ends the call. */
    std::chrono::seconds longestRetryAfter{60};
};

/** How much of an answer is read (signapi.md 1.4). */
struct SizeLimits {
    qint64 json = 8LL * 1024 * 1024;
    qint64 download = 1024LL * 1024 * 1024;
};

/** Where SignAPI is, and how it is spoken to. A plain value. */
struct ClientOptions {
    QUrl api;              ///< https, or http to this computer; may have a path in front of SignAPI's own
    QByteArray extraCas;   ///< PEM: certificates trusted beside the system's; empty: none
    QString extraCasName;  ///< where they came from, for messages
    TimeLimits limits;
    RepeatLimits repeats;
    SizeLimits sizes;
};

}  // namespace signet::signapi
