#pragma once

#include <QCoroTask>
#include <QIODevice>
#include <memory>
#include <stop_token>

#include "signapi/ClientCore.h"
#include "signapi/SignApiTypes.h"

namespace signet::signapi {

// Files on their way to and from the service; see SignApiClient for what they promise.

QCoro::Task<Answer<StoredDocument>> uploadPath(std::shared_ptr<ClientCore> core, base::SessionId session,
                                               QString path, QString name, std::stop_token stop);
QCoro::Task<Answer<StoredDocument>> upload(std::shared_ptr<ClientCore> core, base::SessionId session,
                                           std::shared_ptr<QIODevice> device, QString name,
                                           std::stop_token stop);
QCoro::Task<Answer<void>> download(std::shared_ptr<ClientCore> core, base::SessionId session,
                                   QString documentId, QString path, qint64 expectedSize,
                                   std::stop_token stop);

}  // namespace signet::signapi
