#pragma once

#include "signapi/TokenSource.h"

namespace signet::signapi {

/** A token that somebody else fetched: always the same one, so a refusal of it is final. */
class StaticToken final : public TokenSource {
public:
    /** Surrounding white space is no part of a token. */
    explicit StaticToken(base::SecretBytes token);

    /** Unauthorised if there is no token, or one of characters that no header may carry. */
    QCoro::Task<base::Expected<Token>> token(std::stop_token stop) override;
    void invalidate(Token refused) override;

private:
    Token m_token;
};

}  // namespace signet::signapi
