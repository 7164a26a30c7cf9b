#include "sandbox/service/ValidationReport.h"

#include <QJsonArray>

namespace signet::sandbox {
namespace {

QString nameOf(Indication indication) {
    switch (indication) {
        case Indication::TotalPassed:
            return u"TOTAL-PASSED"_qs;
        case Indication::TotalFailed:
            return u"TOTAL-FAILED"_qs;
        case Indication::Indeterminate:
            break;
    }
    return u"INDETERMINATE"_qs;
}

bool isSeal(const crypto::Certificate& signer) {
    const bool isPerson = !signer.givenName().isEmpty() || !signer.surname().isEmpty();
    return signer.qualifiedStatements().forSeals || (!isPerson && !signer.organisation().isEmpty());
}

QString levelOf(const SignatureFinding& finding) {
    if (!finding.signer)
        return {};
    const crypto::QualifiedStatements statements = finding.signer->qualifiedStatements();
    const QString kind = isSeal(*finding.signer) ? u"SEAL"_qs : u"SIG"_qs;
    if (statements.qualified && statements.secureDevice)
        return u"QE"_qs + kind;
    return u"ADE"_qs + kind + (statements.qualified ? u"_QC"_qs : QString());
}

/** Writes the members of one report, in the shape that is asked for. */
class ReportWriter {
public:
    explicit ReportWriter(const ReportShape& shape)
        : m_isFirst(shape.version == 1), m_other(shape.otherSpellings) {}

    QJsonObject document(const DocumentFinding& finding, const QString& name) const {
        QJsonObject document{{nameKey(), name}};
        QJsonObject report{
            {u"signatureForm"_qs, finding.form},
            {u"validationTime"_qs, time(QDateTime::currentDateTimeUtc())},
            {u"validationLevel"_qs, m_isFirst ? u"ARCHIVAL_DATA"_qs : u"LTA"_qs},
            {u"signaturesCount"_qs, finding.signatures.size()},
            {u"validSignaturesCount"_qs, passed(finding)},
        };
        const bool filesAtTop = m_isFirst != m_other;
        (filesAtTop ? report : document).insert(u"includedFiles"_qs, files(finding.includedFiles));
        report.insert(u"validatedDocument"_qs, document);
        QJsonArray signatures;
        for (const SignatureFinding& signature : finding.signatures)
            signatures.append(m_isFirst ? first(signature) : second(signature));
        report.insert(u"signaturesExt"_qs, signatures);
        return report;
    }

private:
    static int passed(const DocumentFinding& finding) {
        int count = 0;
        for (const SignatureFinding& signature : finding.signatures)
            count += signature.indication == Indication::TotalPassed ? 1 : 0;
        return count;
    }

    QString nameKey() const { return m_isFirst != m_other ? u"filename"_qs : u"fileName"_qs; }

    QString time(const QDateTime& moment) const {
        const QString text =
            moment.isValid() ? moment.toUTC().toString(u"yyyy-MM-ddThh:mm:ss"_qs) : QString();
        return text.isEmpty() || m_other ? text : QString(text + u'Z');
    }

    /** Texts, or objects that hold them under `key`. */
    static QJsonArray list(const QStringList& texts, const QString& key, bool asObjects) {
        QJsonArray array;
        for (const QString& text : texts)
            array.append(asObjects ? QJsonValue(QJsonObject{{key, text}}) : QJsonValue(text));
        return array;
    }

    QJsonArray files(const QStringList& names) const { return list(names, nameKey(), m_isFirst != m_other); }
    QJsonArray remarks(const QStringList& texts) const {
        return list(texts, u"content"_qs, m_isFirst != m_other);
    }

    QJsonObject common(const SignatureFinding& finding) const {
        return {
            {u"id"_qs, finding.id},
            {u"indication"_qs, nameOf(finding.indication)},
            {u"subIndication"_qs, finding.subIndication},
            {u"signatureLevel"_qs, levelOf(finding)},
            {u"signatureFormat"_qs, finding.format},
            {u"errors"_qs, remarks(finding.errors)},
            {u"warnings"_qs, remarks(finding.warnings)},
        };
    }

    static QString nameOfSigner(const SignatureFinding& finding) {
        return finding.signer ? finding.signer->commonName() : QString();
    }

    static QString serialOf(const SignatureFinding& finding) {
        return finding.signer ? finding.signer->serialNumber() : QString();
    }

    QJsonObject first(const SignatureFinding& finding) const {
        QJsonObject signature = common(finding);
        signature.insert(m_other ? u"signedby"_qs : u"signedBy"_qs, nameOfSigner(finding));
        signature.insert(u"signerSerialNumber"_qs, serialOf(finding));
        signature.insert(u"registrationNumber"_qs, QString());
        const QJsonObject place{{u"countryName"_qs, QString()},
                                {u"stateOrProvince"_qs, QString()},
                                {u"city"_qs, QString()},
                                {u"postalCode"_qs, QString()}};
        signature.insert(
            u"info"_qs,
            QJsonObject{{u"bestSignatureTime"_qs, time(finding.stampedAt)},
                        {u"timestampCreationTime"_qs, time(finding.stampedAt)},
                        {u"ocspResponseCreationTime"_qs, time(finding.revocationCheckedAt)},
                        {u"signingReason"_qs, QString()},
                        {u"signerRole"_qs, QJsonArray{QJsonObject{{u"claimedRole"_qs, QString()}}}},
                        {u"signatureProductionPlace"_qs, place}});
        return signature;
    }

    QJsonObject second(const SignatureFinding& finding) const {
        QJsonObject signature = common(finding);
        signature.insert(
            u"signerExt"_qs,
            QJsonObject{{m_other ? u"signedBy"_qs : u"signedby"_qs, nameOfSigner(finding)},
                        {u"organization"_qs, finding.signer ? finding.signer->organisation() : QString()},
                        {u"signerSerialNumber"_qs, serialOf(finding)},
                        {u"registrationNumber"_qs, QString()},
                        {u"signerRole"_qs, QJsonArray()},
                        {u"signatureProductionPlace"_qs, QJsonObject()}});
        signature.insert(u"timeStamp"_qs, time(finding.stampedAt));
        signature.insert(m_other ? u"ocspResponseTime"_qs : u"ocspResponceTime"_qs,
                         time(finding.revocationCheckedAt));
        signature.insert(u"maximumValidityTime"_qs, time(finding.validUntil));
        return signature;
    }

    bool m_isFirst;
    bool m_other;
};

}  // namespace

QJsonObject reportOf(const DocumentFinding& finding, const QString& documentName, const ReportShape& shape) {
    return ReportWriter(shape).document(finding, documentName);
}

}  // namespace signet::sandbox
