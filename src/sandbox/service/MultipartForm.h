#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace signet::sandbox {

struct UploadedFile {
    QString name;
    QByteArray bytes;
};

/**
 * The part called `file` of a multipart/form-data body (RFC 7578); filename* (RFC 5987) is preferred to
 * filename, which is read as UTF-8. Nothing if there is no such part. The name is foreign: path and control
 * characters are taken off.
 */
std::optional<UploadedFile> fileOf(const QByteArray& contentType, const QByteArray& body);

}  // namespace signet::sandbox
