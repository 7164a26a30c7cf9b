#include "signing/AuthCertificateFile.h"

#include <QtConcurrentRun>
#include <algorithm>

#include "base/OpenSslThread.h"
#include "base/PrintableText.h"
#include "crypto/PfxFile.h"
#include "signing/SmallFile.h"
#include "signing/Validity.h"

namespace signet::signing {
namespace {

using base::ErrorCode;
using base::Expected;
using base::fail;
using crypto::Certificate;
using crypto::PfxFile;

Expected<Certificate> fromPfx(const QByteArray& bytes, const base::SecretBytes& password,
                              const QString& name) {
    const Expected<QList<Certificate>> found = PfxFile::certificatesIn(bytes, password, name);
    if (found) {
        const auto best = std::find_if(found->begin(), found->end(),
                                       [](const Certificate& each) { return each.isForAuthentication(); });
        return best != found->end() ? *best : found->first();
    }
    const base::Error& error = found.error();
    switch (error.code()) {
        case ErrorCode::PfxPasswordWrong:
            return fail(ErrorCode::AuthCertificatePassword, QStringList{name}, error.detail());
        case ErrorCode::PfxAlgorithm:
            return tl::unexpected(error);
        default:  // then it is nothing that we know, or nothing is in it
            return fail(ErrorCode::AuthCertificateInvalid, QStringList{name}, error.detail());
    }
}

/** Whether the time stamp can be requested with it, today. */
Expected<void> checkUse(const Certificate& certificate, const QString& name,
                        const std::optional<Certificate>& seal) {
    const QString owner = ownerOf(certificate);
    if (seal && certificate == *seal)
        return fail(ErrorCode::AuthCertificateIsSeal, QStringList{name});
    const auto obstacle = appraise(certificate, CertificateUse::Authenticate).obstacle;
    if (!obstacle)
        return {};
    switch (obstacle->code()) {
        case ErrorCode::CertificateExpired:
            return fail(ErrorCode::AuthCertificateExpired,
                        QStringList{name, owner, shortDate(certificate.notAfter())});
        case ErrorCode::CertificateNotYetValid:
            return fail(ErrorCode::AuthCertificateNotYetValid,
                        QStringList{name, owner, shortDate(certificate.notBefore())});
        default:
            return fail(ErrorCode::AuthCertificateWrongUsage, QStringList{name, owner});
    }
}

}  // namespace

Expected<Certificate> readAuthCertificate(const QString& path, const base::SecretBytes& password,
                                          const std::optional<Certificate>& seal) {
    const Expected<QByteArray> content = readSmallFile(path, PfxFile::LargestFile);
    if (!content)
        return tl::unexpected(content.error());
    const QString name = base::printable(path);
    Expected<Certificate> certificate = Certificate::fromAnyEncoding(*content);
    if (!certificate)
        certificate = fromPfx(*content, password, name);
    if (!certificate)
        return certificate;
    if (const auto fit = checkUse(*certificate, name, seal); !fit)
        return tl::unexpected(fit.error());
    return certificate;
}

QFuture<Expected<Certificate>> readAuthCertificateInPool(const QString& path) {
    return QtConcurrent::run([path] {
        const base::OpenSslThread thread;
        return readAuthCertificate(path, base::SecretBytes());
    });
}

}  // namespace signet::signing
