#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

#include "base/SecretBytes.h"
#include "sandbox/service/Counters.h"
#include "sandbox/service/HttpAnswer.h"

namespace signet::sandbox {

/** OAuth 2.0 client credentials (RFC 6749, 4.4; signapi.md 2): gives tokens and knows those it gave. Not
 * thread-safe. */
class AccessTokens {
public:
    AccessTokens(QString clientId, base::SecretBytes clientSecret, int lifetimeSeconds);

    /** The token endpoint. Credentials as Basic (form-urlencoded or as they are) or in the body. */
    HttpAnswer answer(const HttpRequest& request, Counters& counters);
    /** Whether the Authorization header carries a token that is of this service, of the right scope and not
     * too old. */
    bool accepts(const QByteArray& authorization) const;
    QByteArray issue();

private:
    bool isClient(const QByteArray& authorization, const QUrlQuery& form) const;

    QString m_clientId;
    base::SecretBytes m_clientSecret;
    int m_lifetimeSeconds;
    QHash<QByteArray, QDateTime> m_expiry;
};

}  // namespace signet::sandbox
