#pragma once

#include <QByteArray>
#include <QSet>

#include "sandbox/pki/DemoPki.h"

namespace signet::sandbox {

/** Says what became of the certificates of the demo's issuer (RFC 6960): good, or revoked. Not thread-safe.
 */
class OcspResponder {
public:
    explicit OcspResponder(const DemoPki& pki) : m_pki(pki) {}

    /** From now on this certificate is revoked. */
    void revoke(const QByteArray& certificateDer);
    bool isRevoked(const QByteArray& certificateDer) const { return m_revoked.contains(certificateDer); }

    /** DER of the OCSPResponse for one certificate; InternalError if the demo's issuer did not issue it. */
    Expected<QByteArray> statusOf(const QByteArray& certificateDer) const;
    /** DER of the OCSPResponse to an OCSPRequest in DER; `malformedRequest` where it is none. */
    Expected<QByteArray> respond(QByteArrayView requestDer) const;

private:
    DemoPki m_pki;
    QSet<QByteArray> m_revoked;
};

/** Whether the certificate names the demo's issuer and carries its signature. */
bool isIssuedBy(const QByteArray& certificateDer, const QByteArray& issuerDer);

}  // namespace signet::sandbox
