#pragma once

#include <QString>
#include <QStringList>
#include <memory>

#include "sandbox/pki/DemoPki.h"
#include "sandbox/pki/OpenSslPtr.h"

namespace signet::sandbox {

/** One part of a distinguished name, by its short name ("CN", "SN", "GN", "serialNumber"), in the order of
 * the name. */
struct NamePart {
    const char* field;
    QString value;
};

/**
 * Says what is to stand in a certificate, then issues it (RFC 5280). Extensions are written in OpenSSL's
 * configuration words ("critical,nonRepudiation").
 */
class CertificateBuilder {
public:
    CertificateBuilder& subject(QList<NamePart> parts);
    CertificateBuilder& years(int years);
    /** Both in days from now. */
    CertificateBuilder& validity(int from, int until);
    CertificateBuilder& extension(int nid, QByteArray words);
    /** The statements of ETSI EN 319 412-5 for a natural person's certificate whose key is in a qualified
     * device. */
    CertificateBuilder& qualifiedForSignatures();
    /** The same for an organisation's seal whose key is in a file. */
    CertificateBuilder& qualifiedForSeals();

    /** Signs with the issuer's key; without an issuer the certificate signs itself. */
    Expected<KeyAndCertificate> issue(const std::shared_ptr<EVP_PKEY>& key,
                                      const KeyAndCertificate* issuer) const;

private:
    Expected<void> fill(X509* certificate, EVP_PKEY* key, const X509* issuer) const;
    Expected<void> addExtensions(X509* certificate, X509* issuer) const;

    QList<NamePart> m_subject;
    int m_validFrom = -1;
    int m_validUntil = 5 * 365;
    QList<std::pair<int, QByteArray>> m_extensions;
    QByteArray m_qualifiedStatements;  ///< DER; empty: none
};

Expected<std::shared_ptr<EVP_PKEY>> makeKey(KeyKind kind);

}  // namespace signet::sandbox
