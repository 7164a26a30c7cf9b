#include "signing/AuthCertificateFile.h"

#include <QtConcurrentRun>
#include <algorithm>

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
    if (error.code() == ErrorCode::PfxPasswordWrong)
        return fail(ErrorCode::AuthCertificatePassword, QStringList{name}, error.detail());
    if (error.code() == ErrorCode::PfxUnreadable)  // then it is nothing that we know
        return fail(ErrorCode::CertificateInvalid, QStringList{}, name);
    return tl::unexpected(error);
}

}  // namespace

Expected<Certificate> readAuthCertificate(const QString& path, const base::SecretBytes& password) {
    const Expected<QByteArray> content = readSmallFile(path, PfxFile::LargestFile);
    if (!content)
        return tl::unexpected(content.error());
    Expected<Certificate> certificate = Certificate::fromAnyEncoding(*content);
    if (!certificate)
        certificate = fromPfx(*content, password, base::printable(path));
    if (!certificate)
        return certificate;
    if (const auto problem = outOfDate(*certificate))
        return tl::unexpected(*problem);
    return certificate;
}

QFuture<Expected<Certificate>> readAuthCertificateInPool(const QString& path) {
    return QtConcurrent::run([path] { return readAuthCertificate(path, base::SecretBytes()); });
}

}  // namespace signet::signing
