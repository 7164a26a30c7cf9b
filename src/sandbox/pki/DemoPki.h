#pragma once

#include <openssl/types.h>

#include <QByteArray>
#include <QList>
#include <QString>
#include <memory>

#include "base/Expected.h"

namespace signet::sandbox {

using base::Expected;

/** The personalisations that card.md 1 records: three of the Latvian eID, two of the Estonian. */
enum class CardPersonalisation {
    Cosmo8Rsa,       ///< RSA-2048, keys 81/9F, certificates 3401/341F
    Cosmo8Ec,        ///< P-384, keys 82/9E, certificates 3402/341E; 3401/341F are one-byte place-holders
    CosmoXEc,        ///< P-384, keys 82/9E, certificates 3401/341F
    EstonianCosmo8,  ///< P-384, keys 81/9F, certificates 3401/341F
    EstonianCosmoX,  ///< the same with the other ATR
};

/** Whose eID it is: "LV" or "EE" (ISO 3166-1). */
QString countryOf(CardPersonalisation personalisation);

/** How the certificates of a card are, for those who want to see what is said of unusual ones. */
struct CertificateTerms {
    int validFrom = -1;        ///< in days from now
    int validUntil = 5 * 365;  ///< the same
    bool qualified = true;     ///< the signing certificate says that it is
};

struct KeyAndCertificate {
    std::shared_ptr<EVP_PKEY> key;
    QByteArray certificateDer;
};

/** What is personalised onto one virtual card. */
struct CardIdentity {
    QString givenName;
    QString surname;
    QString personalCode;  ///< Latvian: NNNNNN-NNNNN; becomes the serial number PNOLV-NNNNNN-NNNNN
    KeyAndCertificate authentication;
    KeyAndCertificate signing;
};

/** An organisation's e-seal: what seals, and the certificate with which time stamps are requested for it. */
struct SealIdentity {
    QString organisation;
    QString registrationNumber;  ///< becomes the organizationIdentifier NTRLV-... (ETSI EN 319 412-1, 5.1.4)
    KeyAndCertificate sealing;
    KeyAndCertificate authentication;
};

enum class KeyKind { Rsa2048, P256, P384 };

/**
 * The demo's own trust: a root, an issuing CA, a time-stamp authority, an OCSP responder and the server's TLS
 * certificate, all made anew at each start; nothing of it is to be trusted anywhere else. Not thread-safe.
 */
class DemoPki {
public:
    /**
     * Well under a second. `ocspUrl` stands in the card certificates as the place to ask for revocation (RFC
     * 5280, 4.2.2.1).
     */
    static Expected<DemoPki> create(const QByteArray& ocspUrl = "http://localhost/sandbox/v1/ocsp");

    /** Card certificates in the form of the country's eID: usage, policies, qualified statements, serial
     * number PNO.. (ETSI EN 319 412-1, 5.1.3); the Estonian common name is "SURNAME,GIVEN NAME,CODE". */
    Expected<CardIdentity> issueCard(CardPersonalisation personalisation, const QString& givenName,
                                     const QString& surname, const QString& personalCode,
                                     const CertificateTerms& terms = {}) const;

    /** A card of the sample person of its country. */
    Expected<CardIdentity> issueSampleCard(CardPersonalisation personalisation,
                                           const CertificateTerms& terms = {}) const;

    /** An e-seal whose key is in a file (QCP-l of ETSI EN 319 411-2). RSA keys take some 100 ms each. */
    Expected<SealIdentity> issueSeal(const QString& organisation = QStringLiteral("SIA Paraugs"),
                                     const QString& registrationNumber = QStringLiteral("40003000000"),
                                     KeyKind kind = KeyKind::Rsa2048) const;

    /** The service's central authentication certificate, RSA, with which passwords of seals travel
     * (signapi.md 7.2). Made when it is first asked for. */
    Expected<KeyAndCertificate> centralKey() const;

    const KeyAndCertificate& root() const;
    const KeyAndCertificate& issuer() const;
    const KeyAndCertificate& timeStampAuthority() const;
    const KeyAndCertificate& ocspResponder() const;
    const KeyAndCertificate& tlsServer() const;  ///< for localhost, 127.0.0.1 and ::1
    QByteArray rootPem() const;

private:
    struct Data;
    explicit DemoPki(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> m_data;
};

/** PEM of a certificate, of a key's public half, and of a demo key (unencrypted: it protects nothing); empty
 * if it cannot be written. */
QByteArray certificatePem(const QByteArray& der);
QByteArray publicKeyPem(EVP_PKEY* key);
QByteArray privateKeyPem(EVP_PKEY* key);

}  // namespace signet::sandbox
