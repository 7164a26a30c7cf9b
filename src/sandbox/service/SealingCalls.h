#pragma once

#include "sandbox/pki/SealKey.h"
#include "sandbox/service/CentralKey.h"
#include "sandbox/service/Counters.h"
#include "sandbox/service/SessionEntries.h"
#include "sandbox/service/SigningDesk.h"

namespace signet::sandbox {

/** eSealCreate and addArchive (signapi.md 5.4, 5.3) over many sessions, with the faults of single entries. */
class SealingCalls {
public:
    SealingCalls(const SigningDesk& desk, CentralKey& centralKey, SessionStore& sessions, FaultPlan faults,
                 Counters counters);

    /** What is wrong with the key, the password or the certificates is an error of the whole request. */
    HttpAnswer createESeal(const QJsonObject& request);
    /** A session whose document is not signed makes this 400 with shape c of signapi.md 9.1 for all; then
     * nothing is done. */
    HttpAnswer addArchive(const QJsonObject& request);

private:
    Granted<SealKey> sealKeyOf(const QJsonObject& request) const;

    const SigningDesk& m_desk;
    CentralKey& m_centralKey;
    SessionStore& m_sessions;
    FaultPlan m_faults;
    Counters m_counters;
};

}  // namespace signet::sandbox
