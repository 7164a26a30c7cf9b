#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <memory>

#include "base/Expected.h"

namespace signet::crypto {

using base::Expected;

enum class KeyType { Rsa, Ec, Other };

/** The qualified-certificate statements that matter here (ETSI EN 319 412-5). */
struct QualifiedStatements {
    bool qualified = false;      ///< QcCompliance
    bool secureDevice = false;   ///< QcSSCD: the private key is in a qualified device
    bool forSignatures = false;  ///< QcType esign
    bool forSeals = false;       ///< QcType eseal
    bool operator==(const QualifiedStatements&) const = default;
};

/**
 * An X.509 certificate (RFC 5280), read once and then immutable; copies share. All names are UTF-8 turned
 * into QString and come from outside: show them as plain text. Any thread.
 */
class Certificate {
public:
    /** Exactly one certificate; trailing bytes, an unreadable key or over 64 KiB are CertificateInvalid. */
    static Expected<Certificate> fromDer(QByteArrayView der);
    /** The first certificate of a PEM text. */
    static Expected<Certificate> fromPem(QByteArrayView pem);
    /** As people keep it in files: the first of a PEM text, DER, or base64 of either. */
    static Expected<Certificate> fromAnyEncoding(QByteArrayView bytes);

    const QByteArray& der() const;
    QByteArray toBase64() const;     ///< base64 of the DER in one line, as SignAPI takes it (signapi.md 11.3)
    QByteArray toPem() const;        ///< PEM text, lines of 64 letters (RFC 7468)
    QByteArray fingerprint() const;  ///< SHA-256 of the DER, 32 bytes

    QString commonName() const;
    QString givenName() const;
    QString surname() const;
    QString organisation() const;
    QString organisationIdentifier()
        const;  ///< such as NTRLV-40003000000 (ETSI EN 319 412-1, organizationIdentifier)
    QString serialNumber()
        const;  ///< the subject's, such as PNOLV-010180-12345 (ETSI EN 319 412-1), not the certificate's
    QString subject() const;  ///< the whole name in RFC 2253 order
    QString issuer() const;
    QString issuerCommonName() const;

    QDateTime notBefore() const;  ///< UTC
    QDateTime notAfter() const;   ///< UTC

    KeyType keyType() const;
    int keyBits() const;      ///< RSA: modulus; EC: field size (384 for P-384)
    QString keyName() const;  ///< "RSA-2048", "P-384"; for people and for `keyType` in JSON

    bool isForSigning() const;         ///< key usage nonRepudiation (contentCommitment)
    bool isForAuthentication() const;  ///< key usage digitalSignature and extended usage clientAuth
    /** For an organisation's seals: QcType says eseal; where it says nothing, an organisation and no person.
     */
    bool isSeal() const;
    QualifiedStatements qualifiedStatements() const;

    bool operator==(const Certificate& other) const { return der() == other.der(); }

private:
    struct Data;
    explicit Certificate(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> m_data;
};

}  // namespace signet::crypto
