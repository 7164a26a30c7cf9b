#pragma once

#include "cli/LookRun.h"

namespace signet::signing {
class ServiceDesk;
}

namespace signet::cli {

/** Saves every document of a session in `folder`, never over a file. No files. The service outlives the run.
 */
Look downloadLook(signing::ServiceDesk& service, const QString& folder);

/**
 * What the service makes of the signatures in a session's containers and PDFs, or in a file; where several
 * are signed, the one that is worst off speaks for the session. The service outlives the run.
 */
Look validationLook(signing::ServiceDesk& service);

}  // namespace signet::cli
