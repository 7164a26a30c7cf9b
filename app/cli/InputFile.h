#pragma once

#include <QByteArray>
#include <QString>

#include "base/Expected.h"
#include "base/SecretBytes.h"

namespace signet::cli {

/**
 * A PIN, secret or token out of a file ("-": standard input), without one final newline (LF or CRLF). It is
 * read straight into locked memory. FileNotReadable, FileEmpty.
 */
base::Expected<base::SecretBytes> readSecretFile(const QString& file);

/** A text out of a file ("-": standard input), as UTF-8. FileNotReadable; also when it is unreasonably large.
 */
base::Expected<QString> readTextFile(const QString& file);

}  // namespace signet::cli
