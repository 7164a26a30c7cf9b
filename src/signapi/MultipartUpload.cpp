#include "signapi/MultipartUpload.h"

#include <QMimeDatabase>
#include <QUrl>
#include <QUuid>

namespace signet::signapi {
namespace {

QString plainFileName(const QString& fileName) {
    QString name = fileName.mid(std::max(fileName.lastIndexOf(u'/'), fileName.lastIndexOf(u'\\')) + 1);
    for (QChar& c : name) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7F)
            c = u'_';
    }
    return name.isEmpty() ? QStringLiteral("file") : name;
}

}  // namespace

QByteArray fileNameParameters(const QString& fileName) {
    const QByteArray name = plainFileName(fileName).toUtf8();
    QByteArray quoted = name;
    // As browsers do it (WHATWG, multipart/form-data encoding): servers do not agree on backslashes.
    quoted.replace('"', "%22");
    const QByteArray encoded = name.toPercentEncoding("!#$&+^`|", "~");
    return QByteArray("filename=\"" + quoted + "\"; filename*=UTF-8''" + encoded);
}

MultipartUpload makeUpload(std::shared_ptr<QIODevice> content, qint64 size, const QString& fileName) {
    const QByteArray boundary = "signet-" + QUuid::createUuid().toByteArray(QUuid::Id128);
    const QString type = QMimeDatabase().mimeTypeForFile(fileName, QMimeDatabase::MatchExtension).name();
    const QByteArray head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; " +
                            fileNameParameters(fileName) + "\r\nContent-Type: " + type.toLatin1() +
                            "\r\n\r\n";
    const QByteArray tail = "\r\n--" + boundary + "--\r\n";
    return {"multipart/form-data; boundary=" + boundary,
            std::make_shared<SingleShotBody>(head, std::move(content), size, tail)};
}

}  // namespace signet::signapi
