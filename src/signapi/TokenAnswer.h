#pragma once

#include <chrono>

#include "signapi/HttpMessage.h"
#include "signapi/TokenSource.h"

namespace signet::signapi {

/** What a token endpoint grants (RFC 6749, 5.1). */
struct TokenGrant {
    Token token;
    std::chrono::seconds life{300};
};

/** Reads a token endpoint's answer; the token's bytes are blanked in `reply`. TokenRefused,
 * TokenAnswerInvalid ... */
base::Expected<TokenGrant> readTokenAnswer(HttpReply& reply);

/** `Basic ...` for a client (RFC 6749, 2.3.1); `encode`: both are form-urlencoded first. */
std::shared_ptr<const base::SecretBytes> basicCredentials(const QString& clientId,
                                                          const base::SecretBytes& secret, bool encode);

}  // namespace signet::signapi
