#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QIODevice>
#include <QUrl>
#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

#include "base/SecretBytes.h"
#include "signapi/SingleShotBody.h"

namespace signet::signapi {

/** One request, as the channel sends it. */
struct HttpRequest {
    QByteArray method;
    QUrl url;
    std::shared_ptr<const base::SecretBytes> authorization;  ///< value of the header; null: none
    QByteArray accept = "application/json";
    QByteArray contentType;                ///< with a body
    std::shared_ptr<SingleShotBody> body;  ///< null: none
    std::shared_ptr<QIODevice> sink;       ///< where the body of a 2xx goes; null: into the reply

    std::optional<std::chrono::milliseconds> total;      ///< for all of it
    std::optional<std::chrono::milliseconds> firstByte;  ///< until the answer begins
    std::optional<std::chrono::milliseconds> idle;       ///< without progress in either direction
    qint64 mostBytes = 8LL * 1024 * 1024;                ///< of the answer's body in memory
    qint64 mostSinkBytes = 0;                            ///< of the answer's body in the sink
    std::stop_token stop;
};

/** One complete answer, whatever its status. */
struct HttpReply {
    int status = 0;
    QByteArray contentType;
    std::optional<std::chrono::seconds> retryAfter;
    QDateTime sentAt;     ///< by the service's clock; invalid if it does not say
    QByteArray body;      ///< empty if it went into the sink
    qint64 received = 0;  ///< bytes of the body
    QString trace;        ///< method, path and correlation id, for the diagnostics
};

}  // namespace signet::signapi
