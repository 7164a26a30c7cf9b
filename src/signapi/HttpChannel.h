#pragma once

#include <QByteArray>
#include <QCoroTask>
#include <QSslConfiguration>
#include <QUrl>
#include <memory>

#include "signapi/CallFailure.h"
#include "signapi/HttpMessage.h"

class QNetworkAccessManager;

namespace signet::signapi {

/**
 * The one door to the network: no redirects, no cookies, no cache, HTTP/1.1, TLS always verified, every
 * answer bounded in size and time. Every complete answer is a value; a CallFailure says what else happened.
 * Used in one thread.
 */
class HttpChannel {
public:
    /** CaFileInvalid: `extraCas` is not empty, but holds no certificate; `extraCasName` is for the message.
     */
    static base::Expected<std::shared_ptr<HttpChannel>> create(const QUrl& address,
                                                               const QByteArray& extraCas,
                                                               const QString& extraCasName);
    ~HttpChannel();

    /** Redirects and proxies that want a password are failures; all other complete answers are not. */
    static QCoro::Task<Answer<HttpReply>> send(std::shared_ptr<HttpChannel> channel, HttpRequest request);

private:
    explicit HttpChannel(QSslConfiguration tls);
    std::shared_ptr<QNetworkAccessManager> m_manager;
    QSslConfiguration m_tls;
};

}  // namespace signet::signapi
