#include "signing/ServiceDesk.h"

#include <QFile>
#include <QPointer>
#include <algorithm>

#include "base/OwnWords.h"
#include "signapi/ClientCredentials.h"
#include "signapi/SignApiClient.h"
#include "signapi/StaticToken.h"
#include "signing/DocumentDownload.h"
#include "signing/DocumentValidation.h"
#include "signing/SessionValidator.h"
#include "signing/StoredDocuments.h"
#include "signing/TaskFuture.h"

namespace signet::signing {
namespace {

using base::ErrorCode;
using base::Expected;
using base::fail;
using Client = std::shared_ptr<signapi::SignApiClient>;
using Tokens = std::shared_ptr<signapi::TokenSource>;

constexpr qint64 LargestCaFile = 1024 * 1024;

Expected<QByteArray> readCaFile(const QString& path) {
    if (path.isEmpty())
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, QStringList{path, file.errorString()});
    return file.read(LargestCaFile);
}

/** The usual limits, none of them longer than the person asked for. */
signapi::TimeLimits limitsOf(const Profile& profile) {
    signapi::TimeLimits limits;
    const std::chrono::milliseconds wanted = profile.timeout;
    limits.token = std::min(limits.token, wanted);
    limits.quickFirst = std::min(limits.quickFirst, wanted);
    limits.quickAgain = std::min(limits.quickAgain, wanted);
    limits.firstByte = std::min(limits.firstByte, wanted);
    if (profile.timeout != Profile().timeout)
        limits.longCallExactly = wanted;
    return limits;
}

Expected<Tokens> tokensOf(const Profile& profile, base::SecretBytes secret, const QByteArray& extraCas) {
    if (profile.tokenSource == Profile::TokenSource::StaticToken)
        return std::make_shared<signapi::StaticToken>(std::move(secret));
    signapi::ClientCredentialsOptions options;
    options.tokenUrl = profile.tokenUrl;
    options.clientId = profile.clientId;
    options.clientSecret = std::move(secret);
    options.encodeCredentials = profile.encodeCredentials;
    options.extraCas = extraCas;
    options.limits = limitsOf(profile);
    return signapi::ClientCredentials::create(std::move(options));
}

QCoro::Task<Expected<ServiceGreeting>> greet(Client client) {
    const std::stop_token never;
    auto answer = co_await client->configuration(never);
    if (!answer)
        co_return tl::unexpected(answer.error().error);
    ServiceGreeting greeting;
    greeting.customer = answer->name.isEmpty() ? answer->clientId : answer->name;
    greeting.fileMaxLength = answer->fileMaxLength;
    greeting.sessionLifetimeSeconds = answer->sessionExpirationTimeout;
    if (answer->sentAt.isValid())
        greeting.clockAhead = std::chrono::seconds(answer->sentAt.secsTo(QDateTime::currentDateTimeUtc()));
    co_return greeting;
}

QCoro::Task<Expected<QList<Document>>> list(Client client, base::SessionId session) {
    const std::stop_token never;
    auto answer = co_await client->listDocuments(session, never);
    if (!answer)
        co_return tl::unexpected(answer.error().error);
    co_return documentsOf(*answer);
}

/** What went wrong is part of it: sessions and documents are known all the same. */
QCoro::Task<Expected<SessionValidation>> whole(QCoro::Task<SessionValidation> task) {
    Expected<SessionValidation> found = co_await std::move(task);
    co_return found;
}

}  // namespace

ServiceDesk::ServiceDesk(QObject* parent) : QObject(parent) {}
ServiceDesk::~ServiceDesk() = default;

Expected<void> ServiceDesk::connectTo(const Profile& profile, base::SecretBytes secret) {
    const Expected<void> sound = check(profile);
    if (!sound)
        return sound;
    Expected<QByteArray> extraCas = readCaFile(profile.caFile);
    if (!extraCas)
        return tl::unexpected(extraCas.error());
    Expected<Tokens> tokens = tokensOf(profile, std::move(secret), *extraCas);
    if (!tokens)
        return tl::unexpected(tokens.error());
    signapi::ClientOptions options;
    options.api = profile.api;
    options.extraCas = *extraCas;
    options.limits = limitsOf(profile);
    auto client = signapi::SignApiClient::create(std::move(options), *tokens);
    if (!client)
        return tl::unexpected(client.error());
    m_client = *client;
    m_client->setRetryListener(
        [desk = QPointer(this)](std::chrono::milliseconds pause, const base::Error& cause) {
            if (desk)
                Q_EMIT desk->retrying(pause, cause);
        });
    m_fileLimit = std::make_shared<std::optional<qint64>>();
    m_profile = profile;
    Q_EMIT profileChanged();
    return {};
}

void ServiceDesk::disconnect() {
    m_client.reset();
    m_profile.reset();
    Q_EMIT profileChanged();
}

base::Error ServiceDesk::notConnected() {
    return base::Error(
        ErrorCode::ProfileIncomplete,
        {QString(),
         base::ownWords("ServiceDesk", QT_TRANSLATE_NOOP("ServiceDesk", "no service has been chosen yet"))});
}

QFuture<Expected<ServiceGreeting>> ServiceDesk::testConnection() {
    if (!m_client)
        return readyFuture<ServiceGreeting>(tl::unexpected(notConnected()));
    return toFuture<ServiceGreeting>(greet(m_client));
}

QFuture<Expected<QList<Document>>> ServiceDesk::listDocuments(const base::SessionId& session) {
    if (!m_client)
        return readyFuture<QList<Document>>(tl::unexpected(notConnected()));
    return toFuture<QList<Document>>(list(m_client, session));
}

QFuture<Expected<QString>> ServiceDesk::save(const base::SessionId& session, const Document& document,
                                             const QString& folder) {
    if (!m_client)
        return readyFuture<QString>(tl::unexpected(notConnected()));
    return toFuture<QString>(fetchDocument(m_client, session, document, folder, std::stop_token()));
}

QFuture<Expected<ValidationReport>> ServiceDesk::validate(const base::SessionId& session,
                                                          const Document& document) {
    if (!m_client)
        return readyFuture<ValidationReport>(tl::unexpected(notConnected()));
    return toFuture<ValidationReport>(validateDocument(m_client, session, document, std::stop_token()));
}

QFuture<Expected<SessionValidation>> ServiceDesk::validate(const base::SessionId& session) {
    if (!m_client)
        return readyFuture<SessionValidation>(tl::unexpected(notConnected()));
    return toFuture<SessionValidation>(whole(validateSession(m_client, session, std::stop_token())));
}

QFuture<Expected<SessionValidation>> ServiceDesk::validate(const QString& file) {
    if (!m_client)
        return readyFuture<SessionValidation>(tl::unexpected(notConnected()));
    return toFuture<SessionValidation>(whole(validateFile(m_client, file, m_fileLimit, std::stop_token())));
}

}  // namespace signet::signing
