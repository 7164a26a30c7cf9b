#include "signing/batch/Equipment.h"

#include <QCoreApplication>

#include "base/PrintableText.h"
#include "signing/AuthCertificateFile.h"

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
    if (reader->problem)
        return tl::unexpected(*reader->problem);
    if (reader->state == DeskReader::State::Empty)
        return fail(ErrorCode::NoCard, QStringList{base::printable(reader->name)});
    return fail(ErrorCode::NoUsableCard);
}

/** The profile's, or the card's own. */
Expected<Certificate> certificateForTimeStamps(const Profile& profile, const DeskReader& reader) {
    if (!profile.authCertificateFile.isEmpty())
        return readAuthCertificate(profile.authCertificateFile, base::SecretBytes());
    if (!reader.authenticationCertificate)
        return fail(ErrorCode::CardNoAuthenticationCertificate);
    return *reader.authenticationCertificate;
}

Expected<DeskReader> readerOf(const RunContext& ctx) {
    if (!ctx.cards)
        return fail(ErrorCode::NoReader);
    return usableReader(*ctx.cards, ctx.order.reader);
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
    const auto& named = ctx.order.authCertificate;
    const Expected<Certificate> auth = named ? *named : certificateForTimeStamps(ctx.profile, *reader);
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

Expected<Certificate> certificateToArchive(const RunContext& ctx) {
    if (ctx.order.authCertificate)
        return *ctx.order.authCertificate;
    if (!ctx.profile.authCertificateFile.isEmpty())
        return readAuthCertificate(ctx.profile.authCertificateFile, base::SecretBytes());
    const Expected<DeskReader> reader = readerOf(ctx);
    if (!reader)
        return tl::unexpected(reader.error());
    return certificateForTimeStamps(ctx.profile, *reader);
}

Expected<void> equipToArchive(RunContext& ctx) {
    const Expected<Certificate> auth = certificateToArchive(ctx);
    if (!auth)
        return tl::unexpected(auth.error());
    if (auth->isForSigning() && !auth->isForAuthentication())
        return notForTimeStamps(*auth);
    ctx.authCertificate = *auth;
    return {};
}

}  // namespace

Expected<void> equip(RunContext& ctx) {
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
