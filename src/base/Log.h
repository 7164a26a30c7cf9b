#pragma once

#include <QLoggingCategory>

namespace signet::base {

Q_DECLARE_LOGGING_CATEGORY(logCard)
Q_DECLARE_LOGGING_CATEGORY(logService)
Q_DECLARE_LOGGING_CATEGORY(logSigning)
Q_DECLARE_LOGGING_CATEGORY(logSandbox)

/**
 * Text that comes from outside, made fit for a log or the diagnostics: at most `limit` characters, control
 * characters replaced, and whatever looks like a bearer token, a Basic credential or a secret member of JSON
 * blanked out.
 */
QString redacted(QStringView text, qsizetype limit = 2048);

}  // namespace signet::base
