#pragma once

#include <QByteArray>
#include <memory>

#include "signapi/CallRunner.h"

namespace signet::signapi {

/** What all calls of a client share, and keep alive. */
struct ClientCore {
    ServiceAddress address;
    CallRunner runner;
    TimeLimits limits;
    SizeLimits sizes;

    /** A GET that may be repeated: a short first time-out, then longer ones. */
    CallPlan quickGet(const QString& path, const QString& query, std::stop_token stop) const;
    /** A POST of JSON that leaves once only. */
    CallPlan jsonPost(const QString& path, const QByteArray& json, std::chrono::milliseconds total) const;
};

}  // namespace signet::signapi
