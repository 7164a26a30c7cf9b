#pragma once

#include "crypto/Certificate.h"
#include "sandbox/pki/DemoPki.h"
#include "sandbox/pki/OcspResponder.h"
#include "sandbox/pki/TimeStampAuthority.h"
#include "sandbox/service/SessionStore.h"
#include "sandbox/service/SigningChoice.h"

namespace signet::sandbox {

/** Prepares and completes the signature of one session. Not thread-safe. */
class SigningDesk {
public:
    SigningDesk(const DemoPki& pki, int ecDigestLength, bool refuseSecondFinalize);

    /** A certificate of a request: base64 of the DER, PEM, or base64 of PEM. */
    static Granted<crypto::Certificate> readCertificate(const QJsonValue& value);
    /** Whether this certificate may sign now; `signing:calculateDigest:...` otherwise. */
    Granted<void> checkSigner(const crypto::Certificate& signer) const;

    /** Bytes of the digest that a key of this kind gets. */
    int digestLengthFor(const crypto::Certificate& signer) const;

    /** Prepares a signature over the session's documents; one that was prepared before is void. */
    Granted<QByteArray> prepare(Session& session, const crypto::Certificate& signer,
                                SigningChoice choice) const;
    /** Verifies the value, adds time stamp and revocation data, and puts the signed document in the place of
     * the documents. */
    Granted<void> complete(Session& session, const QString& signatureValue,
                           const crypto::Certificate& authentication) const;

    OcspResponder& ocsp() { return m_ocsp; }
    const TimeStampAuthority& timeStamps() const { return m_timeStamps; }

private:
    TrustServices trustServices() const;
    Expected<LongTermEvidence> evidenceFor(const std::optional<crypto::Certificate>& signer) const;

    DemoPki m_pki;
    OcspResponder m_ocsp;
    TimeStampAuthority m_timeStamps;
    int m_ecDigestLength;
    bool m_refuseSecondFinalize;
};

}  // namespace signet::sandbox
