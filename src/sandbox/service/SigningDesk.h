#pragma once

#include <QJsonObject>
#include <QString>

#include "crypto/Certificate.h"
#include "sandbox/pki/DemoPki.h"
#include "sandbox/pki/OcspResponder.h"
#include "sandbox/pki/TimeStampAuthority.h"
#include "sandbox/service/SessionStore.h"

namespace signet::sandbox {

/** Why the service says no, in the style of signapi.md 12.5. */
struct Refusal {
    QString code;
    QString message;
};

template <typename T>
using Granted = tl::expected<T, Refusal>;

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
                                bool createNewContainer) const;
    /** Verifies the value, adds time stamp and revocation data, and puts the container in the place of the
     * documents. */
    Granted<void> complete(Session& session, const QString& signatureValue,
                           const crypto::Certificate& authentication) const;

    OcspResponder& ocsp() { return m_ocsp; }
    const TimeStampAuthority& timeStamps() const { return m_timeStamps; }

private:
    Granted<QByteArray> xmlSignatureValue(const XadesSignature& signature, const QString& base64) const;
    Granted<LongTermEvidence> evidenceFor(const crypto::Certificate& signer) const;

    DemoPki m_pki;
    OcspResponder m_ocsp;
    TimeStampAuthority m_timeStamps;
    int m_ecDigestLength;
    bool m_refuseSecondFinalize;
};

}  // namespace signet::sandbox
