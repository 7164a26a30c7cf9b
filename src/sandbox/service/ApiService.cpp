#include "sandbox/service/ApiService.h"

#include <QFileInfo>
#include <QJsonDocument>

#include "sandbox/service/MultipartForm.h"

namespace signet::sandbox {
namespace {

constexpr QLatin1StringView ControlPrefix("/sandbox/v1/");

QStringList sessionIdsOf(const ApiRoute& route, const QJsonObject& body) {
    QStringList ids;
    if (!route.sessionId.isEmpty())
        ids.append(route.sessionId);
    for (const QString& member : {u"sessions"_qs, u"sessionSignatureValues"_qs}) {
        for (const QJsonValue& entry : body[member].toArray())
            ids.append(entry[u"sessionId"].toString());
    }
    return ids;
}

/** The calls whose body names sessions. */
bool isSigning(Operation operation) {
    return operation == Operation::CalculateDigest || operation == Operation::FinalizeSigning ||
           operation == Operation::ESealCreate || operation == Operation::AddArchive;
}

HttpAnswer notFound(const QString& code, const QString& message) {
    return HttpAnswer::error(404, code, message);
}

HttpAnswer binary(const QByteArray& contentType, const Expected<QByteArray>& der) {
    return der ? HttpAnswer{200, contentType, *der, {}}
               : HttpAnswer::error(500, u"sandbox:failed"_qs, u"No answer could be made"_qs);
}

/** "name.pdf", or "name (2).pdf" and so on if the session has that already: a container's names are unique.
 */
QString freeName(const Session& session, const QString& wanted) {
    const auto taken = [&session](const QString& name) {
        return std::any_of(session.documents.begin(), session.documents.end(),
                           [&name](const StoredDocument& document) { return document.name == name; });
    };
    const QFileInfo info(wanted);
    const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    QString name = wanted;
    for (int n = 2; taken(name); ++n)
        name = u"%1 (%2)"_qs.arg(info.completeBaseName()).arg(n) + suffix;
    return name;
}

}  // namespace

ApiService::ApiService(const SandboxOptions& options, const DemoPki& pki, base::SecretBytes clientSecret,
                       FaultPlan faults, Counters counters)
    : m_options(options),
      m_sessions(options.sessionLifetimeSeconds),
      m_tokens(options.clientId, std::move(clientSecret), options.tokenLifetimeSeconds),
      m_desk(pki, options.ecDigestLength, options.refuseSecondFinalize),
      m_faults(std::move(faults)),
      m_counters(std::move(counters)),
      m_centralKey(pki, m_faults),
      m_calls(m_desk, m_sessions, m_faults, m_counters),
      m_sealing(m_desk, m_centralKey, m_sessions, m_faults, m_counters),
      m_validation(pki, m_faults) {}

Reply ApiService::reply(const HttpRequest& request) {
    const QString path = request.url.path();
    if (path.startsWith(ControlPrefix, Qt::CaseInsensitive))
        return {control(request), {}};
    const ApiRoute route = routeOf(request.method, path);
    m_counters.countRequest(route.operation);
    const QStringList ids = sessionIdsOf(
        route, isSigning(route.operation) ? QJsonDocument::fromJson(request.body).object() : QJsonObject());
    if (auto instead = replyInsteadOfWork(m_faults, route.operation, ids))
        return *instead;
    Reply reply = replyAfterWork(m_faults, route.operation, ids, work(route, request));
    reply.delivery.delayMs += m_options.latencyMs;
    return reply;
}

HttpAnswer ApiService::work(const ApiRoute& route, const HttpRequest& request) {
    if (route.operation == Operation::Any)
        return notFound(u"service:notFound"_qs, u"There is no such call"_qs);
    if (route.operation == Operation::Token)
        return m_tokens.answer(request, m_counters);
    if (!m_tokens.accepts(request.header("Authorization")))
        return refusalOfShape('f', 401, u"invalid_token"_qs,
                              u"The access token is missing, unknown or expired"_qs, route.operation, {});
    switch (route.operation) {
        case Operation::Configuration:
            return configuration();
        case Operation::StartSession:
            return startSessions(QUrlQuery(request.url));
        case Operation::CloseSession:
            return closeSession(route.sessionId);
        case Operation::PublicKey:
            return m_centralKey.answer();
        default:
            break;
    }
    if (isSigning(route.operation))
        return sign(route, request);
    Session* session = m_faults.take(FaultKind::SessionExpired, route.operation, route.sessionId)
                           ? nullptr
                           : m_sessions.find(route.sessionId);
    return session
               ? workInSession(route, *session, request)
               : notFound(u"session:notFound"_qs, u"The session does not exist, has expired or is closed"_qs);
}

HttpAnswer ApiService::sign(const ApiRoute& route, const HttpRequest& request) {
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const qsizetype sessions = sessionIdsOf(route, body).size();
    if (m_options.maxSessionsPerRequest > 0 && sessions > m_options.maxSessionsPerRequest)
        return HttpAnswer::error(413, u"service:tooLarge"_qs, u"Too many sessions in one request"_qs);
    switch (route.operation) {
        case Operation::CalculateDigest:
            return m_calls.calculateDigest(body);
        case Operation::FinalizeSigning:
            return m_calls.finalizeSigning(body);
        case Operation::ESealCreate:
            return m_sealing.createESeal(body);
        default:
            return m_sealing.addArchive(body);
    }
}

HttpAnswer ApiService::workInSession(const ApiRoute& route, Session& session, const HttpRequest& request) {
    switch (route.operation) {
        case Operation::Upload:
            return upload(session, request);
        case Operation::Download:
            return download(session, route.documentId);
        case Operation::Delete:
            return removeDocument(session, route.documentId);
        case Operation::ValidateV1:
        case Operation::ValidateV2:
            return m_validation.validate(session, route.documentId, route.operation);
        default: {
            QJsonArray list;
            for (const StoredDocument& document : session.documents)
                list.append(toJson(document));
            return HttpAnswer::data(200, list);
        }
    }
}

HttpAnswer ApiService::configuration() const {
    const QString created = m_created.toString(u"yyyy-MM-ddThh:mm:ss.zzz"_qs) + u"000";
    return HttpAnswer::data(200,
                            QJsonObject{{u"oauthClientId"_qs, m_options.clientId},
                                        {u"name"_qs, m_options.clientName},
                                        {u"created"_qs, created},
                                        {u"changed"_qs, created},
                                        {u"fileMaxLength"_qs, m_options.fileMaxLength},
                                        {u"sessionExpirationTimeout"_qs, m_options.sessionLifetimeSeconds}});
}

HttpAnswer ApiService::startSessions(const QUrlQuery& query) {
    constexpr int MaxAmount = 100;
    const bool several = query.hasQueryItem(u"amount"_qs);
    bool isNumber = true;
    const int amount = several ? query.queryItemValue(u"amount"_qs).toInt(&isNumber) : 1;
    if (!isNumber || amount < 1 || amount > MaxAmount)
        return HttpAnswer::error(400, u"session:start:badAmount"_qs, u"The amount is 1 to 100"_qs);
    QJsonArray ids;
    for (int i = 0; i < amount; ++i)
        ids.append(m_sessions.start().id);
    m_counters.count(&CounterValues::sessionsStarted, amount);
    return HttpAnswer::data(
        201, several ? QJsonObject{{u"sessionIds"_qs, ids}} : QJsonObject{{u"sessionId"_qs, ids.first()}});
}

HttpAnswer ApiService::closeSession(const QString& id) {
    if (!m_sessions.find(id) || !m_sessions.close(id))
        return notFound(u"session:notFound"_qs, u"The session does not exist, has expired or is closed"_qs);
    m_counters.count(&CounterValues::sessionsClosed);
    return HttpAnswer::data(200, u"Session %1 closed"_qs.arg(id));
}

HttpAnswer ApiService::upload(Session& session, const HttpRequest& request) {
    const auto file = fileOf(request.header("Content-Type"), request.body);
    if (!file)
        return HttpAnswer::error(400, u"storage:upload:noFile"_qs, u"The form has no part called file"_qs);
    if (file->bytes.size() > m_options.fileMaxLength)
        return HttpAnswer::error(413, u"storage:tooLarge"_qs,
                                 u"The file is larger than %1 bytes"_qs.arg(m_options.fileMaxLength));
    session.documents.append(makeDocument(freeName(session, file->name), file->bytes));
    session.prepared.reset();
    m_counters.count(&CounterValues::documentsUploaded);
    return HttpAnswer::data(201, toJson(session.documents.last()));
}

HttpAnswer ApiService::download(const Session& session, const QString& documentId) const {
    for (const StoredDocument& document : session.documents) {
        if (document.id == documentId)
            return {200, "application/octet-stream", document.bytes, {}};
    }
    return notFound(u"storage:notFound"_qs, u"The session has no such document"_qs);
}

HttpAnswer ApiService::removeDocument(Session& session, const QString& documentId) {
    const auto removed = session.documents.removeIf(
        [&documentId](const StoredDocument& document) { return document.id == documentId; });
    if (removed == 0)
        return notFound(u"storage:notFound"_qs, u"The session has no such document"_qs);
    session.prepared.reset();
    m_counters.count(&CounterValues::documentsDeleted);
    return HttpAnswer::data(200, u"Document %1 deleted"_qs.arg(documentId));
}

HttpAnswer ApiService::control(const HttpRequest& request) {
    const QString what = request.url.path().mid(ControlPrefix.size()).toLower();
    if (what == u"ocsp" && request.method == "POST")
        return binary("application/ocsp-response", m_desk.ocsp().respond(request.body));
    if (what == u"tsa" && request.method == "POST")
        return binary("application/timestamp-reply", m_desk.timeStamps().respond(request.body));
    if (what == u"counters") {
        if (request.method == "DELETE")
            m_counters.reset();
        return HttpAnswer::json(200, m_counters.values().toJson());
    }
    if (what != u"faults")
        return notFound(u"sandbox:notFound"_qs, u"There is no such switch"_qs);
    if (request.method == "DELETE")
        m_faults.clear();
    if (request.method == "POST") {
        const QJsonDocument document = QJsonDocument::fromJson(request.body);
        const auto applied = m_faults.apply(document.object());
        if (!document.isObject() || !applied)
            return HttpAnswer::error(400, u"sandbox:badFault"_qs, u"Unknown kind, operation or shape"_qs);
    }
    return HttpAnswer::json(200, {{u"faults"_qs, m_faults.toJson()}});
}

}  // namespace signet::sandbox
