#pragma once

#include <QCoroTask>
#include <memory>
#include <stop_token>

#include "base/Expected.h"
#include "signing/Session.h"

namespace signet::signapi {
class SignApiClient;
}

namespace signet::signing {

/**
 * Fetches a document into `folder`, which is made if need be, under its own name made safe or a free name
 * beside it. It lies complete under a name that nobody uses before it gets the one that people see; never
 * over a file. The absolute path; OutputNotWritable, and the network's errors. Main thread.
 */
QCoro::Task<base::Expected<QString>> fetchDocument(std::shared_ptr<signapi::SignApiClient> client,
                                                   base::SessionId session, Document document, QString folder,
                                                   std::stop_token stop);

}  // namespace signet::signing
