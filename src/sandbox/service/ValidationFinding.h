#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

#include "crypto/Certificate.h"

namespace signet::sandbox {

/** The three results of ETSI EN 319 102-1, 5.1.3; a later one outweighs an earlier one. */
enum class Indication { TotalPassed, Indeterminate, TotalFailed };

/** What came out for one signature of a document. */
struct SignatureFinding {
    QString id;
    Indication indication = Indication::TotalPassed;
    QString subIndication;  ///< such as HASH_FAILURE; empty when passed
    std::optional<crypto::Certificate> signer;
    QString format;  ///< "XAdES_BASELINE_LT"
    QDateTime stampedAt;
    QDateTime revocationCheckedAt;
    QDateTime validUntil;  ///< the last time stamp's authority can be checked until then
    QStringList errors;
    QStringList warnings;

    /** The signature is broken. */
    void fail(const QString& sub, const QString& error) { judge(Indication::TotalFailed, sub, error); }
    /** Nothing shows that it is broken, but something that is needed is not there or not trusted. */
    void doubt(const QString& sub, const QString& error) { judge(Indication::Indeterminate, sub, error); }

private:
    void judge(Indication result, const QString& sub, const QString& error) {
        // The first of the worst names the reason.
        if (result > indication) {
            indication = result;
            subIndication = sub;
        }
        errors.append(error);
    }
};

/** What came out for a document; without signatures it is not signed. */
struct DocumentFinding {
    QString form;  ///< "ASiC-E", "PDF"
    QStringList includedFiles;
    QList<SignatureFinding> signatures;
};

}  // namespace signet::sandbox
