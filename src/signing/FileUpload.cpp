#include "signing/FileUpload.h"

#include <QFileInfo>
#include <QLocale>

#include "base/PrintableText.h"
#include "signapi/SignApiClient.h"
#include "signing/batch/Waiting.h"

namespace signet::signing {
namespace {

using base::ErrorCode;
using signapi::CallFailure;
using std::chrono::milliseconds;
using Client = std::shared_ptr<signapi::SignApiClient>;
using GoesOn = std::function<bool()>;

constexpr int MostAttempts = 3;
constexpr milliseconds FirstPause{500};

/** After an upload whose answer was lost: is the file there? */
enum class Arrival { There, NotThere, Unknown };

QCoro::Task<Arrival> lookForFile(Client client, base::SessionId id, std::stop_token stop) {
    auto answer = co_await client->listDocuments(id, stop);
    if (!answer)
        co_return Arrival::Unknown;
    co_return answer->isEmpty() ? Arrival::NotThere : Arrival::There;
}

/** One attempt; nothing to report when the file is there. */
QCoro::Task<std::optional<CallFailure>> tryUpload(Client client, base::SessionId id, QString path,
                                                  GoesOn goesOn, std::stop_token stop) {
    const QString name = QFileInfo(path).fileName();
    auto answer = co_await client->uploadFile(id, path, name, stop);
    if (answer)
        co_return std::nullopt;
    CallFailure failure = answer.error();
    const bool unreadable =
        failure.httpStatus / 100 == 2 && failure.error.code() == ErrorCode::AnswerUnreadable;
    const bool unclear = failure.delivery == signapi::Delivery::Unclear || unreadable;
    if (!unclear || !goesOn())
        co_return failure;
    const Arrival arrival = co_await lookForFile(client, id, stop);
    if (arrival == Arrival::There)
        co_return std::nullopt;
    if (arrival == Arrival::NotThere)
        failure.delivery = signapi::Delivery::NotSent;  // nothing of it has stayed: it may be sent again
    co_return failure;
}

bool mayTryAgain(const CallFailure& failure) {
    return failure.delivery == signapi::Delivery::NotSent &&
           failure.error.kind() == base::ErrorKind::Connection;
}

}  // namespace

std::optional<base::Error> tooLarge(const QString& path, qint64 limit) {
    const QFileInfo info(path);
    if (limit <= 0 || info.size() <= limit)
        return std::nullopt;
    const QLocale locale;
    return base::Error(ErrorCode::FileTooLarge,
                       {base::printable(info.fileName()), locale.formattedDataSize(info.size()),
                        locale.formattedDataSize(limit)});
}

QCoro::Task<std::optional<CallFailure>> uploadInto(Client client, base::SessionId session, QString path,
                                                   GoesOn goesOn, std::stop_token stop) {
    std::optional<CallFailure> failure;
    for (int attempt = 1; goesOn(); ++attempt) {
        failure = co_await tryUpload(client, session, path, goesOn, stop);
        if (!failure || !mayTryAgain(*failure) || attempt == MostAttempts || !goesOn())
            break;
        co_await pause(FirstPause * attempt, stop);
    }
    co_return failure;
}

}  // namespace signet::signing
