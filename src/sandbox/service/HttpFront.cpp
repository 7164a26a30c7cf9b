#include "sandbox/service/HttpFront.h"

#include <QHttpServerRequest>
#include <QPointer>
#include <QTimer>

namespace signet::sandbox {
namespace {

QByteArray methodName(QHttpServerRequest::Method method) {
    switch (method) {
        case QHttpServerRequest::Method::Get:
            return "GET";
        case QHttpServerRequest::Method::Put:
            return "PUT";
        case QHttpServerRequest::Method::Delete:
            return "DELETE";
        case QHttpServerRequest::Method::Post:
            return "POST";
        default:
            return "OTHER";
    }
}

HttpRequest copyOf(const QHttpServerRequest& request) {
    HttpRequest copy{methodName(request.method()), request.url(), {}, request.body()};
    for (const auto& [name, value] : request.headers())
        copy.headers.emplace_back(name, value);
    return copy;
}

/** Sends one byte at each tick; ends with the socket. */
void sendSlowly(QTcpSocket* socket, const QByteArray& wire, int msPerByte) {
    auto* timer = new QTimer(socket);
    auto sent = std::make_shared<qsizetype>(0);
    QObject::connect(timer, &QTimer::timeout, socket, [socket, timer, wire, sent] {
        socket->write(wire.sliced((*sent)++, 1));
        if (*sent == wire.size())
            timer->deleteLater();
    });
    timer->start(msPerByte);
}

void send(QTcpSocket* socket, const Reply& reply) {
    const QByteArray wire = reply.answer.wire();
    switch (reply.delivery.way) {
        case Delivery::Way::Whole:
            socket->write(wire);
            break;
        case Delivery::Way::Slowly:
            sendSlowly(socket, wire, reply.delivery.msPerByte);
            break;
        case Delivery::Way::Cut:
            socket->write(wire.first(wire.size() - reply.answer.body.size() / 2 - 1));
            socket->disconnectFromHost();
            break;
        case Delivery::Way::HangUp:
            socket->disconnectFromHost();
            break;
        case Delivery::Way::Never:
            break;
    }
}

}  // namespace

HttpFront::HttpFront(Service service, QObject* parent)
    : QAbstractHttpServer(parent), m_service(std::move(service)) {}

quint16 HttpFront::listenOnLoopback(quint16 port) {
    const quint16 bound = listen(QHostAddress::LocalHost, port);
    if (bound != 0)
        listen(QHostAddress::LocalHostIPv6, bound);
    return bound;
}

bool HttpFront::handleRequest(const QHttpServerRequest& request, QTcpSocket* socket) {
    const Reply reply = m_service(copyOf(request));
    // Never from inside the handler: a socket that closes here would still be read from.
    const QPointer<QTcpSocket> target(socket);
    QTimer::singleShot(reply.delivery.delayMs, socket, [target, reply] {
        if (target)
            send(target, reply);
    });
    return true;
}

void HttpFront::missingHandler(const QHttpServerRequest&, QTcpSocket* socket) {
    socket->disconnectFromHost();
}

}  // namespace signet::sandbox
