#include "crypto/PfxFile.h"

#include <algorithm>

#include "crypto/PfxContents.h"

namespace signet::crypto {
namespace {

using base::Error;
using base::ErrorCode;

ErrorCode codeOf(PfxProblem problem) {
    switch (problem) {
        case PfxProblem::Algorithm:
            return ErrorCode::PfxAlgorithm;
        case PfxProblem::Password:
            return ErrorCode::PfxPasswordWrong;
        case PfxProblem::None:
        case PfxProblem::Unreadable:
            break;
    }
    return ErrorCode::PfxUnreadable;
}

Expected<PfxContents> contentsOf(const QByteArray& bytes, const base::SecretBytes& password,
                                 const QString& name) {
    if (bytes.isEmpty() || bytes.size() > PfxFile::LargestFile)
        return base::fail(ErrorCode::PfxUnreadable, QStringList{name},
                          QStringLiteral("%1 bytes").arg(bytes.size()));
    PfxContents contents;
    const PfxProblem problem = readPfx(bytes, password, contents);
    if (problem != PfxProblem::None)
        return base::fail(codeOf(problem), QStringList{name}, lastOpenSslError());
    if (contents.certificates.empty() && !contents.keys.empty())
        return base::fail(ErrorCode::PfxWithoutCertificate, QStringList{name});
    return contents;
}

bool belongsToAKey(const X509Handle& certificate, const PfxContents& contents) {
    const EVP_PKEY* const key = X509_get0_pubkey(certificate.get());
    return key != nullptr &&
           std::any_of(contents.keys.begin(), contents.keys.end(),
                       [key](const KeyHandle& each) { return EVP_PKEY_eq(key, each.get()) == 1; });
}

Expected<Certificate> valueOf(const X509Handle& certificate) {
    unsigned char* bytes = nullptr;
    const int length = i2d_X509(certificate.get(), &bytes);
    const std::unique_ptr<unsigned char, FreeOpenSslBytes> owner(bytes);
    return Certificate::fromDer(QByteArrayView(bytes, std::max(length, 0)));
}

Expected<QList<Certificate>> valuesOf(const std::vector<X509Handle>& certificates) {
    QList<Certificate> values;
    for (const X509Handle& each : certificates) {
        const Expected<Certificate> value = valueOf(each);
        if (!value)
            return tl::unexpected(value.error());
        values.append(*value);
    }
    return values;
}

/** That of a key to the front; false if there is none. */
bool putKeysFirst(PfxContents& contents) {
    const auto found =
        std::find_if(contents.certificates.begin(), contents.certificates.end(),
                     [&contents](const X509Handle& each) { return belongsToAKey(each, contents); });
    if (found == contents.certificates.end())
        return false;
    std::rotate(contents.certificates.begin(), found, std::next(found));
    return true;
}

}  // namespace

Expected<PfxFile> PfxFile::open(const QByteArray& bytes, const base::SecretBytes& password,
                                const QString& name) {
    const ErrorQueueScope scope;
    Expected<PfxContents> contents = contentsOf(bytes, password, name);
    if (!contents)
        return tl::unexpected(contents.error());
    if (contents->keys.empty())
        return base::fail(ErrorCode::PfxWithoutKey, QStringList{name});
    if (!putKeysFirst(*contents))
        return base::fail(ErrorCode::PfxKeyMismatch, QStringList{name}, lastOpenSslError());
    Expected<QList<Certificate>> values = valuesOf(contents->certificates);
    if (!values)
        return tl::unexpected(values.error());
    Certificate certificate = values->takeFirst();
    return PfxFile(std::move(certificate), *std::move(values));
}

Expected<QList<Certificate>> PfxFile::certificatesIn(const QByteArray& bytes,
                                                     const base::SecretBytes& password, const QString& name) {
    const ErrorQueueScope scope;
    Expected<PfxContents> contents = contentsOf(bytes, password, name);
    if (!contents)
        return tl::unexpected(contents.error());
    if (contents->certificates.empty())
        return base::fail(ErrorCode::PfxWithoutCertificate, QStringList{name});
    putKeysFirst(*contents);
    return valuesOf(contents->certificates);
}

}  // namespace signet::crypto
