#include "signing/batch/CallVerdicts.h"

#include <algorithm>

namespace signet::signing {
namespace {

using base::ErrorCode;
using base::ErrorKind;
using signapi::Delivery;

constexpr int HttpUnauthorised = 401;
constexpr int HttpProxyAuthentication = 407;
constexpr int HttpRequestTimeout = 408;
constexpr int HttpTooLarge = 413;
constexpr int HttpAddressTooLong = 414;
constexpr int HttpTooManyRequests = 429;

constexpr std::chrono::milliseconds FirstPause{1000};
constexpr std::chrono::milliseconds LongestPause{60'000};

/** A 4xx that says something about the request and not about who asks, or how often. */
bool refusesTheRequest(const signapi::CallFailure& failure) {
    const int status = failure.httpStatus;
    return failure.delivery == Delivery::Answered && status >= 400 && status < 500 &&
           status != HttpUnauthorised && status != HttpProxyAuthentication && status != HttpTooManyRequests;
}

bool isTooManyRequests(const signapi::CallFailure& failure) {
    return failure.delivery == Delivery::Answered && failure.httpStatus == HttpTooManyRequests;
}

bool neverLetIn(const base::Error& error) {
    switch (error.code()) {
        case ErrorCode::TokenRefused:
        case ErrorCode::TokenAnswerInvalid:
        case ErrorCode::Unauthorised:
        case ErrorCode::ProxyAuthentication:
        case ErrorCode::TlsUntrusted:
        case ErrorCode::RedirectRefused:
            return true;
        default:
            return false;
    }
}

}  // namespace

bool endsRun(const signapi::CallFailure& failure) {
    const base::Error& error = failure.error;
    const bool neverConnected =
        failure.delivery == Delivery::NotSent && error.kind() == ErrorKind::Connection;
    return neverConnected || neverLetIn(error);
}

std::chrono::milliseconds pauseAfter(const signapi::CallFailure& failure, int retries) {
    if (failure.retryAfter)
        return std::clamp<std::chrono::milliseconds>(*failure.retryAfter, FirstPause, LongestPause);
    return FirstPause * (1 << std::min(retries, 5));
}

bool saysTooLarge(const signapi::CallFailure& failure) {
    const int status = failure.httpStatus;
    return failure.delivery == Delivery::Answered &&
           (status == HttpTooLarge || status == HttpAddressTooLong || status == HttpTooManyRequests);
}

PrepareVerdict judgePrepare(const signapi::CallFailure& failure, qsizetype sessions) {
    const base::Error& error = failure.error;
    if (error.kind() == ErrorKind::Cancelled)
        return PrepareVerdict::Stopped;
    if (endsRun(failure))
        return PrepareVerdict::EndsRun;
    if (isTooManyRequests(failure))
        return PrepareVerdict::RetryLater;
    const bool tooSlow = failure.delivery == Delivery::Unclear && error.code() == ErrorCode::ServiceTimeout;
    if (sessions > 1 && (refusesTheRequest(failure) || tooSlow))
        return PrepareVerdict::Split;
    return PrepareVerdict::FailThese;
}

ChangeVerdict judgeChange(const signapi::CallFailure& failure, qsizetype sessions) {
    const ErrorKind kind = failure.error.kind();
    if (kind == ErrorKind::Cancelled && failure.certainlyNotCarriedOut())
        return ChangeVerdict::Stopped;
    if (failure.delivery == Delivery::NotSent) {
        const bool mayPass = kind == ErrorKind::Connection && !neverLetIn(failure.error);
        return mayPass ? ChangeVerdict::RetryLater : ChangeVerdict::Refused;
    }
    if (isTooManyRequests(failure))
        return ChangeVerdict::RetryLater;
    const int status = failure.httpStatus;
    // 408: the service, or something before it, gave up waiting; the work may still be going on
    if (failure.delivery != Delivery::Answered || status < 400 || status >= 500 ||
        status == HttpRequestTimeout)
        return ChangeVerdict::Unclear;
    if (sessions == 1 || !refusesTheRequest(failure))
        return ChangeVerdict::Refused;
    const bool tooLarge = status == HttpTooLarge || status == HttpAddressTooLong;
    return tooLarge ? ChangeVerdict::SplitNow : ChangeVerdict::LookAndSplit;
}

}  // namespace signet::signing
