#pragma once

#include <QDeadlineTimer>
#include <QFuture>
#include <QList>
#include <memory>

#include "signapi/ClientCredentials.h"
#include "signapi/HttpChannel.h"
#include "signapi/TokenAnswer.h"

namespace signet::signapi {

/** Keeps one token, and fetches a new one for all who wait for it at the same time. */
class TokenFetcher {
public:
    TokenFetcher(std::shared_ptr<HttpChannel> channel, ClientCredentialsOptions options);

    static QCoro::Task<base::Expected<Token>> token(std::shared_ptr<TokenFetcher> fetcher,
                                                    std::stop_token stop);
    void invalidate(const Token& refused);

private:
    class Waiter;
    using Granted = base::Expected<TokenGrant>;

    static QCoro::Task<void> fetchForAll(std::shared_ptr<TokenFetcher> fetcher);
    static QCoro::Task<Granted> fetch(std::shared_ptr<TokenFetcher> fetcher);
    static QCoro::Task<Answer<TokenGrant>> ask(std::shared_ptr<TokenFetcher> fetcher);
    HttpRequest request() const;
    void keep(const TokenGrant& grant);
    void answerAll(const base::Expected<Token>& answer);

    std::shared_ptr<HttpChannel> m_channel;
    ClientCredentialsOptions m_options;
    Token m_token;
    QDeadlineTimer m_renewAt;
    bool m_fetching = false;
    QList<std::shared_ptr<Waiter>> m_waiters;
};

}  // namespace signet::signapi
