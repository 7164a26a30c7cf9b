#pragma once

#include <QCoroTask>
#include <memory>
#include <stop_token>

#include "signing/SessionValidation.h"

namespace signet::signapi {
class SignApiClient;
}

namespace signet::signing {

/**
 * Has every container and PDF of a session validated; changes nothing. SessionEmpty, DocumentNotSigned (none
 * of them is), SessionNotFound, and the network's errors; stage Confirm. Main thread.
 */
QCoro::Task<SessionValidation> validateSession(std::shared_ptr<signapi::SignApiClient> client,
                                               base::SessionId session, std::stop_token stop);

/**
 * The same for a local file: starts a session, uploads the file, and closes the session again once the report
 * is there, or cannot be had. If closing fails, only the log tells. Beside the errors above FileTooLarge,
 * FileNotReadable, FileEmpty, and those of the upload; stage Prepare. `limit` is asked for once: the largest
 * file that the service takes, in bytes; 0 where it does not tell. Main thread.
 */
QCoro::Task<SessionValidation> validateFile(std::shared_ptr<signapi::SignApiClient> client, QString path,
                                            std::shared_ptr<std::optional<qint64>> limit,
                                            std::stop_token stop);

}  // namespace signet::signing
