#include "signing/batch/CallVerdicts.h"

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

/** A 4xx that says something about the request and not about who asks, or how often. */
bool refusesTheRequest(const signapi::CallFailure& failure) {
    const int status = failure.httpStatus;
    return failure.delivery == Delivery::Answered && status >= 400 && status < 500 &&
           status != HttpUnauthorised && status != HttpProxyAuthentication && status != HttpTooManyRequests;
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

PrepareVerdict judgePrepare(const signapi::CallFailure& failure, qsizetype sessions) {
    const base::Error& error = failure.error;
    if (error.kind() == ErrorKind::Cancelled)
        return PrepareVerdict::Stopped;
    const bool neverConnected =
        failure.delivery == Delivery::NotSent && error.kind() == ErrorKind::Connection;
    if (neverConnected || neverLetIn(error))
        return PrepareVerdict::EndsRun;
    const bool tooSlow = failure.delivery == Delivery::Unclear && error.code() == ErrorCode::ServiceTimeout;
    if (sessions > 1 && (refusesTheRequest(failure) || tooSlow))
        return PrepareVerdict::Split;
    return PrepareVerdict::FailThese;
}

FinalizeVerdict judgeFinalize(const signapi::CallFailure& failure, qsizetype sessions) {
    const ErrorKind kind = failure.error.kind();
    if (kind == ErrorKind::Cancelled && failure.certainlyNotCarriedOut())
        return FinalizeVerdict::Stopped;
    if (failure.delivery == Delivery::NotSent) {
        const bool mayPass = kind == ErrorKind::Connection && !neverLetIn(failure.error);
        return mayPass ? FinalizeVerdict::RetryLater : FinalizeVerdict::Refused;
    }
    const int status = failure.httpStatus;
    // 408: the service, or something before it, gave up waiting; the work may still be going on
    if (failure.delivery != Delivery::Answered || status < 400 || status >= 500 ||
        status == HttpRequestTimeout)
        return FinalizeVerdict::Unclear;
    if (sessions == 1 || !refusesTheRequest(failure))
        return FinalizeVerdict::Refused;
    const bool tooLarge = status == HttpTooLarge || status == HttpAddressTooLong;
    return tooLarge ? FinalizeVerdict::SplitNow : FinalizeVerdict::LookAndSplit;
}

}  // namespace signet::signing
