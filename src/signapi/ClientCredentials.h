#pragma once

#include <QString>
#include <QUrl>

#include "signapi/ClientOptions.h"
#include "signapi/TokenSource.h"

namespace signet::signapi {

class TokenFetcher;

/** Who asks the token service, and how. */
struct ClientCredentialsOptions {
    QUrl tokenUrl;  ///< the whole address of the token endpoint; https, or http to this computer
    QString clientId;
    base::SecretBytes clientSecret;
    bool encodeCredentials = true;  ///< form-encode identifier and secret before base64; false: as they are
    QByteArray extraCas;            ///< as in ClientOptions
    QString extraCasName;
    TimeLimits limits;
    RepeatLimits repeats;
};

/**
 * OAuth 2.0 client credentials (RFC 6749, 4.4; signapi.md 2). Keeps the token, renews it shortly before it
 * expires, and fetches one for all who wait. Errors: TokenRefused, TokenAnswerInvalid, and those of the
 * connection. Main thread.
 */
class ClientCredentials final : public TokenSource {
public:
    /** AddressInvalid, AddressInsecure, CaFileInvalid. */
    static base::Expected<std::shared_ptr<ClientCredentials>> create(ClientCredentialsOptions options);
    ~ClientCredentials() override;

    QCoro::Task<base::Expected<Token>> token(std::stop_token stop) override;
    void invalidate(Token refused) override;

private:
    explicit ClientCredentials(std::shared_ptr<TokenFetcher> fetcher);
    std::shared_ptr<TokenFetcher> m_fetcher;
};

}  // namespace signet::signapi
