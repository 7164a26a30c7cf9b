#include "signapi/ServiceAddress.h"

#include <QHostAddress>

namespace signet::signapi {
namespace {

bool isThisComputer(const QString& host) {
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

}  // namespace

Expected<ServiceAddress> ServiceAddress::parse(const QUrl& url) {
    const QString shown = url.toDisplayString(QUrl::RemoveUserInfo);
    const bool secure = url.scheme() == u"https";
    const bool usable = url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() &&
                        !url.hasQuery() && !url.hasFragment() && (secure || url.scheme() == u"http");
    if (!usable)
        return base::fail(base::ErrorCode::AddressInvalid, QStringList{shown});
    if (!secure && !isThisComputer(url.host()))
        return base::fail(base::ErrorCode::AddressInsecure, QStringList{shown});
    return ServiceAddress(url);
}

QString ServiceAddress::host() const {
    return m_url.port() < 0 ? m_url.host() : QStringLiteral("%1:%2").arg(m_url.host()).arg(m_url.port());
}

QUrl ServiceAddress::resolved(const QString& encodedPath, const QString& encodedQuery) const {
    QString path = m_url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    QUrl result = m_url;
    result.setPath(path + encodedPath, QUrl::TolerantMode);
    if (!encodedQuery.isEmpty())
        result.setQuery(encodedQuery, QUrl::TolerantMode);
    return result;
}

}  // namespace signet::signapi
