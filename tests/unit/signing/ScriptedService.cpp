#include "ScriptedService.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTimer>
#include <QUrlQuery>

namespace signet::test {
namespace {

ServiceReply notFound() {
    return refusal(404, u"session:notFound"_qs, u"No such session"_qs);
}

QByteArray callOf(const QList<QByteArray>& parts, const QByteArray& method) {
    const QByteArray last = parts.value(parts.size() - 1);
    if (parts.value(0) == "api-sign" || parts.value(0) == "api-session")
        return last;
    if (parts.value(0) == "api-config")
        return "config";
    if (parts.value(0) == "api-validation")
        return "validate";
    if (last == "list" || last == "upload")
        return last;
    return method == "GET" ? QByteArray("download") : method;
}

/** The bytes and the name of the only part of a multipart body. */
std::pair<QString, QByteArray> partOf(const QByteArray& body) {
    const qsizetype nameAt = body.indexOf("filename=\"") + 10;
    const QString name = QString::fromUtf8(body.mid(nameAt, body.indexOf('"', nameAt) - nameAt));
    const qsizetype begin = body.indexOf("\r\n\r\n") + 4;
    const qsizetype end = body.lastIndexOf("\r\n--", body.size() - 3);
    return {name, body.mid(begin, end - begin)};
}

}  // namespace

QJsonObject ServiceRequest::json() const {
    return QJsonDocument::fromJson(body).object();
}

QStringList ServiceRequest::sessions() const {
    const QJsonObject object = json();
    const auto name = call == "finalizeSigning" ? u"sessionSignatureValues"_qs : u"sessions"_qs;
    QStringList found;
    for (const QJsonValue& entry : object[name].toArray())
        found.append(entry[u"sessionId"].toString());
    return found;
}

ScriptedService::ScriptedService() {
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_buffers.remove(socket);
                socket->deleteLater();
            });
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

QUrl ScriptedService::address() const {
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

void ScriptedService::goAway() {
    m_server.close();
    for (QTcpSocket* socket : m_server.findChildren<QTcpSocket*>())
        socket->abort();
}

QStringList ScriptedService::addSessions(int count, const QString& name) {
    QStringList ids;
    for (int i = 0; i < count; ++i) {
        const QString id = QStringLiteral("session-%1").arg(m_nextId++, 4, 10, QLatin1Char('0'));
        m_sessions.insert(id, {});
        addDocument(id, name, "words");
        ids.append(id);
    }
    return ids;
}

void ScriptedService::addDocument(const QString& session, const QString& name, const QByteArray& bytes) {
    StoredFile file{QStringLiteral("doc%1").arg(m_nextId++), name, bytes};
    file.isSigned = name.endsWith(u".asice") || name.endsWith(u".edoc") || name.endsWith(u".signed.pdf");
    m_sessions[session].append(file);
}

int ScriptedService::countOf(const QByteArray& call) const {
    return static_cast<int>(std::count_if(m_received.begin(), m_received.end(),
                                          [&](const ServiceRequest& one) { return one.call == call; }));
}

int ScriptedService::sentFor(const QString& session) const {
    return static_cast<int>(
        std::count_if(m_received.begin(), m_received.end(), [&](const ServiceRequest& one) {
            const bool changes =
                one.call == "finalizeSigning" || one.call == "eSealCreate" || one.call == "addArchive";
            return changes && one.sessions().contains(session);
        }));
}

QList<ServiceRequest> ScriptedService::requests(const QByteArray& call) const {
    QList<ServiceRequest> found;
    for (const ServiceRequest& request : m_received) {
        if (request.call == call)
            found.append(request);
    }
    return found;
}

void ScriptedService::answerWith(const QByteArray& call, const ServiceReply& reply) {
    onCall(call, [reply](const ServiceRequest&) { return reply; });
}

void ScriptedService::delay(const QByteArray& call, int milliseconds) {
    onCall(call, [this, milliseconds](const ServiceRequest& request) {
        ServiceReply reply = ordinary(request);
        reply.delay = milliseconds;
        return reply;
    });
}

void ScriptedService::read(QTcpSocket* socket) {
    QByteArray& buffer = m_buffers[socket];
    buffer += socket->readAll();
    for (;;) {
        const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        const QByteArray head = buffer.left(headEnd);
        qsizetype length = 0;
        for (const QByteArray& line : head.split('\n')) {
            if (line.toLower().startsWith("content-length:"))
                length = line.mid(15).trimmed().toLongLong();
        }
        if (buffer.size() < headEnd + 4 + length)
            return;
        const QList<QByteArray> first = head.left(head.indexOf('\r')).split(' ');
        const QUrl url = QUrl::fromEncoded(first.value(1));
        const QList<QByteArray> parts = url.path().toUtf8().mid(1).split('/');
        ServiceRequest request;
        request.call = callOf(parts, first.value(0));
        request.session = QString::fromUtf8(parts.value(2));
        const bool isOfDocument = request.call == "download" || request.call == "validate";
        request.body = request.call == "start" ? url.query().toUtf8()
                       : isOfDocument          ? parts.value(3)
                                               : buffer.mid(headEnd + 4, length);
        buffer.remove(0, headEnd + 4 + length);
        answer(socket, request);
        if (!m_buffers.contains(socket))
            return;
    }
}

void ScriptedService::answer(QTcpSocket* socket, const ServiceRequest& request) {
    m_received.append(request);
    const Script script = m_scripts.value(request.call);
    const auto scripted = script ? script(request) : std::nullopt;
    const ServiceReply reply = scripted ? *scripted : ordinary(request);
    if (reply.silent)
        return;
    QTimer::singleShot(reply.delay, socket, [socket, reply] {
        if (reply.hangUp) {
            socket->abort();
            return;
        }
        socket->write("HTTP/1.1 " + QByteArray::number(reply.status) + " X\r\nContent-Type: " +
                      (reply.body.startsWith('{') ? "application/json" : "application/octet-stream") +
                      "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n" +
                      reply.body);
    });
}

ServiceReply ScriptedService::ordinary(const ServiceRequest& request) {
    if (request.call == "CalculateDigest")
        return calculateDigest(request);
    if (request.call == "finalizeSigning" || request.call == "eSealCreate")
        return sign(request);
    if (request.call == "addArchive")
        return archive(request);
    if (request.call == "validate")
        return validate(request);
    if (request.call == "list")
        return list(request.session);
    if (request.call == "start")
        return start(request.body);
    if (request.call == "upload")
        return upload(request);
    if (request.call == "config")
        return dataReply({{u"name"_qs, u"Test"_qs}, {u"fileMaxLength"_qs, m_fileLimit}});
    if (request.call == "download") {
        for (const StoredFile& file : m_sessions.value(request.session)) {
            if (file.id.toUtf8() == request.body)
                return {200, file.bytes};
        }
    }
    return notFound();
}

ServiceReply ScriptedService::calculateDigest(const ServiceRequest& request) const {
    QJsonArray digests;
    for (const QString& id : request.sessions()) {
        const QByteArray digest = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256);
        QJsonObject entry = success(id);
        entry[u"digest"] = QString::fromLatin1(digest.toBase64());
        digests.append(m_sessions.contains(id) ? entry
                                               : failing(id, u"session:notFound"_qs, u"No such session"_qs));
    }
    return dataReply({{u"sessionDigests"_qs, digests}, {u"algorithm"_qs, u"SHA256"_qs}});
}

