#pragma once

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <QByteArray>
#include <QString>
#include <memory>

// Private to crypto/: OpenSSL's handles as owners, and its error queue as text.
namespace signet::crypto {

template <auto Free>
struct FreeWith {
    template <typename T>
    void operator()(T* handle) const {
        Free(handle);
    }
};

/** For what OpenSSL allocated and hands over. */
struct FreeOpenSslBytes {
    template <typename T>
    void operator()(T* bytes) const {
        OPENSSL_free(bytes);
    }
};

using BioHandle = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;
using X509Handle = std::unique_ptr<X509, FreeWith<X509_free>>;
using KeyHandle = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using KeyContextHandle = std::unique_ptr<EVP_PKEY_CTX, FreeWith<EVP_PKEY_CTX_free>>;
using EcdsaSigHandle = std::unique_ptr<ECDSA_SIG, FreeWith<ECDSA_SIG_free>>;
using BignumHandle = std::unique_ptr<BIGNUM, FreeWith<BN_free>>;

/**
 * Leaves the thread's OpenSSL error queue as it was found: an error of ours that stays behind would be read
 * as an error of Qt's next TLS operation.
 */
class ErrorQueueScope {
public:
    ErrorQueueScope() { ERR_set_mark(); }
    ~ErrorQueueScope() { ERR_pop_to_mark(); }
    ErrorQueueScope(const ErrorQueueScope&) = delete;
    ErrorQueueScope& operator=(const ErrorQueueScope&) = delete;
};

/** What OpenSSL says of its last failure: for an Error's detail, within an ErrorQueueScope. */
QString lastOpenSslError();

/** One X.509 certificate that fills `der` entirely; null otherwise. */
X509Handle readX509(QByteArrayView der);

inline const unsigned char* bytesOf(QByteArrayView view) {
    return reinterpret_cast<const unsigned char*>(view.data());
}

inline unsigned char* bytesOf(QByteArray& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

}  // namespace signet::crypto
