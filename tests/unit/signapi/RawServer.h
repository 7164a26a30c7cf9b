#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QPointer>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <functional>

namespace signet::test {

/** One request as it came over the wire. */
struct RawRequest {
    QByteArray head;  ///< request line and header, as they are
    QByteArray body;
    QByteArray line() const { return head.left(head.indexOf("\r\n")); }
    QByteArray header(const QByteArray& name) const;
};

/**
 * A server that answers byte for byte what a test wants, and counts. It understands no more of HTTP than
 * where a request ends. Each complete request goes to the next handler; the last one stays for all further
 * requests.
 */
class RawServer : public QTcpServer {
    Q_OBJECT
public:
    using Handler = std::function<void(QTcpSocket&, const RawRequest&)>;

    RawServer();
    /** Speaks TLS from now on. */
    void useTls(const QSslCertificate& certificate, const QSslKey& key);
    void then(Handler handler) { m_handlers.append(std::move(handler)); }
    /** Called with a fresh connection, before anything is read from it. */
    void onConnection(std::function<void(QTcpSocket&)> hook) { m_onConnection = std::move(hook); }

    QUrl url() const;
    const QList<RawRequest>& requests() const { return m_requests; }
    int connections() const { return m_connections; }
    /** Requests of which at least one byte came, complete or not. */
    int begun() const { return m_begun; }

    static Handler say(const QByteArray& answer);
    static Handler json(int status, const QByteArray& body, const QByteArray& extraHeader = {});
    static Handler hangUp();
    static Handler silence();
    static QByteArray http(int status, const QByteArray& type, const QByteArray& body,
                           const QByteArray& extraHeader = {});

protected:
    void incomingConnection(qintptr handle) override;

private:
    void read(QTcpSocket& socket);

    bool m_tls = false;
    QSslCertificate m_certificate;
    QSslKey m_key;
    QList<Handler> m_handlers;
    std::function<void(QTcpSocket&)> m_onConnection;
    QHash<QTcpSocket*, QByteArray> m_buffers;
    QList<RawRequest> m_requests;
    int m_connections = 0;
    int m_begun = 0;
};

}  // namespace signet::test
