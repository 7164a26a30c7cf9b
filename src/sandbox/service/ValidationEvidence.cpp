#include "sandbox/service/ValidationEvidence.h"

namespace signet::sandbox {
namespace {

void judgeStamps(SignatureFinding& finding, const SignatureEvidence& evidence, const ValidationTrust& trust) {
    for (const StampToCheck& stamp : evidence.signatureStamps) {
        const auto verified = trust.checkStamp(stamp.token, stamp.data);
        if (!verified) {
            finding.doubt(u"NO_POE"_qs, u"The signature's time stamp does not fit it or is not trusted"_qs);
            continue;
        }
        if (!finding.stampedAt.isValid() || verified->time < finding.stampedAt)
            finding.stampedAt = verified->time;
        finding.validUntil = qMax(finding.validUntil, verified->authorityUntil);
    }
    for (const StampToCheck& stamp : evidence.archiveStamps) {
        const auto verified = trust.checkStamp(stamp.token, stamp.data);
        if (verified)
            finding.validUntil = qMax(finding.validUntil, verified->authorityUntil);
        else
            finding.doubt(u"NO_POE"_qs,
                          u"An archive time stamp does not fit the document or is not trusted"_qs);
    }
}

void judgeRevocation(SignatureFinding& finding, const SignatureEvidence& evidence, const QDateTime& when,
                     const ValidationTrust& trust) {
    const auto status = trust.statusOf(finding.signer->der(), evidence.ocspResponses, evidence.certificates);
    if (!status) {
        finding.doubt(u"TRY_LATER"_qs, u"No revocation data for the signing certificate"_qs);
        return;
    }
    finding.revocationCheckedAt = status->producedAt;
    if (status->status == VerifiedStatus::Status::Unknown)
        finding.doubt(u"TRY_LATER"_qs, u"The revocation of the signing certificate is not known"_qs);
    if (status->status != VerifiedStatus::Status::Revoked)
        return;
    if (status->revokedAt <= when)
        finding.fail(u"REVOKED"_qs, u"The signing certificate was revoked before the signature was made"_qs);
    else
        finding.warnings.append(u"The signing certificate was revoked after the signature was made"_qs);
}

QString levelOf(const SignatureEvidence& evidence) {
    if (evidence.signatureStamps.isEmpty())
        return u"B"_qs;
    if (evidence.ocspResponses.isEmpty())
        return u"T"_qs;
    return evidence.archiveStamps.isEmpty() ? u"LT"_qs : u"LTA"_qs;
}

}  // namespace

void judgeEvidence(SignatureFinding& finding, const SignatureEvidence& evidence,
                   const ValidationTrust& trust) {
    finding.format = evidence.family + u"_BASELINE_" + levelOf(evidence);
    judgeStamps(finding, evidence, trust);
    if (!finding.signer)
        return;
    const QDateTime when = finding.stampedAt.isValid() ? finding.stampedAt : QDateTime::currentDateTimeUtc();
    switch (trust.chainOf(finding.signer->der(), evidence.certificates, when)) {
        case ChainResult::Trusted:
            judgeRevocation(finding, evidence, when, trust);
            break;
        case ChainResult::OutOfTime:
            finding.doubt(u"OUT_OF_BOUNDS_NO_POE"_qs,
                          u"The signing certificate was not valid at that time"_qs);
            break;
        case ChainResult::Untrusted:
            finding.doubt(u"NO_CERTIFICATE_CHAIN_FOUND"_qs,
                          u"The signing certificate does not lead to a trusted one"_qs);
            break;
    }
}

}  // namespace signet::sandbox
