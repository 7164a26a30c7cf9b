#include "signing/batch/ChangeCall.h"

namespace signet::signing {
namespace {

QList<base::SessionId> idsOf(const RunContext& ctx, const QList<SessionKey>& keys) {
    QList<base::SessionId> ids;
    for (const SessionKey key : keys)
        ids.append(ctx.idOf(key));
    return ids;
}

signapi::FinalizeRequest finalizeRequest(const RunContext& ctx, const QList<SessionKey>& keys) {
    signapi::FinalizeRequest request{{}, *ctx.authCertificate};
    for (const SessionKey key : keys)
        request.signatures.append({ctx.idOf(key), ctx.book.session(key).signatureValue});
    return request;
}

signapi::ESealRequest sealRequest(const RunContext& ctx, const QList<SessionKey>& keys) {
    const Choice choice = ctx.choices.value(keys.first());
    return signapi::ESealRequest{idsOf(ctx, keys),
                                 choice.signAsPdf,
                                 choice.createNewEdoc,
                                 ctx.order.seal->pfx,
                                 ctx.order.seal->encryptedPassword,
                                 *ctx.authCertificate,
                                 ctx.profile.authCertificateAsPem};
}

signapi::ArchiveRequest archiveRequest(const RunContext& ctx, const QList<SessionKey>& keys) {
    return signapi::ArchiveRequest{idsOf(ctx, keys), *ctx.authCertificate, ctx.profile.authCertificateAsPem};
}

}  // namespace

QCoro::Task<ChangeAnswer> sendChange(const Context& ctx, const QList<SessionKey>& keys) {
    const std::stop_token stop = ctx->stop.get_token();
    const std::stop_token abandon = ctx->abandon.get_token();
    switch (ctx->order.operation) {
        case Operation::Seal:
            return ctx->client->createESeal(sealRequest(*ctx, keys), stop, abandon);
        case Operation::Archive:
            return ctx->client->addArchive(archiveRequest(*ctx, keys), stop, abandon);
        case Operation::Sign:
            break;
    }
    return ctx->client->finalizeSigning(finalizeRequest(*ctx, keys), stop, abandon);
}

bool isWaiting(Operation operation, SessionState state) {
    if (operation == Operation::Sign)
        return state == SessionState::Signed;
    return state == SessionState::Picked || state == SessionState::Preparing;
}

QList<SessionKey> waitingAmong(const RunContext& ctx, const QList<SessionKey>& keys) {
    QList<SessionKey> found;
    for (const SessionKey key : keys) {
        if (isWaiting(ctx.order.operation, ctx.book.state(key)))
            found.append(key);
    }
    return found;
}

bool mayRepeatUnseen(Operation operation) {
    return operation == Operation::Sign;
}

}  // namespace signet::signing
