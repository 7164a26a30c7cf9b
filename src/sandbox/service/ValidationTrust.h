#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <optional>

#include "crypto/Certificate.h"
#include "sandbox/pki/DemoPki.h"

namespace signet::sandbox {

enum class ChainResult {
    Trusted,
    OutOfTime,  ///< it leads to the root, but not at that time
    Untrusted,
};

/** What a verified time-stamp token says. */
struct VerifiedStamp {
    QDateTime time;
    QDateTime authorityUntil;  ///< the end of the authority's certificate
};

/** What a verified OCSP answer says about one certificate. */
struct VerifiedStatus {
    enum class Status { Good, Revoked, Unknown };
    Status status = Status::Unknown;
    QDateTime producedAt;
    QDateTime revokedAt;  ///< when Revoked
};

/** Verifies the evidence of signatures against the demo's root, with OpenSSL. All that it is given is
 * untrusted. Any thread. */
class ValidationTrust {
public:
    explicit ValidationTrust(const DemoPki& pki);

    /** `others` (DER) may stand between the certificate and the root. */
    ChainResult chainOf(const QByteArray& certificateDer, const QList<QByteArray>& others,
                        const QDateTime& when) const;
    /** Nothing unless the token (DER, bytes behind it are ignored) is over `data` and its authority is
     * trusted. */
    std::optional<VerifiedStamp> checkStamp(QByteArrayView token, QByteArrayView data) const;
    /** The first of the answers (DER) that speaks of the certificate and is signed by whom its issuer trusts
     * with that. */
    std::optional<VerifiedStatus> statusOf(const QByteArray& certificateDer, const QList<QByteArray>& answers,
                                           const QList<QByteArray>& others) const;

private:
    QByteArray m_rootDer;
    QByteArray m_issuerDer;
};

}  // namespace signet::sandbox
