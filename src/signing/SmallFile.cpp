#include "signing/SmallFile.h"

#include <QFile>

#include "base/PrintableText.h"

namespace signet::signing {

base::Expected<QByteArray> readSmallFile(const QString& path, qsizetype limit) {
    QFile file(path);
    QByteArray content;
    if (file.open(QIODevice::ReadOnly)) {
        // A pipe gives what it has at the moment.
        for (QByteArray part = file.read(limit + 1); !part.isEmpty();
             part = file.read(limit + 1 - content.size()))
            content.append(part);
    }
    if (file.error() != QFileDevice::NoError)
        return base::fail(base::ErrorCode::FileNotReadable,
                          QStringList{base::printable(path), file.errorString()});
    return content;
}

}  // namespace signet::signing
