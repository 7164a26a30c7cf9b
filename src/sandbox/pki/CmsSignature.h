#pragma once

#include <QByteArray>
#include <QList>
#include <functional>
#include <optional>

#include "base/Expected.h"
#include "crypto/Certificate.h"
#include "crypto/Digest.h"

namespace signet::sandbox {

using base::Expected;

/**
 * A detached CMS signature (RFC 5652) with the signed attributes that a PDF takes: contentType, messageDigest
 * and signing-certificate-v2 (ETSI EN 319 142-1, 6.3: no signing-time). First prepared, then signed
 * elsewhere, then completed. A value; any thread.
 */
class CmsSignature {
public:
    /**
     * `contentHash`: the hash of what is signed; its length decides the algorithm, of the attributes too. RSA
     * keys take SHA-256 only; DigestLength otherwise. `issuers` (DER) are put in beside the signer's
     * certificate.
     */
    static Expected<CmsSignature> prepare(const crypto::Digest& contentHash,
                                          const crypto::Certificate& signer,
                                          const QList<QByteArray>& issuers);

    /** The hash of the DER of the signed attributes: what the card signs. */
    const crypto::Digest& digest() const { return m_digest; }
    const crypto::Certificate& signer() const { return m_signer; }

    using Stamper = std::function<Expected<QByteArray>(QByteArrayView)>;
    /**
     * DER of the finished SignedData. `signatureValue`: RSA as it is, ECDSA as DER. `stamp` is asked for a
     * time-stamp token over the value (RFC 3161, appendix A).
     */
    Expected<QByteArray> complete(QByteArrayView signatureValue, const Stamper& stamp) const;

private:
    CmsSignature(crypto::Certificate signer, crypto::Digest digest, QByteArray unsignedDer)
        : m_signer(std::move(signer)), m_digest(std::move(digest)), m_unsignedDer(std::move(unsignedDer)) {}

    crypto::Certificate m_signer;
    crypto::Digest m_digest;
    QByteArray m_unsignedDer;  ///< the SignedData with an empty signature value
};

/** What a SignedData tells about its first signer. */
struct CmsContent {
    std::optional<QByteArray> signer;  ///< DER of the certificate, if it is there
    QList<QByteArray> certificates;    ///< all of them, DER
    QList<QByteArray> timeStamps;      ///< tokens over the signature value (DER)
};

/** Reads a SignedData, also a time-stamp token; bytes after it are ignored, as a PDF pads it. Nothing if it
 * is none. */
std::optional<CmsContent> readCms(QByteArrayView der);

}  // namespace signet::sandbox
