#pragma once

#include <QString>

#include "base/Expected.h"

namespace signet::signing {

/**
 * A file that only its owner may read, from its first moment on, in a folder that is made (for its owner
 * alone) where it is missing. One that is there keeps its content, and has to be a regular file.
 * JournalFailed.
 */
base::Expected<void> providePrivateFile(const QString& path);

/** Takes the rights of everybody else away; as far as the system lets us. */
void makePrivate(const QString& path);

}  // namespace signet::signing
