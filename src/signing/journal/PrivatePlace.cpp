#include "signing/journal/PrivatePlace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "signing/journal/JournalConnection.h"

namespace signet::signing {
namespace {

constexpr QFile::Permissions OwnersFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions OwnersFolder = OwnersFile | QFile::ExeOwner;

bool provideFolder(const QString& path) {
    if (QFileInfo(path).isDir())
        return true;
    const QString above = QFileInfo(path).absolutePath();
    if (above == path || !provideFolder(above))
        return false;
    // another program may have been faster
    return QDir().mkdir(path, OwnersFolder) || QFileInfo(path).isDir();
}

}  // namespace

base::Expected<void> providePrivateFile(const QString& path) {
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return tl::unexpected(journalFailure(path, QT_TRANSLATE_NOOP("Journal", "it is not a file")));
    if (!provideFolder(info.absolutePath()))
        return tl::unexpected(
            journalFailure(path, QT_TRANSLATE_NOOP("Journal", "its folder cannot be made")));
    if (info.exists())
        return {};
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, OwnersFile) || QFileInfo::exists(path))
        return {};
    return base::fail(base::ErrorCode::JournalFailed, QStringList{path, file.errorString()});
}

void makePrivate(const QString& path) {
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    if (QFile::permissions(path) & others)
        QFile::setPermissions(path, OwnersFile);
}

}  // namespace signet::signing
