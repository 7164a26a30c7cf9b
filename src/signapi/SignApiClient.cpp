#include "signapi/SignApiClient.h"

#include <QUrl>

#include "signapi/CallReaders.h"
#include "signapi/CallRunner.h"
#include "signapi/ClientCore.h"
#include "signapi/RequestBodies.h"
#include "signapi/Transfers.h"
#include "signapi/ValidationCall.h"

namespace signet::signapi {
namespace {

using base::Error;
using base::ErrorCode;
using base::SessionId;
using CorePtr = std::shared_ptr<ClientCore>;

QCoro::Task<Answer<QList<SessionId>>> startCall(CorePtr core, int amount, std::stop_token stop) {
    const int asked = qBound(1, amount, 100);
    const QString query = asked > 1 ? QStringLiteral("amount=%1").arg(asked) : QString();
    CallPlan plan = core->quickGet(QStringLiteral("/api-session/v1.0/start"), query, stop);
    const Answer<Payload> payload = co_await CallRunner::run(core->runner, std::move(plan));
    if (!payload)
        co_return tl::unexpected(payload.error());
    co_return readSessions(*payload, asked);
}

QCoro::Task<Answer<void>> closeCall(CorePtr core, SessionId session, std::stop_token stop) {
    CallPlan plan =
        core->quickGet(QStringLiteral("/api-session/v1.0/%1/close").arg(session.toString()), {}, stop);
    const Answer<Payload> payload = co_await CallRunner::run(core->runner, std::move(plan));
    if (payload)
        co_return Answer<void>();
    const CallFailure& failure = payload.error();
    const int status = failure.httpStatus;
    const bool isGone = failure.isRefusal() && (status == 400 || status == 404 || status == 410);
    // A web page says nothing about the session.
    if (isGone && failure.error.code() != ErrorCode::ProxyAnswer)
        co_return Answer<void>();
    co_return tl::unexpected(failure);
}

QCoro::Task<Answer<ServiceConfiguration>> configurationCall(CorePtr core, std::stop_token stop) {
    CallPlan plan = core->quickGet(QStringLiteral("/api-config/v1.0/"), {}, stop);
    const Answer<Payload> payload = co_await CallRunner::run(core->runner, std::move(plan));
    if (!payload)
        co_return tl::unexpected(payload.error());
    co_return readConfiguration(*payload);
}

QCoro::Task<Answer<QList<StoredDocument>>> listCall(CorePtr core, SessionId session, std::stop_token stop) {
    CallPlan plan =
        core->quickGet(QStringLiteral("/api-storage/v1.0/%1/list").arg(session.toString()), {}, stop);
    const Answer<Payload> payload = co_await CallRunner::run(core->runner, std::move(plan));
    if (!payload)
        co_return tl::unexpected(payload.error());
    co_return readDocuments(*payload);
}

QCoro::Task<Answer<QList<SessionDigest>>> calculateCall(CorePtr core, CalculateDigestRequest request,
                                                        std::stop_token stop) {
    CallPlan plan = core->jsonPost(QStringLiteral("/api-sign/v1.0/CalculateDigest"), requestBody(request),
                                   core->limits.forLongCall(request.sessions.size()));
    plan.repeatable = Repeatable::BeforeTheWork;
    plan.stop = stop;
    plan.abandon = stop;
    const Answer<Payload> payload = co_await CallRunner::run(core->runner, std::move(plan));
    if (!payload)
        co_return tl::unexpected(payload.error());
    co_return readDigests(*payload, request.sessions);
}

/** A request that changes something: it leaves once, and its end is told as it is. */
struct Change {
    QString path;
    QByteArray body;
    QList<SessionId> sessions;
};

QCoro::Task<Answer<QList<ChangeOutcome>>> changeCall(CorePtr core, Change change, std::stop_token stop,
                                                     std::stop_token abandon) {
    CallPlan plan =
        core->jsonPost(change.path, change.body, core->limits.forLongCall(change.sessions.size()));
    plan.stop = stop;
    plan.abandon = abandon;
    const Answer<Payload> payload = co_await CallRunner::run(core->runner, std::move(plan));
    if (payload)
        co_return readOutcomes(*payload, change.sessions);
    CallFailure failure = payload.error();
    if (failure.error.code() == ErrorCode::Cancelled && failure.delivery == Delivery::Unclear)
        failure.error = Error(ErrorCode::OutcomeUnknown).withDetail(failure.error.detail());
    co_return tl::unexpected(failure);
}

QCoro::Task<Answer<crypto::RsaPublicKey>> centralKeyCall(CorePtr core, std::stop_token stop) {
    CallPlan plan = core->quickGet(QStringLiteral("/api-config/v1.0/public/key"), {}, stop);
    plan.mayBeText = true;
    const Answer<Payload> payload = co_await CallRunner::run(core->runner, std::move(plan));
    if (!payload)
        co_return tl::unexpected(payload.error());
    co_return readCentralKey(*payload);
}

}  // namespace

SignApiClient::SignApiClient(std::shared_ptr<ClientCore> core) : m_core(std::move(core)) {}

SignApiClient::~SignApiClient() = default;

base::Expected<std::shared_ptr<SignApiClient>> SignApiClient::create(ClientOptions options,
                                                                     std::shared_ptr<TokenSource> tokens) {
    const auto address = ServiceAddress::parse(options.api);
    if (!address)
        return tl::unexpected(address.error());
    auto channel = HttpChannel::create(address->url(), options.extraCas, options.extraCasName);
    if (!channel)
        return tl::unexpected(channel.error());
    CallRunner runner;
    runner.channel = *std::move(channel);
    runner.tokens = std::move(tokens);
    runner.repeats = options.repeats;
    auto core = std::make_shared<ClientCore>(ClientCore{*address, runner, options.limits, options.sizes});
    return std::shared_ptr<SignApiClient>(new SignApiClient(std::move(core)));
}

void SignApiClient::setRetryListener(RetryListener listener) {
    *m_core->runner.onRetry = std::move(listener);
}

QCoro::Task<Answer<QList<SessionId>>> SignApiClient::startSessions(int amount, std::stop_token stop) const {
    return startCall(m_core, amount, std::move(stop));
}

QCoro::Task<Answer<void>> SignApiClient::closeSession(SessionId session, std::stop_token stop) const {
    return closeCall(m_core, std::move(session), std::move(stop));
}

QCoro::Task<Answer<ServiceConfiguration>> SignApiClient::configuration(std::stop_token stop) const {
    return configurationCall(m_core, std::move(stop));
}

QCoro::Task<Answer<StoredDocument>> SignApiClient::uploadFile(SessionId session, QString path, QString name,
                                                              std::stop_token stop) const {
    return uploadPath(m_core, std::move(session), std::move(path), std::move(name), std::move(stop));
}

QCoro::Task<Answer<StoredDocument>> SignApiClient::uploadDevice(SessionId session,
                                                                std::shared_ptr<QIODevice> device,
                                                                QString name, std::stop_token stop) const {
    return upload(m_core, std::move(session), std::move(device), std::move(name), std::move(stop));
}

QCoro::Task<Answer<QList<StoredDocument>>> SignApiClient::listDocuments(SessionId session,
                                                                        std::stop_token stop) const {
    return listCall(m_core, std::move(session), std::move(stop));
}

QCoro::Task<Answer<void>> SignApiClient::downloadDocument(SessionId session, QString documentId, QString path,
                                                          qint64 expectedSize, std::stop_token stop) const {
    return download(m_core, std::move(session), std::move(documentId), std::move(path), expectedSize,
                    std::move(stop));
}

QCoro::Task<Answer<QList<SessionDigest>>> SignApiClient::calculateDigest(CalculateDigestRequest request,
                                                                         std::stop_token stop) const {
    return calculateCall(m_core, std::move(request), std::move(stop));
}

QCoro::Task<Answer<crypto::RsaPublicKey>> SignApiClient::centralKey(std::stop_token stop) const {
    return centralKeyCall(m_core, std::move(stop));
}

QCoro::Task<Answer<QList<ChangeOutcome>>> SignApiClient::finalizeSigning(FinalizeRequest request,
                                                                         std::stop_token stop,
                                                                         std::stop_token abandon) const {
    QList<SessionId> sessions;
    for (const SessionSignature& signature : request.signatures)
        sessions.append(signature.session);
    Change change{QStringLiteral("/api-sign/v1.0/finalizeSigning"), requestBody(request), sessions};
    return changeCall(m_core, std::move(change), std::move(stop), std::move(abandon));
}

QCoro::Task<Answer<QList<ChangeOutcome>>> SignApiClient::createESeal(ESealRequest request,
                                                                     std::stop_token stop,
                                                                     std::stop_token abandon) const {
    Change change{QStringLiteral("/api-sign/v1.0/eSealCreate"), requestBody(request), request.sessions};
    return changeCall(m_core, std::move(change), std::move(stop), std::move(abandon));
}

QCoro::Task<Answer<QList<ChangeOutcome>>> SignApiClient::addArchive(ArchiveRequest request,
                                                                    std::stop_token stop,
                                                                    std::stop_token abandon) const {
    Change change{QStringLiteral("/api-sign/v1.0/addArchive"), requestBody(request), request.sessions};
    return changeCall(m_core, std::move(change), std::move(stop), std::move(abandon));
}

QCoro::Task<Answer<ValidationReport>> SignApiClient::validate(SessionId session, QString documentId,
                                                              std::stop_token stop) const {
    return signapi::validate(m_core, std::move(session), std::move(documentId), std::move(stop));
}

}  // namespace signet::signapi
