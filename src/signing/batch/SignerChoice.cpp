#include "signing/batch/SignerChoice.h"

#include <QCoreApplication>
#include <QFile>

#include "base/PrintableText.h"

namespace signet::signing {
namespace {

using base::ErrorCode;
using base::Expected;
using base::fail;
using crypto::Certificate;

constexpr qint64 LongestCertificateFile = 64 * 1024;

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

Expected<Certificate> certificateFromFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, QStringList{base::printable(path), file.errorString()});
    const QByteArray bytes = file.read(LongestCertificateFile);
    Expected<Certificate> certificate = Certificate::fromPem(bytes);
    return certificate ? certificate : Certificate::fromDer(bytes);
}

Expected<Certificate> certificateForTimeStamps(const DeskReader& reader, const Profile& profile) {
    if (!profile.authCertificateFile.isEmpty())
        return certificateFromFile(profile.authCertificateFile);
    if (!reader.authenticationCertificate)
        return fail(ErrorCode::CardNoAuthenticationCertificate);
    return *reader.authenticationCertificate;
}

}  // namespace

Expected<Signer> chooseSigner(const CardDesk& cards, const QString& reader, const Profile& profile) {
    const Expected<DeskReader> found = usableReader(cards, reader);
    if (!found)
        return tl::unexpected(found.error());
    if (!found->signingCertificate)
        return fail(ErrorCode::CardNoSigningKey);
    if (found->pin2TriesLeft == 0)
        return fail(ErrorCode::PinBlocked);
    const Expected<Certificate> auth = certificateForTimeStamps(*found, profile);
    if (!auth)
        return tl::unexpected(auth.error());
    if (*auth == *found->signingCertificate) {
        const QString purpose = QCoreApplication::translate("Batch", "time stamps");
        return fail(ErrorCode::CertificateWrongUsage,
                    QStringList{base::printable(auth->commonName()), purpose});
    }
    return Signer{*found, *found->signingCertificate, *auth};
}

}  // namespace signet::signing
