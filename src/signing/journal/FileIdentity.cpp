#include "signing/journal/FileIdentity.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace signet::signing {

std::optional<std::pair<quint64, quint64>> fileIdentity(const QString& path) {
#ifdef Q_OS_UNIX
    struct stat status {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return std::pair<quint64, quint64>(status.st_dev, status.st_ino);
#else
    if (!QFile::exists(path))
        return std::nullopt;
    return std::pair<quint64, quint64>(0, 0);
#endif
}

}  // namespace signet::signing
