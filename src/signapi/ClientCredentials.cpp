#include "signapi/ClientCredentials.h"

#include "signapi/ServiceAddress.h"
#include "signapi/TokenFetcher.h"

namespace signet::signapi {

ClientCredentials::ClientCredentials(std::shared_ptr<TokenFetcher> fetcher) : m_fetcher(std::move(fetcher)) {}

ClientCredentials::~ClientCredentials() = default;

base::Expected<std::shared_ptr<ClientCredentials>> ClientCredentials::create(
    ClientCredentialsOptions options) {
    const auto address = ServiceAddress::parse(options.tokenUrl);
    if (!address)
        return tl::unexpected(address.error());
    auto channel = HttpChannel::create(address->url(), options.extraCas, options.extraCasName);
    if (!channel)
        return tl::unexpected(channel.error());
    auto fetcher = std::make_shared<TokenFetcher>(*std::move(channel), std::move(options));
    return std::shared_ptr<ClientCredentials>(new ClientCredentials(std::move(fetcher)));
}

QCoro::Task<base::Expected<Token>> ClientCredentials::token(std::stop_token stop) {
    return TokenFetcher::token(m_fetcher, std::move(stop));
}

void ClientCredentials::invalidate(Token refused) {
    m_fetcher->invalidate(refused);
}

}  // namespace signet::signapi
