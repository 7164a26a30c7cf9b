#pragma once

#include "sandbox/service/Counters.h"
#include "sandbox/service/HttpAnswer.h"
#include "sandbox/service/SessionEntries.h"
#include "sandbox/service/SigningDesk.h"

namespace signet::sandbox {

/** CalculateDigest and finalizeSigning (signapi.md 5.1, 5.2) over many sessions, with the faults of single
 * entries. */
class SigningCalls {
public:
    SigningCalls(SigningDesk& desk, SessionStore& sessions, FaultPlan faults, Counters counters);

    HttpAnswer calculateDigest(const QJsonObject& request);
    HttpAnswer finalizeSigning(const QJsonObject& request);

private:
    QString digestText(const QString& sessionId, QByteArray digest);

    SigningDesk& m_desk;
    SessionStore& m_sessions;
    FaultPlan m_faults;
    Counters m_counters;
};

}  // namespace signet::sandbox
