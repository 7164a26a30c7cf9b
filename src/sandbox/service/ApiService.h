#pragma once

#include "sandbox/Sandbox.h"
#include "sandbox/service/AccessTokens.h"
#include "sandbox/service/ApiRoute.h"
#include "sandbox/service/FaultyAnswers.h"
#include "sandbox/service/SealingCalls.h"
#include "sandbox/service/SigningCalls.h"
#include "sandbox/service/ValidationCalls.h"

namespace signet::sandbox {

/** Everything behind the wire: takes a request, does the work, says what is to be sent back. Not thread-safe.
 */
class ApiService {
public:
    ApiService(const SandboxOptions& options, const DemoPki& pki, base::SecretBytes clientSecret,
               FaultPlan faults, Counters counters);

    Reply reply(const HttpRequest& request);

    SessionStore& sessions() { return m_sessions; }
    const SessionStore& sessions() const { return m_sessions; }
    AccessTokens& tokens() { return m_tokens; }
    OcspResponder& ocsp() { return m_desk.ocsp(); }

private:
    HttpAnswer work(const ApiRoute& route, const HttpRequest& request);
    HttpAnswer sign(const ApiRoute& route, const HttpRequest& request);
    HttpAnswer workInSession(const ApiRoute& route, Session& session, const HttpRequest& request);
    HttpAnswer configuration() const;
    HttpAnswer startSessions(const QUrlQuery& query);
    HttpAnswer closeSession(const QString& id);
    HttpAnswer upload(Session& session, const HttpRequest& request);
    HttpAnswer download(const Session& session, const QString& documentId) const;
    HttpAnswer removeDocument(Session& session, const QString& documentId);
    HttpAnswer control(const HttpRequest& request);

    SandboxOptions m_options;
    QDateTime m_created = QDateTime::currentDateTimeUtc();
    SessionStore m_sessions;
    AccessTokens m_tokens;
    SigningDesk m_desk;
    FaultPlan m_faults;
    Counters m_counters;
    CentralKey m_centralKey;
    SigningCalls m_calls;
    SealingCalls m_sealing;
    ValidationCalls m_validation;
};

}  // namespace signet::sandbox
