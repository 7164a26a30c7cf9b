#pragma once

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <QByteArray>
#include <memory>

#include "base/Expected.h"

namespace signet::sandbox {

using base::ErrorCode;
using base::fail;

template <auto release>
struct OpenSslDeleter {
    template <typename T>
    void operator()(T* object) const {
        release(object);
    }
};

template <typename T, auto release>
using OpenSslPtr = std::unique_ptr<T, OpenSslDeleter<release>>;

using X509Ptr = OpenSslPtr<X509, X509_free>;
using ExtensionPtr = OpenSslPtr<X509_EXTENSION, X509_EXTENSION_free>;
using KeyPtr = OpenSslPtr<EVP_PKEY, EVP_PKEY_free>;
using KeyContextPtr = OpenSslPtr<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using BioPtr = OpenSslPtr<BIO, BIO_vfree>;
using BigNumberPtr = OpenSslPtr<BIGNUM, BN_free>;
using OctetStringPtr = OpenSslPtr<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free>;

/** A failure of OpenSSL as an Error: `what` was being done; OpenSSL's own words are appended, its queue
 * emptied. */
[[nodiscard]] tl::unexpected<base::Error> opensslFailure(const char* what);

/** DER of any OpenSSL object by its i2d function; empty if that fails. */
template <typename T, typename Encode>
QByteArray toDer(T* object, Encode encode) {
    const int size = encode(object, nullptr);
    if (size <= 0)
        return {};
    QByteArray der(size, Qt::Uninitialized);
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    encode(object, &out);
    return der;
}

/** Exactly one certificate; null if it cannot be read. */
X509Ptr parseCertificate(QByteArrayView der);

/** An object of the BIO's memory; empty if it holds nothing. */
QByteArray bytesOf(BIO* memory);

}  // namespace signet::sandbox
