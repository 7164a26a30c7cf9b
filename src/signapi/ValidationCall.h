#pragma once

#include <QCoroTask>
#include <memory>
#include <stop_token>

#include "signapi/CallFailure.h"
#include "signapi/ClientCore.h"
#include "signapi/ValidationReport.h"

namespace signet::signapi {

/** SignApiClient::validate: version 2, or 1 where there is no 2. */
QCoro::Task<Answer<ValidationReport>> validate(std::shared_ptr<ClientCore> core, base::SessionId session,
                                               QString documentId, std::stop_token stop);

}  // namespace signet::signapi
