#include "signapi/CallRunner.h"

#include <QCoroFuture>

#include "signapi/Pause.h"

namespace signet::signapi {
namespace {

using base::Error;
using base::ErrorCode;

CallFailure notSent(Error error) {
    return {std::move(error), Delivery::NotSent, 0, {}, std::nullopt};
}

std::shared_ptr<const base::SecretBytes> bearer(const base::SecretBytes& token) {
    constexpr QByteArrayView Scheme("Bearer ");
    auto header = std::make_shared<base::SecretBytes>(static_cast<std::size_t>(Scheme.size()) + token.size());
    const auto rest = std::copy(Scheme.begin(), Scheme.end(), header->bytes().begin());
    std::copy(token.bytes().begin(), token.bytes().end(), rest);
    return header;
}

Answer<Payload> readSink(const HttpReply& reply) {
    if (reply.status / 100 != 2)
        return readAnswer(reply);
    if (reply.contentType.toLower().contains("html"))
        return tl::unexpected(unreadable(reply, QStringLiteral("a web page instead of a document")));
    return Payload{QJsonValue(), false, reply.trace};
}

bool isRefusedToken(const Answer<Payload>& answer) {
    return !answer && answer.error().httpStatus == 401 && answer.error().delivery == Delivery::Answered;
}

}  // namespace

QCoro::Task<Answer<Payload>> CallRunner::attempt(CallRunner runner, CallPlan plan, int number, Token token) {
    base::Expected<HttpRequest> request = plan.request(number);
    if (!request)
        co_return tl::unexpected(notSent(request.error()));
    if (plan.stop.stop_requested())
        co_return tl::unexpected(notSent(Error(ErrorCode::Cancelled)));
    request->authorization = bearer(*token);
    request->stop = plan.abandon;
    HttpRequest ready = *std::move(request);
    const Answer<HttpReply> reply = co_await HttpChannel::send(runner.channel, std::move(ready));
    if (!reply)
        co_return tl::unexpected(reply.error());
    if (plan.intoSink)
        co_return readSink(*reply);
    co_return plan.mayBeText ? readAnswerOrText(*reply) : readAnswer(*reply);
}

QCoro::Task<Answer<Payload>> CallRunner::run(CallRunner runner, CallPlan plan) {
    RetryPolicy policy(plan.repeatable, runner.repeats);
    bool renewed = false;
    Token refused;
    for (int number = 0;; ++number) {
        const base::Expected<Token> token = co_await runner.tokens->token(plan.stop);
        if (!token)
            co_return tl::unexpected(notSent(token.error()));
        Answer<Payload> answer = co_await attempt(runner, plan, number, *token);
        if (answer)
            co_return answer;
        if (isRefusedToken(answer) && !renewed) {
            renewed = true;
            refused = *token;
            runner.tokens->invalidate(refused);
            const base::Expected<Token> fresh = co_await runner.tokens->token(plan.stop);
            // The same token again would only be refused again.
            if (fresh && **fresh == *refused)
                co_return answer;
            continue;
        }
        const auto length = policy.next(answer.error());
        if (!length)
            co_return answer;
        if (*runner.onRetry)
            (*runner.onRetry)(*length, answer.error().error);
        const bool inTime = co_await pause(*length, plan.stop);
        if (!inTime) {
            CallFailure stopped = answer.error();
            stopped.error = Error(ErrorCode::Cancelled).withDetail(stopped.error.detail());
            co_return tl::unexpected(stopped);
        }
    }
}

}  // namespace signet::signapi
