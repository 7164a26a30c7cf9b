#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace signet::signapi {

/** What validation makes of one signature (ETSI EN 319 102-1, 5.1.3). */
enum class Indication {
    TotalPassed,
    TotalFailed,
    Indeterminate,
    Unknown,  ///< none was told, or one that is not known: `indicationText` has it
};

/** One signature of a validated document (signapi.md 6). Texts are the service's, of bounded length: show
 * them as plain text; an empty one was not told. Times are UTC; an invalid one was not told. */
struct SignatureReport {
    QString id;
    Indication indication = Indication::Unknown;
    QString indicationText;
    QString subIndication;
    QString signedBy;
    QString signerSerialNumber;  ///< "PNOLV-000000-00000"
    QString organisation;
    QString registrationNumber;
    QString level;                  ///< "QESIG", "QESEAL", ...
    QString format;                 ///< "XAdES_BASELINE_LT", "PAdES_BASELINE_LTA", ...
    QDateTime timeStampTime;        ///< of the signature's own time stamp
    QDateTime ocspTime;             ///< when the revocation data was made
    QDateTime maximumValidityTime;  ///< version 2 only: how long its evidence lasts
    QStringList roles;              ///< as the signer claimed
    QString productionPlace;        ///< as the signer claimed: city, state, code, country
    QString reason;                 ///< as the signer claimed
    QStringList errors;
    QStringList warnings;
    bool operator==(const SignatureReport&) const = default;
};

/** What the service found in a signed document (signapi.md 6). At least one signature. */
struct ValidationReport {
    QString form;              ///< "ASiC-E", "PDF"
    QString level;             ///< "ARCHIVAL_DATA", "LTA"
    QDateTime validationTime;  ///< UTC
    QString documentName;
    QStringList includedFiles;
    qint64 signaturesCount = -1;       ///< as told; -1: not told
    qint64 validSignaturesCount = -1;  ///< as told; -1: not told
    QList<SignatureReport> signatures;
    bool operator==(const ValidationReport&) const = default;
};

}  // namespace signet::signapi
