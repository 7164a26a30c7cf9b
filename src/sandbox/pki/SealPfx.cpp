#include "sandbox/pki/SealPfx.h"

#include <openssl/pkcs12.h>
#include <openssl/provider.h>

#include <algorithm>

#include "sandbox/pki/OpenSslPtr.h"

namespace signet::sandbox {
namespace {

using Pkcs12Ptr = OpenSslPtr<PKCS12, PKCS12_free>;

struct StackDeleter {
    void operator()(STACK_OF(X509) * certificates) const { sk_X509_pop_free(certificates, X509_free); }
};
using CertificatesPtr = std::unique_ptr<STACK_OF(X509), StackDeleter>;

CertificatesPtr stackOf(const QList<QByteArray>& ders) {
    CertificatesPtr stack(sk_X509_new_null());
    for (const QByteArray& der : ders) {
        X509Ptr certificate = parseCertificate(der);
        if (!stack || !certificate || sk_X509_push(stack.get(), certificate.get()) == 0)
            return nullptr;
        certificate.release();
    }
    return stack;
}

}  // namespace

OSSL_LIB_CTX* contextWithOldAlgorithms() {
    static OSSL_LIB_CTX* const context = [] {
        OSSL_LIB_CTX* const fresh = OSSL_LIB_CTX_new();
        if (fresh != nullptr) {
            OSSL_PROVIDER_load(fresh, "default");
            OSSL_PROVIDER_load(fresh, "legacy");
        }
        return fresh;
    }();
    return context;
}

base::SecretBytes zeroTerminated(const base::SecretBytes& secret) {
    base::SecretBytes text(secret.size() + 1);
    std::copy(secret.bytes().begin(), secret.bytes().end(), text.bytes().begin());
    return text;
}

Expected<QByteArray> makePfx(const KeyAndCertificate& own, const QList<QByteArray>& others,
                             const base::SecretBytes& password, PfxStyle style) {
    constexpr int Rounds = 2048;
    const bool old = style == PfxStyle::Old;
    const X509Ptr certificate = parseCertificate(own.certificateDer);
    const CertificatesPtr chain = stackOf(others);
    const base::SecretBytes text = zeroTerminated(password);
    const Pkcs12Ptr file(
        certificate && chain
            ? PKCS12_create_ex(text.view().data(), "e-seal", own.key.get(), certificate.get(), chain.get(),
                               old ? NID_pbe_WithSHA1And3_Key_TripleDES_CBC : NID_aes_256_cbc,
                               old ? NID_pbe_WithSHA1And40BitRC2_CBC : NID_aes_256_cbc, Rounds, Rounds, 0,
                               contextWithOldAlgorithms(), nullptr)
            : nullptr);
    if (!file)
        return opensslFailure("make PFX");
    return toDer(file.get(), i2d_PKCS12);
}

}  // namespace signet::sandbox
