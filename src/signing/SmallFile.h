#pragma once

#include <QByteArray>
#include <QString>

#include "base/Expected.h"

namespace signet::signing {

/**
 * The content of a file that a person named, such as a certificate or a key. Of a larger one than `limit`
 * only its beginning comes, one byte more than the limit. FileNotReadable.
 */
base::Expected<QByteArray> readSmallFile(const QString& path, qsizetype limit);

}  // namespace signet::signing
