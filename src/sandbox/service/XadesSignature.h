#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <functional>

#include "base/Expected.h"
#include "crypto/Certificate.h"
#include "crypto/Digest.h"

namespace signet::sandbox {

using base::Expected;

/** A file that a signature covers: its name inside the container and its content. */
struct DataFile {
    QString name;
    QByteArray bytes;
};

/** Media type by the name's ending; application/octet-stream where that says nothing. */
QByteArray mediaTypeOf(const QString& fileName);

/** What makes a signature last: the issuers' certificates and the answers about revocation, all DER. */
struct LongTermEvidence {
    QList<QByteArray> certificates;
    QList<QByteArray> ocspResponses;
};

/**
 * One XAdES signature over the files of an ASiC-E container, as META-INF/signatures*.xml holds it: baseline
 * B-LT of ETSI EN 319 132-1 (B-T without evidence). First prepared, then signed elsewhere, then completed. A
 * value; any thread.
 */
class XadesSignature {
public:
    /**
     * `digestLength`: 32, 48 or 64 bytes for EC keys; RSA keys take 32 only. `issuers` go into KeyInfo beside
     * the signer's certificate.
     */
    static Expected<XadesSignature> prepare(const QList<DataFile>& files, const crypto::Certificate& signer,
                                            const QList<QByteArray>& issuers, int digestLength,
                                            const QDateTime& signingTime);

    /** The hash of the canonical SignedInfo: what the card signs. */
    const crypto::Digest& digest() const { return m_digest; }
    const crypto::Certificate& signer() const { return m_signer; }

    using Stamper = std::function<Expected<QByteArray>(QByteArrayView)>;
    /**
     * The finished XML. `signatureValue`: RSA as it is, ECDSA as r||s (XML Signature 1.1, 6.4.3). `stamp` is
     * asked for a time-stamp token over the canonical ds:SignatureValue.
     */
    Expected<QByteArray> complete(QByteArrayView signatureValue, const Stamper& stamp,
                                  const LongTermEvidence& evidence) const;

private:
    XadesSignature(crypto::Certificate signer, crypto::Digest digest)
        : m_signer(std::move(signer)), m_digest(std::move(digest)) {}

    crypto::Certificate m_signer;
    crypto::Digest m_digest;
    QString m_id;
    QByteArray m_signedInfo;
    QByteArray m_keyInfo;
    QByteArray m_signedProperties;
};

}  // namespace signet::sandbox
