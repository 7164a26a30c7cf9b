#pragma once

#include <QAbstractHttpServer>
#include <QTcpSocket>
#include <functional>

#include "sandbox/service/FaultyAnswers.h"

namespace signet::sandbox {

/**
 * Puts the service on the network: QtHttpServer reads the requests, the answers are written here, since a
 * reply may have to come slowly, in part, or not at all.
 */
class HttpFront : public QAbstractHttpServer {
    Q_OBJECT
public:
    using Service = std::function<Reply(const HttpRequest&)>;
    explicit HttpFront(Service service, QObject* parent = nullptr);

    /** Listens on both loopback addresses (IPv6 where there is one); the port, or 0. */
    quint16 listenOnLoopback(quint16 port);

protected:
    bool handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) override;
    void missingHandler(const QHttpServerRequest& request, QTcpSocket* socket) override;

private:
    Service m_service;
};

}  // namespace signet::sandbox
