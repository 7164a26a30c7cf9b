#include "signapi/TokenFetcher.h"

#include <QCoroFuture>
#include <QPromise>
#include <functional>
#include <optional>

#include "signapi/Pause.h"
#include "signapi/RetryPolicy.h"

namespace signet::signapi {

using base::Error;
using base::ErrorCode;
using base::Expected;

/** One call that waits for the token; answered once, by the fetch or by its own stop. */
class TokenFetcher::Waiter final : public QObject {
public:
    explicit Waiter(std::stop_token stop) {
        m_promise.start();
        m_stopped.emplace(std::move(stop), [this] {
            QMetaObject::invokeMethod(
                this, [this] { answer(base::fail(ErrorCode::Cancelled)); }, Qt::QueuedConnection);
        });
    }

    QFuture<Expected<Token>> future() { return m_promise.future(); }

    void answer(const Expected<Token>& token) {
        if (m_answered)
            return;
        m_answered = true;
        m_promise.addResult(token);
        m_promise.finish();
    }

private:
    QPromise<Expected<Token>> m_promise;
    std::optional<std::stop_callback<std::function<void()>>> m_stopped;
    bool m_answered = false;
};

TokenFetcher::TokenFetcher(std::shared_ptr<HttpChannel> channel, ClientCredentialsOptions options)
    : m_channel(std::move(channel)), m_options(std::move(options)) {}

QCoro::Task<Expected<Token>> TokenFetcher::token(std::shared_ptr<TokenFetcher> fetcher,
                                                 std::stop_token stop) {
    if (stop.stop_requested())
        co_return base::fail(ErrorCode::Cancelled);
    if (fetcher->m_token && !fetcher->m_renewAt.hasExpired()) {
        // As a value of its own: QCoro would move an lvalue of another type out of its place.
        Expected<Token> present = fetcher->m_token;
        co_return present;
    }
    auto waiter = std::make_shared<Waiter>(std::move(stop));
    fetcher->m_waiters.append(waiter);
    // Its task is dropped on purpose: the fetch goes on for all, whoever stops waiting.
    if (!fetcher->m_fetching)
        fetchForAll(fetcher);
    const Expected<Token> token = co_await waiter->future();
    fetcher->m_waiters.removeOne(waiter);
    co_return token;
}

void TokenFetcher::invalidate(const Token& refused) {
    // A late refusal of an older token says nothing about the present one.
    if (m_token == refused)
        m_token.reset();
}

QCoro::Task<void> TokenFetcher::fetchForAll(std::shared_ptr<TokenFetcher> fetcher) {
    fetcher->m_fetching = true;
    const Granted grant = co_await fetch(fetcher);
    fetcher->m_fetching = false;
    if (grant)
        fetcher->keep(*grant);
    fetcher->answerAll(grant.map([](const TokenGrant& granted) { return granted.token; }));
}

QCoro::Task<TokenFetcher::Granted> TokenFetcher::fetch(std::shared_ptr<TokenFetcher> fetcher) {
    RetryPolicy policy(Repeatable::Always, fetcher->m_options.repeats);
    for (;;) {
        const Answer<TokenGrant> grant = co_await ask(fetcher);
        if (grant)
            co_return *grant;
        const auto length = policy.next(grant.error());
        if (!length)
            co_return tl::unexpected(grant.error().error);
        co_await pause(*length, std::stop_token());
    }
}

QCoro::Task<Answer<TokenGrant>> TokenFetcher::ask(std::shared_ptr<TokenFetcher> fetcher) {
    HttpRequest request = fetcher->request();
    Answer<HttpReply> reply = co_await HttpChannel::send(fetcher->m_channel, std::move(request));
    if (!reply)
        co_return tl::unexpected(reply.error());
    const Granted grant = readTokenAnswer(*reply);
    if (!grant)
        co_return tl::unexpected(
            CallFailure{grant.error(), Delivery::Answered, reply->status, {}, reply->retryAfter});
    co_return *grant;
}

HttpRequest TokenFetcher::request() const {
    HttpRequest request;
    request.method = "POST";
    request.url = m_options.tokenUrl;
    request.authorization =
        basicCredentials(m_options.clientId, m_options.clientSecret, m_options.encodeCredentials);
    request.contentType = "application/x-www-form-urlencoded; charset=UTF-8";
    request.body = std::make_shared<SingleShotBody>(QByteArray(
        "grant_type=client_credentials&scope=urn%3Asafelayer%3Aeidas%3Aoauth%3Atoken%3Aintrospect"));
    request.total = m_options.limits.token;
    request.mostBytes = 256 * 1024;
    return request;
}

void TokenFetcher::keep(const TokenGrant& grant) {
    // A minute before it expires, or after three quarters of a short life.
    const std::chrono::milliseconds life = grant.life;
    const auto early = std::min<std::chrono::milliseconds>(std::chrono::seconds(60), life / 4);
    m_token = grant.token;
    m_renewAt = QDeadlineTimer(life - early);
}

void TokenFetcher::answerAll(const Expected<Token>& answer) {
    const QList<std::shared_ptr<Waiter>> waiters = std::exchange(m_waiters, {});
    for (const std::shared_ptr<Waiter>& waiter : waiters)
        waiter->answer(answer);
}

}  // namespace signet::signapi
