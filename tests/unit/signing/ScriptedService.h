#pragma once

#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QUrl>
#include <functional>
#include <optional>

#include "ServiceReplies.h"

class QTcpSocket;

namespace signet::test {

struct ServiceRequest {
    QByteArray call;  ///< "CalculateDigest", "finalizeSigning", "eSealCreate", "addArchive", "list",
                      ///< "upload", "download", "validate", "start", "config"
    QString session;  ///< from the path
    QByteArray body;  ///< of "download" and "validate": the document's id

    QJsonObject json() const;
    /** The sessions that a request to sign, seal or archive names. */
    QStringList sessions() const;
};

/**
 * A small SignAPI of a test's own: it does what signapi.md says, keeps its sessions' documents, notes every
 * request, and lets the test's scripts answer instead. HTTP/1.1 on a free port of this computer.
 */
class ScriptedService : public QObject {
    Q_OBJECT
public:
    /** Nothing: the ordinary answer. */
    using Script = std::function<std::optional<ServiceReply>(const ServiceRequest&)>;

    struct StoredFile {
        QString id;
        QString name;
        QByteArray bytes;
        bool isSigned = false;
        int archiveStamps = 0;
    };

    ScriptedService();
    QUrl address() const;
    /** From now on, connections are refused. */
    void goAway();

    /** `count` sessions with one file each; their identifiers. A container is a signed one. */
    QStringList addSessions(int count, const QString& name = QStringLiteral("letter.docx"));
    /** What this call is answered with, once it is asked for: in place of the ordinary answer. */
    void onCall(const QByteArray& call, Script script) { m_scripts.insert(call, std::move(script)); }
    void answerWith(const QByteArray& call, const ServiceReply& reply);
    /** The ordinary answer, `milliseconds` after its effect. */
    void delay(const QByteArray& call, int milliseconds);

    /** The ordinary answer, with its effect. */
    ServiceReply ordinary(const ServiceRequest& request);

    const QList<ServiceRequest>& received() const { return m_received; }
    int countOf(const QByteArray& call) const;
    /** How many finalizeSigning, eSealCreate and addArchive requests named this session. */
    int sentFor(const QString& session) const;
    /** The requests of this call, in order. */
    QList<ServiceRequest> requests(const QByteArray& call) const;
    QList<StoredFile>& files(const QString& session) { return m_sessions[session]; }
    QList<StoredFile> documents(const QString& session) const { return m_sessions.value(session); }
    void addDocument(const QString& session, const QString& name, const QByteArray& bytes);
    void setFileLimit(qint64 bytes) { m_fileLimit = bytes; }

private:
    void read(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const ServiceRequest& request);
    ServiceReply calculateDigest(const ServiceRequest& request) const;
    /** finalizeSigning and eSealCreate: one more document in each session. */
    ServiceReply sign(const ServiceRequest& request);
    /** The document stays, under another name, and grows. */
    ServiceReply archive(const ServiceRequest& request);
    ServiceReply validate(const ServiceRequest& request) const;
    ServiceReply list(const QString& session) const;
    ServiceReply start(const QByteArray& query);
    ServiceReply upload(const ServiceRequest& request);

    QHash<QByteArray, Script> m_scripts;
    QList<ServiceRequest> m_received;
    QHash<QString, QList<StoredFile>> m_sessions;
    QHash<QTcpSocket*, QByteArray> m_buffers;
    qint64 m_fileLimit = 0;
    int m_nextId = 1;
    QTcpServer m_server;  // goes first: its sockets still tell of their end
};

}  // namespace signet::test
