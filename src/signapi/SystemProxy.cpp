#include "signapi/SystemProxy.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

namespace signet::signapi {
namespace {

bool isThisComputer(const QString& host) {
    const QHostAddress address(host);
    return host.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) == 0 || address.isLoopback();
}

class SystemProxy final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override {
        if (isThisComputer(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

}  // namespace

void useSystemProxy() {
    QNetworkProxyFactory::setApplicationProxyFactory(new SystemProxy);  // Qt owns it from here on
}

QString proxyFor(const QUrl& address) {
    const QList<QNetworkProxy> ways = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(address));
    const QNetworkProxy first = ways.value(0, QNetworkProxy(QNetworkProxy::NoProxy));
    if (first.type() == QNetworkProxy::NoProxy || first.type() == QNetworkProxy::DefaultProxy)
        return {};
    return QString(first.hostName() % u':' % QString::number(first.port()));
}

}  // namespace signet::signapi
