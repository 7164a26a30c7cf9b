#include "signapi/HttpChannel.h"

#include <QCoroFuture>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QSslCertificate>

#include "signapi/HttpExchange.h"

namespace signet::signapi {
namespace {

base::Expected<QSslConfiguration> tlsTrusting(const QByteArray& extraCas, const QString& name) {
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setAllowedNextProtocols({});
    if (extraCas.isEmpty())
        return tls;
    const QList<QSslCertificate> extra = QSslCertificate::fromData(extraCas, QSsl::Pem);
    if (extra.isEmpty())
        return base::fail(base::ErrorCode::CaFileInvalid, QStringList{name});
    // Added to a full list: Qt loads the system's certificates on demand only as long as none are set.
    tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + extra);
    return tls;
}

bool isThisComputer(const QString& host) {
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

}  // namespace

HttpChannel::HttpChannel(QSslConfiguration tls)
    : m_manager(std::make_shared<QNetworkAccessManager>()), m_tls(std::move(tls)) {
    m_manager->setAutoDeleteReplies(false);
    m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpChannel::~HttpChannel() = default;

base::Expected<std::shared_ptr<HttpChannel>> HttpChannel::create(const QUrl& address,
                                                                 const QByteArray& extraCas,
                                                                 const QString& extraCasName) {
    auto tls = tlsTrusting(extraCas, extraCasName);
    if (!tls)
        return tl::unexpected(tls.error());
    std::shared_ptr<HttpChannel> channel(new HttpChannel(*std::move(tls)));
    if (isThisComputer(address.host()))
        channel->m_manager->setProxy(QNetworkProxy::NoProxy);
    return channel;
}

QCoro::Task<Answer<HttpReply>> HttpChannel::send(std::shared_ptr<HttpChannel> channel, HttpRequest request) {
    QFuture<Answer<HttpReply>> finished =
        HttpExchange::start(channel->m_manager, channel->m_tls, std::move(request));
    Answer<HttpReply> answer = co_await finished;
    co_return answer;
}

}  // namespace signet::signapi
