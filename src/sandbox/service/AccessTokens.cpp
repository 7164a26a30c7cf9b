#include "sandbox/service/AccessTokens.h"

#include "sandbox/service/SessionStore.h"

namespace signet::sandbox {
namespace {

const QString IntrospectScope = QStringLiteral("urn:safelayer:eidas:oauth:token:introspect");

HttpAnswer refusal(int status, const QString& error, const QString& description) {
    HttpAnswer answer =
        HttpAnswer::json(status, {{u"error"_qs, error}, {u"error_description"_qs, description}});
    if (status == 401)
        answer.headers.emplace_back("WWW-Authenticate", "Basic realm=\"signet-sandbox\"");
    return answer;
}

QByteArray formDecoded(QByteArray text) {
    return QByteArray::fromPercentEncoding(text.replace('+', ' '));
}

QString formValue(const QUrlQuery& form, const QString& name) {
    return form.queryItemValue(name, QUrl::FullyDecoded);
}

}  // namespace

AccessTokens::AccessTokens(QString clientId, base::SecretBytes clientSecret, int lifetimeSeconds)
    : m_clientId(std::move(clientId)),
      m_clientSecret(std::move(clientSecret)),
      m_lifetimeSeconds(lifetimeSeconds) {}

HttpAnswer AccessTokens::answer(const HttpRequest& request, Counters& counters) {
    QUrlQuery form(request.url.query(QUrl::FullyEncoded).replace(u'+', u"%20"_qs));
    const QUrlQuery inBody(QString::fromUtf8(request.body).replace(u'+', u"%20"_qs));
    for (const auto& [name, value] : inBody.queryItems(QUrl::FullyEncoded))
        form.addQueryItem(name, value);
    if (!isClient(request.header("Authorization"), form))
        return refusal(401, u"invalid_client"_qs, u"Client authentication failed"_qs);
    if (!form.hasQueryItem(u"grant_type"_qs))
        return refusal(400, u"invalid_request"_qs, u"grant_type is missing"_qs);
    if (formValue(form, u"grant_type"_qs) != u"client_credentials")
        return refusal(400, u"unsupported_grant_type"_qs, u"Only client_credentials"_qs);
    if (formValue(form, u"scope"_qs) != IntrospectScope)
        return refusal(400, u"invalid_scope"_qs, u"Unknown scope"_qs);
    counters.count(&CounterValues::tokensIssued);
    return HttpAnswer::json(200, {{u"access_token"_qs, QString::fromLatin1(issue())},
                                  {u"token_type"_qs, u"Bearer"_qs},
                                  {u"expires_in"_qs, m_lifetimeSeconds},
                                  {u"scope"_qs, IntrospectScope}});
}

bool AccessTokens::accepts(const QByteArray& authorization) const {
    const qsizetype space = authorization.indexOf(' ');
    if (space < 0 || authorization.first(space).compare("Bearer", Qt::CaseInsensitive) != 0)
        return false;
    return m_expiry.value(authorization.mid(space + 1).trimmed()) > QDateTime::currentDateTimeUtc();
}

QByteArray AccessTokens::issue() {
    constexpr int TokenBytes = 32;
    const QByteArray token = randomHex(TokenBytes).toLatin1();
    m_expiry.insert(token, QDateTime::currentDateTimeUtc().addSecs(m_lifetimeSeconds));
    return token;
}

bool AccessTokens::isClient(const QByteArray& authorization, const QUrlQuery& form) const {
    const auto matches = [this](const QByteArray& id, QByteArray secret) {
        return QString::fromUtf8(id) == m_clientId && base::SecretBytes::takeFrom(secret) == m_clientSecret;
    };
    if (authorization.size() > 6 && authorization.first(6).compare("Basic ", Qt::CaseInsensitive) == 0) {
        const QByteArray pair = QByteArray::fromBase64(authorization.mid(6).trimmed());
        const qsizetype colon = pair.indexOf(':');
        if (colon < 0)
            return false;
        const QByteArray id = pair.first(colon);
        const QByteArray secret = pair.mid(colon + 1);
        return matches(id, secret) || matches(formDecoded(id), formDecoded(secret));
    }
    return matches(formValue(form, u"client_id"_qs).toUtf8(), formValue(form, u"client_secret"_qs).toUtf8());
}

}  // namespace signet::sandbox
