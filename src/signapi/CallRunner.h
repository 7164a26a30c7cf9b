#pragma once

#include <QCoroTask>
#include <functional>
#include <memory>
#include <stop_token>

#include "signapi/AnswerReader.h"
#include "signapi/HttpChannel.h"
#include "signapi/RetryPolicy.h"
#include "signapi/ServiceAddress.h"
#include "signapi/TokenSource.h"

namespace signet::signapi {

/** What one call is made of, each time it is attempted. */
struct CallPlan {
    /** The request of this attempt (0, 1, ...), without authorization and stop; an error ends the call
     * unsent. */
    std::function<base::Expected<HttpRequest>(int attempt)> request;
    Repeatable repeatable = Repeatable::Never;
    std::stop_token stop;     ///< ends the call before the request leaves
    std::stop_token abandon;  ///< ends it while the request is under way
    /** A download: the body is a file, not JSON. */
    bool intoSink = false;
    /** A 2xx may be text instead of JSON; the payload is then that text. */
    bool mayBeText = false;
};

/** A call failed, and is made again after a pause. */
using RetryListener = std::function<void(std::chrono::milliseconds pause, const base::Error& cause)>;

/** Runs a call to its end: token, request, answer, and the repeats that are allowed (signapi.md 2 and 10.2).
 */
struct CallRunner {
    std::shared_ptr<HttpChannel> channel;
    std::shared_ptr<TokenSource> tokens;
    RepeatLimits repeats;
    /** Shared by all calls of a client; may be empty. */
    std::shared_ptr<RetryListener> onRetry = std::make_shared<RetryListener>();

    static QCoro::Task<Answer<Payload>> run(CallRunner runner, CallPlan plan);

private:
    static QCoro::Task<Answer<Payload>> attempt(CallRunner runner, CallPlan plan, int number, Token token);
};

}  // namespace signet::signapi
