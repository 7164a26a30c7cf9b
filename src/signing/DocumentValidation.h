#pragma once

#include <QCoroTask>
#include <memory>
#include <stop_token>

#include "base/Expected.h"
#include "signapi/ValidationReport.h"
#include "signing/Session.h"
#include "signing/Validation.h"

namespace signet::signapi {
class SignApiClient;
}

namespace signet::signing {

/** Asks the service what it makes of a document's signatures; changes nothing. DocumentNotSigned, and the
 * network's errors. Main thread. */
QCoro::Task<base::Expected<ValidationReport>> validateDocument(std::shared_ptr<signapi::SignApiClient> client,
                                                               base::SessionId session, Document document,
                                                               std::stop_token stop);

/** The service's report turned into ours; `knownName` is used where the report names no document. */
ValidationReport reportOf(const signapi::ValidationReport& told, const QString& knownName);

}  // namespace signet::signing
