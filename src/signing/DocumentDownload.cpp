#include "signing/DocumentDownload.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include "base/OwnWords.h"
#include "signapi/SignApiClient.h"
#include "signing/FreeName.h"

namespace signet::signing {

QCoro::Task<base::Expected<QString>> fetchDocument(std::shared_ptr<signapi::SignApiClient> client,
                                                   base::SessionId session, Document document, QString folder,
                                                   std::stop_token stop) {
    if (!QDir().mkpath(folder)) {
        const QString reason =
            base::ownWords("ServiceDesk", QT_TRANSLATE_NOOP("ServiceDesk", "the folder cannot be made"));
        base::Expected<QString> failed =
            base::fail(base::ErrorCode::OutputNotWritable, QStringList{folder, reason});
        co_return failed;
    }
    const QString unique = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString temporary = QDir(folder).absoluteFilePath(QString(u".signet-" % unique % u".part"));
    const qint64 size = document.size > 0 ? document.size : -1;
    auto answer = co_await client->downloadDocument(session, document.id, temporary, size, stop);
    if (!answer) {
        base::Expected<QString> failed = tl::unexpected(answer.error().error);
        co_return failed;
    }
    base::Expected<QString> saved = moveToFreeName(temporary, folder, safeFileName(document.name));
    if (!saved)
        QFile::remove(temporary);
    co_return saved;
}

}  // namespace signet::signing
