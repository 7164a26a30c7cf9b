#pragma once

#include "crypto/Certificate.h"
#include "sandbox/pki/DemoPki.h"
#include "sandbox/pki/OcspResponder.h"
#include "sandbox/pki/SealKey.h"
#include "sandbox/pki/TimeStampAuthority.h"
#include "sandbox/service/SessionStore.h"
#include "sandbox/service/SigningChoice.h"

namespace signet::sandbox {

/** Signs, seals and archives the documents of one session. Not thread-safe. */
class SigningDesk {
public:
    SigningDesk(const DemoPki& pki, int ecDigestLength, bool refuseSecondFinalize);

    /** A certificate of a request: base64 of the DER, PEM, or base64 of PEM. */
    static Granted<crypto::Certificate> readCertificate(const QJsonValue& value);
    /** Whether this certificate may sign now; `signing:<operation>:...` otherwise. */
    Granted<void> checkSigner(const crypto::Certificate& signer, const QString& operation) const;

    /** Bytes of the digest that a key of this kind gets. */
    int digestLengthFor(const crypto::Certificate& signer) const;

    /** Prepares a signature over the session's documents; one that was prepared before is void. */
    Granted<QByteArray> prepare(Session& session, const crypto::Certificate& signer,
                                SigningChoice choice) const;
    /** Verifies the value, adds time stamp and revocation data, and puts the signed document in the place of
     * the documents. */
    Granted<void> complete(Session& session, const QString& signatureValue,
                           const crypto::Certificate& authentication) const;
    /** All of it at once, with a key that is here. */
    Granted<void> seal(Session& session, const SealKey& key, SigningChoice choice) const;

    /** Whether the session holds one document, and that has a signature. */
    bool isSigned(const Session& session) const;
    /** Adds an archive time stamp to the one document; its name becomes "a.extended.edoc" (signapi.md 4.3).
     */
    Granted<void> archive(Session& session) const;

    OcspResponder& ocsp() { return m_ocsp; }
    const TimeStampAuthority& timeStamps() const { return m_timeStamps; }

private:
    Granted<std::shared_ptr<const PendingSignature>> pendingFor(const Session& session,
                                                                const crypto::Certificate& signer,
                                                                SigningChoice choice,
                                                                const QString& operation) const;
    TrustServices trustServices() const;
    Expected<LongTermEvidence> evidenceFor(const std::optional<crypto::Certificate>& signer) const;

    DemoPki m_pki;
    OcspResponder m_ocsp;
    TimeStampAuthority m_timeStamps;
    int m_ecDigestLength;
    bool m_refuseSecondFinalize;
};

}  // namespace signet::sandbox
