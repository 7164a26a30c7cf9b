#pragma once

#include <QString>

#include "base/Expected.h"

namespace signet::signing {

/**
 * A file name out of text that comes from outside: without folders, without characters and names that some
 * system reserves, not hidden, at most 200 bytes of UTF-8, never empty. Its ending is kept.
 */
QString safeFileName(const QString& foreign);

/** The name for the n-th try: "x.asice", then "x (2).asice", "x (3).asice"... */
QString numberedName(const QString& name, int number);

/**
 * Moves the file `temporary`, which lies in `folder`, to `name` or to a free name beside it, without ever
 * replacing a file. Its absolute path; OutputNotWritable.
 */
base::Expected<QString> moveToFreeName(const QString& temporary, const QString& folder, const QString& name);

}  // namespace signet::signing
