#pragma once

#include <QCoroTask>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include "base/SessionId.h"
#include "signapi/CallFailure.h"

namespace signet::signapi {
class SignApiClient;
}

namespace signet::signing {

/** FileTooLarge, if the service takes no more than `limit` bytes (0: it does not tell). Any thread. */
std::optional<base::Error> tooLarge(const QString& path, qint64 limit);

/**
 * Puts a local file into a session: once more where nothing of it has arrived, and not again where it is
 * there although the answer was lost. Nothing, or why it is not there. Begins no further attempt once
 * `goesOn` says no. Main thread.
 */
QCoro::Task<std::optional<signapi::CallFailure>> uploadInto(std::shared_ptr<signapi::SignApiClient> client,
                                                            base::SessionId session, QString path,
                                                            std::function<bool()> goesOn,
                                                            std::stop_token stop);

}  // namespace signet::signing
