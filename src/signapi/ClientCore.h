#pragma once

#include <QByteArray>
#include <memory>

#include "signapi/CallRunner.h"

namespace signet::signapi {

/** Which version of the validation call the service has shown to know. */
enum class ValidationVersion { Unknown, One, Two };

/** What all calls of a client share, and keep alive. */
struct ClientCore {
    ServiceAddress address;
    CallRunner runner;
    TimeLimits limits;
    SizeLimits sizes;
    ValidationVersion validationVersion = ValidationVersion::Unknown;

    /** A GET that may be repeated: a short first time-out, then longer ones. */
    CallPlan quickGet(const QString& path, const QString& query, std::stop_token stop) const;
    /** A GET for which the service works: repeated only if it certainly did not begin. */
    CallPlan longGet(const QString& path, std::stop_token stop) const;
    /** A POST of JSON that leaves once only. */
    CallPlan jsonPost(const QString& path, const QByteArray& json, std::chrono::milliseconds total) const;
};

}  // namespace signet::signapi
