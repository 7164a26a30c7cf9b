#pragma once

#include <QCoroTask>
#include <memory>
#include <stop_token>

#include "base/Expected.h"
#include "base/SecretBytes.h"

namespace signet::signapi {

/** An access token. Shared by the requests that carry it; wiped with the last of them. */
using Token = std::shared_ptr<const base::SecretBytes>;

/** Where access tokens come from (signapi.md 2). One serves all requests. Main thread. */
class TokenSource {
public:
    TokenSource() = default;
    virtual ~TokenSource() = default;
    TokenSource(const TokenSource&) = delete;
    TokenSource& operator=(const TokenSource&) = delete;

    /** The token of the moment, fetched first if need be; never null. A stop ends the waiting with Cancelled.
     */
    virtual QCoro::Task<base::Expected<Token>> token(std::stop_token stop) = 0;
    /** The service refused this token: it is not given out again, if there is a way to another one. */
    virtual void invalidate(Token refused) = 0;
};

}  // namespace signet::signapi
