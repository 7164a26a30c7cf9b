#include "signapi/StaticToken.h"

#include "signapi/TokenText.h"

namespace signet::signapi {

StaticToken::StaticToken(base::SecretBytes token)
    : m_token(std::make_shared<const base::SecretBytes>(token.view().trimmed())) {}

QCoro::Task<base::Expected<Token>> StaticToken::token(std::stop_token) {
    if (!isUsableToken(m_token->view()))
        co_return base::fail(base::ErrorCode::Unauthorised, QStringList{}, QStringLiteral("no usable token"));
    co_return m_token;
}

void StaticToken::invalidate(Token) {}

}  // namespace signet::signapi
