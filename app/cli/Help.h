#pragma once

#include <QString>

namespace signet::cli {

/** What the program can do, or what one command can do, as text for a terminal. */
QString helpText(const QString& command);

/** "signet-cli 1.2.3". */
QString versionText();

}  // namespace signet::cli