ServiceReply ScriptedService::sign(const ServiceRequest& request) {
    QJsonArray entries;
    for (const QString& id : request.sessions()) {
        addDocument(id, QStringLiteral("letter.asice"), "container of " + id.toUtf8());
        entries.append(success(id));
    }
    return resultsReply(entries);
}

ServiceReply ScriptedService::archive(const ServiceRequest& request) {
    QJsonArray entries;
    for (const QString& id : request.sessions()) {
        bool isArchived = false;
        for (StoredFile& file : m_sessions[id]) {
            if (!file.isSigned)
                continue;
            ++file.archiveStamps;
            file.bytes += "+stamp";
            file.name.replace(u"letter"_qs, u"letter.extended"_qs);
            isArchived = true;
        }
        entries.append(isArchived ? success(id)
                                  : failing(id, u"signing:addArchive"_qs, u"The document is not signed"_qs));
    }
    return resultsReply(entries);
}

ServiceReply ScriptedService::validate(const ServiceRequest& request) const {
    for (const StoredFile& file : m_sessions.value(request.session)) {
        if (file.id.toUtf8() != request.body)
            continue;
        if (!file.isSigned)
            return {400, "{\"error\":\"file is not signed\"}"};
        const QString format = file.archiveStamps > 0 ? u"XAdES_BASELINE_LTA"_qs : u"XAdES_BASELINE_LT"_qs;
        const QJsonObject signature{
            {u"id"_qs, u"S-1"_qs}, {u"indication"_qs, u"TOTAL-PASSED"_qs}, {u"signatureFormat"_qs, format}};
        return dataReply({{u"signatureForm"_qs, u"ASiC-E"_qs},
                          {u"signaturesCount"_qs, 1},
                          {u"signaturesExt"_qs, QJsonArray{signature}}});
    }
    return notFound();
}

ServiceReply ScriptedService::list(const QString& session) const {
    if (!m_sessions.contains(session))
        return notFound();
    QJsonArray files;
    for (const StoredFile& file : m_sessions.value(session)) {
        files.append(QJsonObject{{u"id"_qs, file.id},
                                 {u"name"_qs, file.name},
                                 {u"size"_qs, file.bytes.size()},
                                 {u"type"_qs, u"file"_qs}});
    }
    return {200, QJsonDocument(QJsonObject{{u"data"_qs, files}}).toJson()};
}

ServiceReply ScriptedService::start(const QByteArray& query) {
    const QString amount = QUrlQuery(QString::fromUtf8(query)).queryItemValue(u"amount"_qs);
    QJsonArray ids;
    for (int i = 0; i < std::max(1, amount.toInt()); ++i) {
        const QString id = QStringLiteral("session-%1").arg(m_nextId++, 4, 10, QLatin1Char('0'));
        m_sessions.insert(id, {});
        ids.append(id);
    }
    return dataReply({{u"sessionIds"_qs, ids}}, 201);
}

ServiceReply ScriptedService::upload(const ServiceRequest& request) {
    if (!m_sessions.contains(request.session))
        return notFound();
    const auto [name, bytes] = partOf(request.body);
    addDocument(request.session, name, bytes);
    const StoredFile& file = m_sessions[request.session].last();
    return dataReply(
        {{u"id"_qs, file.id}, {u"name"_qs, name}, {u"size"_qs, bytes.size()}, {u"type"_qs, u"file"_qs}}, 201);
}

}  // namespace signet::test
