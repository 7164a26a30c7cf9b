#include "signing/SmallFile.h"

#include <QFile>

#include "base/PrintableText.h"

namespace signet::signing {

base::Expected<QByteArray> readSmallFile(const QString& path, qsizetype limit) {
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const QByteArray content = isOpen ? file.read(limit + 1) : QByteArray();
    if (file.error() != QFileDevice::NoError)
        return base::fail(base::ErrorCode::FileNotReadable,
                          QStringList{base::printable(path), file.errorString()});
    return content;
}

}  // namespace signet::signing
