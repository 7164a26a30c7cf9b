#include "signing/SealDesk.h"

#include <QtConcurrentRun>

#include "base/OpenSslThread.h"
#include "base/PrintableText.h"
#include "crypto/PfxFile.h"
#include "signapi/SignApiClient.h"
#include "signing/AuthCertificateFile.h"
#include "signing/ServiceDesk.h"
#include "signing/SmallFile.h"
#include "signing/TaskFuture.h"
#include "signing/Validity.h"

namespace signet::signing {
namespace {

using base::ErrorCode;
using base::Expected;
using base::fail;
using crypto::Certificate;
using crypto::PfxFile;
using crypto::RsaPublicKey;
using Client = std::shared_ptr<signapi::SignApiClient>;
using Password = std::shared_ptr<const base::SecretBytes>;

constexpr qsizetype LargestKeyFile = 64 * 1024;

Expected<Certificate> authCertificateOf(const SealSource& source, const base::SecretBytes& password,
                                        const Certificate& seal) {
    if (source.authCertificateFile.isEmpty())
        return fail(ErrorCode::AuthCertificateMissing);
    return readAuthCertificate(source.authCertificateFile, password, seal);
}

Expected<OpenedSeal> openSeal(const SealSource& source, const Password& password) {
    Expected<QByteArray> bytes = readSmallFile(source.pfxFile, PfxFile::LargestFile);
    if (!bytes)
        return tl::unexpected(bytes.error());
    const Expected<PfxFile> pfx = PfxFile::open(*bytes, *password, base::printable(source.pfxFile));
    if (!pfx)
        return tl::unexpected(pfx.error());
    if (const auto obstacle = appraise(pfx->certificate(), CertificateUse::Seal).obstacle)
        return tl::unexpected(*obstacle);
    const Expected<Certificate> auth = authCertificateOf(source, *password, pfx->certificate());
    if (!auth)
        return tl::unexpected(auth.error());
    return OpenedSeal{pfx->certificate(), *auth, *std::move(bytes), password};
}

Expected<RsaPublicKey> keyFromFile(const QString& path) {
    const Expected<QByteArray> content = readSmallFile(path, LargestKeyFile);
    if (!content)
        return tl::unexpected(content.error());
    Expected<RsaPublicKey> key = RsaPublicKey::fromAnyEncoding(*content);
    if (!key)
        return tl::unexpected(key.error().withDetail(QString(path % u": " % key.error().detail())));
    return key;
}

QCoro::Task<Expected<CentralKey>> askForKey(Client client, Profile profile) {
    const std::stop_token never;
    const auto answer = co_await client->centralKey(never);
    if (!answer)
        co_return tl::unexpected(answer.error().error);
    co_return centralKeyFor(profile, *answer, CentralKey::Source::Service);
}

}  // namespace

QFuture<Expected<OpenedSeal>> SealDesk::open(SealSource source, base::SecretBytes password) {
    auto kept = std::make_shared<const base::SecretBytes>(std::move(password));
    return QtConcurrent::run([source = std::move(source), kept = std::move(kept)] {
        const base::OpenSslThread thread;
        return openSeal(source, kept);
    });
}

QFuture<Expected<CentralKey>> SealDesk::centralKey(const Profile& profile, const QString& namedFile) const {
    const bool isNamed = !namedFile.isEmpty();
    const QString file = isNamed ? namedFile : profile.centralKeyFile;
    if (!file.isEmpty()) {
        const auto source = isNamed ? CentralKey::Source::NamedFile : CentralKey::Source::ProfileFile;
        return readyFuture<CentralKey>(keyFromFile(file).map(
            [&](const RsaPublicKey& key) { return centralKeyFor(profile, key, source); }));
    }
    if (const Client client = m_service.client())
        return toFuture<CentralKey>(askForKey(client, profile));
    return readyFuture<CentralKey>(tl::unexpected(ServiceDesk::notConnected()));
}

}  // namespace signet::signing
