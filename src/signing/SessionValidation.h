#pragma once

#include <optional>

#include "base/Expected.h"
#include "signing/Session.h"
#include "signing/Validation.h"

namespace signet::signing {

/** What the service made of the signatures in a session, or of a file in a session of its own. */
struct SessionValidation {
    std::optional<base::SessionId> session;  ///< nothing where none could be started
    QList<Document> documents;               ///< as listed; empty where that failed
    /** Where several documents are signed, of the one that is worst off. The error's stage is set. */
    base::Expected<ValidationReport> report;
};

}  // namespace signet::signing
