#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace signet::signing {

/** What the service makes of one signature, or of all of a document's. */
enum class Verdict {
    Passed,         ///< TOTAL-PASSED
    Failed,         ///< TOTAL-FAILED
    Indeterminate,  ///< INDETERMINATE, or a word that Signet does not know
    Mixed,          ///< of a document only: some of its signatures passed, others did not
};

/** One signature of a document (signapi.md 6). All texts are the service's, in one line and without
 * characters that could mislead; an empty one was not told, nor was an invalid time. */
struct ValidatedSignature {
    QString id;
    Verdict verdict = Verdict::Indeterminate;
    QString indication;  ///< the service's word for the verdict
    QString subIndication;
    QString signedBy;
    QString serialNumber;
    QString organisation;
    QString registrationNumber;
    QString level;                  ///< "QESIG", "QESEAL", ...
    QString format;                 ///< "XAdES_BASELINE_LT", "PAdES_BASELINE_LTA", ...
    QDateTime signedAt;             ///< by its time stamp
    QDateTime revocationCheckedAt;  ///< when its revocation data was made
    QDateTime validUntil;           ///< how long its evidence lasts
    QStringList roles;              ///< this and the next two: as the signer claimed
    QString place;
    QString reason;
    QStringList errors;
    QStringList warnings;

    /** It has an archive time stamp (its format ends in LTA). */
    bool isArchived() const;
    bool operator==(const ValidatedSignature&) const = default;
};

/** What the service found in a signed document. At least one signature. */
struct ValidationReport {
    QString documentName;
    QString form;   ///< "ASiC-E", "PDF"
    QString level;  ///< the depth of the validation, as the service calls it
    QDateTime validatedAt;
    QStringList includedNames;  ///< the files inside a container
    QList<ValidatedSignature> signatures;
    qint64 signaturesCounted = -1;  ///< how many the service says there are; -1: not told

    /** The service counted more signatures than it told of. */
    bool isIncomplete() const { return signaturesCounted > signatures.size(); }
    bool operator==(const ValidationReport&) const = default;
};

/** Judged by the signatures' indications alone; warnings are shown, not judged (signapi.md 6). A report that
 * leaves signatures out is never Passed. */
Verdict overallVerdict(const ValidationReport& report);

/** "passed", "failed", "indeterminate", "mixed": for scripts. */
QString toString(Verdict verdict);

/** Whether a document got an archive time stamp between two validations. */
enum class ArchiveProgress {
    Added,       ///< a signature has one that had none, or its evidence lasts longer than before
    NotAdded,    ///< no signature has one
    CannotTell,  ///< it had one before, and the reports do not show whether there is another
};

/**
 * signapi.md 10.3: `before` may be missing; then an archived document counts as Added. Signatures are matched
 * by their identifiers, or by their order where they have none; one that is gone makes it CannotTell.
 */
ArchiveProgress archiveProgress(const std::optional<ValidationReport>& before, const ValidationReport& after);

/** The report as scripts read it: null for what was not told, times as ISO 8601 in UTC. */
QJsonObject toJson(const ValidationReport& report);

}  // namespace signet::signing
