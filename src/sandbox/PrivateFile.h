#pragma once

#include <QString>

#include "base/Expected.h"

namespace signet::sandbox {

/** Writes a file that only its owner may read, in the place of one that is there; its path, or
 * OutputNotWritable. */
base::Expected<QString> writePrivateFile(const QString& folder, const QString& name, QByteArrayView bytes);

}  // namespace signet::sandbox
