#include "signing/batch/Equipment.h"

#include <QCoreApplication>

#include "base/PrintableText.h"
#include "signing/AuthCertificateFile.h"
#include "signing/Validity.h"

namespace signet::signing {
namespace {

using base::ErrorCode;
using base::Expected;
using base::fail;
using crypto::Certificate;

Expected<DeskReader> usableReader(const CardDesk& cards, const QString& name) {
    Expected<DeskReader> reader = name.isEmpty() ? cards.selected() : cards.byName(name);
    if (!reader || reader->state == DeskReader::State::Usable)
        return reader;
    if (reader->state == DeskReader::State::Reading)
        return fail(ErrorCode::NoUsableCard);
    return tl::unexpected(*reader->obstacle());
}

Expected<DeskReader> readerOf(const RunContext& ctx) {
    if (!ctx.cards)
        return fail(ErrorCode::NoReader);
    return usableReader(*ctx.cards, ctx.order.reader);
}

/** The order's, the profile's, or the card's own. */
Expected<Certificate> certificateForTimeStamps(const RunContext& ctx) {
    if (ctx.order.authCertificate)
        return *ctx.order.authCertificate;
    if (!ctx.profile.authCertificateFile.isEmpty())
        return readAuthCertificate(ctx.profile.authCertificateFile, base::SecretBytes());
    const Expected<DeskReader> reader = readerOf(ctx);
    if (!reader)
        return tl::unexpected(reader.error());
    if (const auto obstacle = reader->authenticationObstacle())
        return tl::unexpected(*obstacle);
    return *reader->authenticationCertificate;
}

Expected<void> notForTimeStamps(const Certificate& certificate) {
    const QString purpose = QCoreApplication::translate("Batch", "time stamps");
    return fail(ErrorCode::CertificateWrongUsage,
                QStringList{base::printable(certificate.commonName()), purpose});
}

Expected<void> equipToSign(RunContext& ctx) {
    const Expected<DeskReader> reader = readerOf(ctx);
    if (!reader)
        return tl::unexpected(reader.error());
    if (!reader->signingCertificate)
        return fail(ErrorCode::CardNoSigningKey);
    if (reader->pin2TriesLeft == 0)
        return fail(ErrorCode::PinBlocked);
    const Expected<Certificate> auth = certificateForTimeStamps(ctx);
    if (!auth)
        return tl::unexpected(auth.error());
    if (*auth == *reader->signingCertificate)
        return notForTimeStamps(*auth);
    ctx.signer = Signer{*reader, *reader->signingCertificate};
    ctx.authCertificate = *auth;
    return {};
}

Expected<void> equipToSeal(RunContext& ctx) {
    if (!ctx.order.seal)
        return fail(ErrorCode::InternalError, QStringList{},
                    QStringLiteral("an order to seal, without a seal"));
    ctx.authCertificate = ctx.order.seal->authCertificate;
    return {};
}

Expected<void> equipToArchive(RunContext& ctx) {
    const Expected<Certificate> auth = certificateForTimeStamps(ctx);
    if (!auth)
        return tl::unexpected(auth.error());
    if (const auto obstacle = appraise(*auth, CertificateUse::Authenticate).obstacle)
        return tl::unexpected(*obstacle);
    ctx.authCertificate = *auth;
    return {};
}

/** As it was: the card and the e-seal are not needed to go on. */
Expected<void> equipToGoOn(RunContext& ctx) {
    const Expected<Certificate> auth = Certificate::fromDer(ctx.order.recalled->batch.authCertificate);
    if (!auth)
        return tl::unexpected(auth.error());
    ctx.authCertificate = *auth;
    return {};
}

}  // namespace

Expected<void> equip(RunContext& ctx) {
    if (ctx.order.recalled)
        return equipToGoOn(ctx);
    switch (ctx.order.operation) {
        case Operation::Seal:
            return equipToSeal(ctx);
        case Operation::Archive:
            return equipToArchive(ctx);
        case Operation::Sign:
            break;
    }
    return equipToSign(ctx);
}

}  // namespace signet::signing
