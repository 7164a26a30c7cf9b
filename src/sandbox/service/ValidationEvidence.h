#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include "sandbox/service/ValidationFinding.h"
#include "sandbox/service/ValidationTrust.h"

namespace signet::sandbox {

/** A time-stamp token and what it has to be over. */
struct StampToCheck {
    QByteArray token;
    QByteArray data;
};

/** What a signature brings along to be checked by, whatever document it is in. All DER. */
struct SignatureEvidence {
    QString family;  ///< "XAdES", "PAdES"
    QList<StampToCheck> signatureStamps;
    QList<StampToCheck> archiveStamps;
    QList<QByteArray> certificates;
    QList<QByteArray> ocspResponses;
};

/**
 * Judges a signature whose value and digests have been looked at: its time stamps, its certificate at the
 * stamped time, and revocation (ETSI EN 319 102-1, 5.3 to 5.6, as far as the demo's trust goes). Sets format
 * and times.
 */
void judgeEvidence(SignatureFinding& finding, const SignatureEvidence& evidence,
                   const ValidationTrust& trust);

}  // namespace signet::sandbox
