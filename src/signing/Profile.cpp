#include "signing/Profile.h"

#include <QFile>

#include "base/OwnWords.h"
#include "crypto/Certificate.h"
#include "signapi/ServiceAddress.h"

namespace signet::signing {
namespace {

using base::ErrorCode;
using base::Expected;
using base::fail;

constexpr qint64 LargestCertificateFile = 1024 * 1024;

Expected<void> incomplete(const Profile& profile, const char* what) {
    return fail(ErrorCode::ProfileIncomplete, QStringList{profile.name, base::ownWords("Profile", what)});
}

Expected<void> checkAddress(const QUrl& url) {
    const auto address = signapi::ServiceAddress::parse(url);
    if (!address)
        return tl::unexpected(address.error());
    return {};
}

Expected<void> checkTokenSource(const Profile& profile) {
    if (profile.tokenSource == Profile::TokenSource::StaticToken)
        return {};
    if (profile.tokenUrl.isEmpty())
        return incomplete(profile,
                          QT_TRANSLATE_NOOP("Profile", "the address of the token service is missing"));
    if (profile.clientId.isEmpty())
        return incomplete(profile, QT_TRANSLATE_NOOP("Profile", "the client identifier is missing"));
    return checkAddress(profile.tokenUrl);
}

Expected<void> checkCertificateFile(const QString& path, ErrorCode ifUnusable) {
    if (path.isEmpty())
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileNotReadable, QStringList{path, file.errorString()});
    const QByteArray content = file.read(LargestCertificateFile);
    if (!crypto::Certificate::fromPem(content) && !crypto::Certificate::fromDer(content))
        return fail(ifUnusable, QStringList{path});
    return {};
}

}  // namespace

Expected<void> check(const Profile& profile) {
    if (profile.name.isEmpty())
        return incomplete(profile, QT_TRANSLATE_NOOP("Profile", "it has no name"));
    if (profile.api.isEmpty())
        return incomplete(profile, QT_TRANSLATE_NOOP("Profile", "the address of the service is missing"));
    return checkAddress(profile.api)
        .and_then([&] { return checkTokenSource(profile); })
        .and_then([&] { return checkCertificateFile(profile.caFile, ErrorCode::CaFileInvalid); })
        .and_then([&] {
            return checkCertificateFile(profile.authCertificateFile, ErrorCode::AuthCertificateInvalid);
        });
}

}  // namespace signet::signing
