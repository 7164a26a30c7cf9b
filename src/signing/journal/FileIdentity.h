#pragma once

#include <QString>
#include <optional>
#include <utility>

namespace signet::signing {

/**
 * Which file stands at a path: another one once it has been replaced. Nothing where there is no file.
 * Windows lets nobody replace a file that is open: there it is always the same. Any thread.
 */
std::optional<std::pair<quint64, quint64>> fileIdentity(const QString& path);

/** Whether a file may get another name while a program has it open. */
#ifdef Q_OS_WIN
constexpr bool OpenFilesCanBeMoved = false;
#else
constexpr bool OpenFilesCanBeMoved = true;
#endif

}  // namespace signet::signing
