#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "signing/Validation.h"

/** A validation report in words, for window and command line, in the language of the moment. Plain text. */
namespace signet::signing {

/** One thing that a report tells, with its name: "Signed by", "PARAUGS PĒTERIS". */
struct ReportFact {
    QString label;
    QString value;
    bool operator==(const ReportFact&) const = default;
};

/** "All signatures are valid." */
QString verdictSentence(const ValidationReport& report);
/** "valid", "not valid", ... */
QString verdictWord(Verdict verdict);
/** "Signature 2: PARAUGS PĒTERIS, valid"; `number` counts from 1. */
QString signatureTitle(const ValidatedSignature& signature, qsizetype number);

/** What is known of the document; only what was told. */
QList<ReportFact> documentFacts(const ValidationReport& report);
/** What is known of a signature; only what was told, errors and warnings last. Times are local. */
QList<ReportFact> signatureFacts(const ValidatedSignature& signature);

/** All of it, line by line, indented by what belongs to what. */
QStringList reportLines(const ValidationReport& report);

}  // namespace signet::signing
