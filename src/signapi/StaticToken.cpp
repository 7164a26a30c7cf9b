#include "signapi/StaticToken.h"

#include "signapi/TokenText.h"

namespace signet::signapi {

StaticToken::StaticToken(base::SecretBytes token)
    : m_token(std::make_shared<const base::SecretBytes>(token.view().trimmed())) {}

QCoro::Task<base::Expected<Token>> StaticToken::token(std::stop_token) {
    if (!isUsableToken(m_token->view()))
        co_return base::fail(base::ErrorCode::Unauthorised, QStringList{}, QStringLiteral("no usable token"));
    // As a value of its own: QCoro would move an lvalue of another type out of its place.
    base::Expected<Token> token = m_token;
    co_return token;
}

void StaticToken::invalidate(Token) {}

}  // namespace signet::signapi
