#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStringList>
#include <QUrl>

#include "sandbox/Sandbox.h"

namespace signet::test {

struct HttpResult {
    int status = 0;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray body;
    QByteArray contentType;
    qint64 milliseconds = 0;
    QNetworkReply* reply = nullptr;  ///< for headers; lives as long as the client

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QJsonValue data() const { return json()[u"data"]; }
    QString errorCode() const { return json()[u"error"][u"code"].toString(); }
};

/** Speaks to a sandbox over real HTTP and signs with the raw keys of a card; shares nothing with src/signapi.
 */
class ServiceClient {
public:
    explicit ServiceClient(sandbox::Sandbox& sandbox,
                           sandbox::CardPersonalisation card = sandbox::CardPersonalisation::CosmoXEc);

    HttpResult get(const QString& path);
    HttpResult post(const QString& path, const QJsonObject& body);
    HttpResult send(const QByteArray& method, const QString& path, const QByteArray& body,
                    const QByteArray& contentType);

    HttpResult calculateDigest(const QStringList& sessions, const QJsonObject& more = {});
    /** Signs each digest of the answer and finalizes; ECDSA values as DER, or as r||s. */
    HttpResult finalize(const QJsonObject& digestAnswer, bool rawEcdsa = false);
    QJsonObject finalizeRequest(const QJsonObject& digestAnswer, bool rawEcdsa = false) const;
    QByteArray sign(const QByteArray& digest, bool rawEcdsa = false) const;

    const sandbox::CardIdentity& card() const { return m_card; }
    /** How long to wait for an answer. */
    void setPatience(int milliseconds) { m_patienceMs = milliseconds; }
    void setToken(const QByteArray& token) { m_token = token; }

private:
    QNetworkAccessManager m_network;
    QUrl m_api;
    QByteArray m_token;
    sandbox::CardIdentity m_card;
    int m_patienceMs = 10'000;
};

}  // namespace signet::test
