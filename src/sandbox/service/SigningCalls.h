#pragma once

#include <QJsonArray>

#include "sandbox/service/Counters.h"
#include "sandbox/service/FaultPlan.h"
#include "sandbox/service/HttpAnswer.h"
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
    QJsonObject digestEntry(const QString& sessionId, const crypto::Certificate& signer, SigningChoice choice,
                            QByteArray& summary);
    QJsonObject resultEntry(const QJsonObject& value, const crypto::Certificate& authentication);
    void spoilDigest(QJsonObject& entry, QByteArray digest);
    /** Adds the entry as the faults want it: once, twice, not at all; and at the end perhaps a stranger's. */
    void append(QJsonArray& list, const QJsonObject& entry, Operation operation);
    void appendStranger(QJsonArray& list, QJsonObject entry, Operation operation);
    Session* findSession(const QString& id, Operation operation);

    SigningDesk& m_desk;
    SessionStore& m_sessions;
    FaultPlan m_faults;
    Counters m_counters;
};

}  // namespace signet::sandbox
