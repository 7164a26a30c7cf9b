#include "RawServer.h"

#include <QSslSocket>

namespace signet::test {

QByteArray RawRequest::header(const QByteArray& name) const {
    for (const QByteArray& row : head.split('\n')) {
        const qsizetype colon = row.indexOf(':');
        if (colon > 0 && row.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return row.mid(colon + 1).trimmed();
    }
    return {};
}

RawServer::RawServer() {
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port");
}

void RawServer::useTls(const QSslCertificate& certificate, const QSslKey& key) {
    m_tls = true;
    m_certificate = certificate;
    m_key = key;
}

QUrl RawServer::url() const {
    return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(m_tls ? u"https" : u"http").arg(serverPort()));
}

RawServer::Handler RawServer::say(const QByteArray& answer) {
    return [answer](QTcpSocket& socket, const RawRequest&) { socket.write(answer); };
}

QByteArray RawServer::http(int status, const QByteArray& type, const QByteArray& body,
                           const QByteArray& extraHeader) {
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\n";
    if (!type.isEmpty())
        head += "Content-Type: " + type + "\r\n";
    return head + extraHeader + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

RawServer::Handler RawServer::json(int status, const QByteArray& body, const QByteArray& extraHeader) {
    return say(http(status, "application/json", body, extraHeader));
}

RawServer::Handler RawServer::hangUp() {
    return [](QTcpSocket& socket, const RawRequest&) { socket.disconnectFromHost(); };
}

RawServer::Handler RawServer::silence() {
    return [](QTcpSocket&, const RawRequest&) {};
}

void RawServer::incomingConnection(qintptr handle) {
    ++m_connections;
    QTcpSocket* socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    socket->setSocketDescriptor(handle);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
    if (m_onConnection)
        m_onConnection(*socket);
    if (auto* tls = qobject_cast<QSslSocket*>(socket)) {
        tls->setLocalCertificate(m_certificate);
        tls->setPrivateKey(m_key);
        tls->startServerEncryption();
    }
}

void RawServer::read(QTcpSocket& socket) {
    QByteArray& buffer = m_buffers[&socket];
    if (buffer.isEmpty() && socket.bytesAvailable() > 0)
        ++m_begun;
    buffer += socket.readAll();
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    RawRequest request{buffer.left(end + 2), {}};
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return;
    request.body = buffer.mid(end + 4, length);
    buffer.clear();
    m_requests.append(request);
    if (m_handlers.isEmpty())
        return;
    const Handler handler = m_handlers.size() > 1 ? m_handlers.takeFirst() : m_handlers.first();
    handler(socket, request);
}

}  // namespace signet::test
