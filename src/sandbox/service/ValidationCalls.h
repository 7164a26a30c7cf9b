#pragma once

#include "sandbox/service/FaultPlan.h"
#include "sandbox/service/HttpAnswer.h"
#include "sandbox/service/SessionStore.h"
#include "sandbox/service/ValidationReport.h"
#include "sandbox/service/ValidationTrust.h"

namespace signet::sandbox {

/** The validation calls (signapi.md 6): verifies a session's document and reports. Changes nothing. */
class ValidationCalls {
public:
    ValidationCalls(const DemoPki& pki, FaultPlan faults) : m_trust(pki), m_faults(std::move(faults)) {}

    /** `operation` is ValidateV1 or ValidateV2. 400 for a document that has no signature, or that nobody
     * could sign inside; also for a file inside a container. */
    HttpAnswer validate(const Session& session, const QString& documentId, Operation operation);

private:
    HttpAnswer report(const StoredDocument& document, const ReportShape& shape) const;

    ValidationTrust m_trust;
    FaultPlan m_faults;
};

}  // namespace signet::sandbox
