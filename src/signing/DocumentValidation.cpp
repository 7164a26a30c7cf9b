#include "signing/DocumentValidation.h"

#include "base/PrintableText.h"
#include "signapi/SignApiClient.h"

namespace signet::signing {
namespace {

QString inOneLine(const QString& text) {
    return base::printable(text.simplified());
}

QStringList inLines(const QStringList& texts) {
    QStringList lines;
    for (const QString& text : texts)
        lines.append(inOneLine(text));
    return lines;
}

Verdict verdictOf(signapi::Indication indication) {
    switch (indication) {
        case signapi::Indication::TotalPassed:
            return Verdict::Passed;
        case signapi::Indication::TotalFailed:
            return Verdict::Failed;
        default:
            return Verdict::Indeterminate;
    }
}

ValidatedSignature signatureOf(const signapi::SignatureReport& told) {
    ValidatedSignature signature;
    signature.id = inOneLine(told.id);
    signature.verdict = verdictOf(told.indication);
    signature.indication = inOneLine(told.indicationText);
    signature.subIndication = inOneLine(told.subIndication);
    signature.signedBy = inOneLine(told.signedBy);
    signature.serialNumber = inOneLine(told.signerSerialNumber);
    signature.organisation = inOneLine(told.organisation);
    signature.registrationNumber = inOneLine(told.registrationNumber);
    signature.level = inOneLine(told.level);
    signature.format = inOneLine(told.format);
    signature.signedAt = told.timeStampTime;
    signature.revocationCheckedAt = told.ocspTime;
    signature.validUntil = told.maximumValidityTime;
    signature.roles = inLines(told.roles);
    signature.place = inOneLine(told.productionPlace);
    signature.reason = inOneLine(told.reason);
    signature.errors = inLines(told.errors);
    signature.warnings = inLines(told.warnings);
    return signature;
}

}  // namespace

ValidationReport reportOf(const signapi::ValidationReport& told, const QString& knownName) {
    ValidationReport report;
    report.documentName = inOneLine(told.documentName.isEmpty() ? knownName : told.documentName);
    report.form = inOneLine(told.form);
    report.level = inOneLine(told.level);
    report.validatedAt = told.validationTime;
    // What is said to be inside a PDF is a place-holder (signapi.md 6).
    if (report.form.compare(u"PDF", Qt::CaseInsensitive) != 0)
        report.includedNames = inLines(told.includedFiles);
    for (const signapi::SignatureReport& signature : told.signatures)
        report.signatures.append(signatureOf(signature));
    report.signaturesCounted = told.signaturesCount;
    return report;
}

QCoro::Task<base::Expected<ValidationReport>> validateDocument(std::shared_ptr<signapi::SignApiClient> client,
                                                               base::SessionId session, Document document,
                                                               std::stop_token stop) {
    auto answer = co_await client->validate(session, document.id, stop);
    if (!answer) {
        base::Expected<ValidationReport> failed = tl::unexpected(answer.error().error);
        co_return failed;
    }
    base::Expected<ValidationReport> report = reportOf(*answer, document.name);
    co_return report;
}

}  // namespace signet::signing
