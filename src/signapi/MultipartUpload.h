#pragma once

#include <QByteArray>
#include <QIODevice>
#include <memory>

#include "signapi/SingleShotBody.h"

namespace signet::signapi {

/** A multipart/form-data body (RFC 7578) with one part `file`, which leaves once only. */
struct MultipartUpload {
    QByteArray contentType;
    std::shared_ptr<SingleShotBody> body;
};

/** `size` bytes of `content` from its position on, as a file of that name. */
MultipartUpload makeUpload(std::shared_ptr<QIODevice> content, qint64 size, const QString& fileName);

/** `filename="..."; filename*=UTF-8''...` (RFC 6266, RFC 8187); no directory, no character that could end the
 * header. */
QByteArray fileNameParameters(const QString& fileName);

}  // namespace signet::signapi
