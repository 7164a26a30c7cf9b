#include "sandbox/PrivateFile.h"

#include <QDir>
#include <QSaveFile>

namespace signet::sandbox {

base::Expected<QString> writePrivateFile(const QString& folder, const QString& name, QByteArrayView bytes) {
    QSaveFile file(QDir(folder).filePath(name));
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes.data(), bytes.size()) != bytes.size() || !file.commit())
        return base::fail(base::ErrorCode::OutputNotWritable, QStringList{folder, file.errorString()});
    return file.fileName();
}

}  // namespace signet::sandbox
