#pragma once

#include <QUrl>

#include "base/Expected.h"

namespace signet::signapi {

using base::Expected;

/**
 * The address of SignAPI or of a token endpoint: https, or http to this computer itself. A path is kept
 * (reverse proxies put one in front of SignAPI's own). Any thread.
 */
class ServiceAddress {
public:
    /**
     * AddressInvalid: no such address, or one with user name, password, query or fragment.
     * AddressInsecure: http to another computer.
     */
    static Expected<ServiceAddress> parse(const QUrl& url);

    const QUrl& url() const { return m_url; }
    /** Host and, if it is not the usual one, port: for messages. */
    QString host() const;
    /** The address with `encodedPath` ("/api-sign/v1.0/...", percent-encoded already) and `encodedQuery`
     * appended. */
    QUrl resolved(const QString& encodedPath, const QString& encodedQuery = {}) const;

private:
    explicit ServiceAddress(QUrl url) : m_url(std::move(url)) {}
    QUrl m_url;
};

}  // namespace signet::signapi
