#include "signing/ValidationText.h"

#include <QCoreApplication>

namespace signet::signing {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Validation)
};

constexpr qsizetype MostNamesShown = 20;

QString localTime(const QDateTime& time) {
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    //: A date that nobody can misread, such as 2031-11-22; as for QDate::toString()
    return QString(local.date().toString(Words::tr("yyyy-MM-dd")) % u' ' %
                   local.time().toString(QStringLiteral("HH:mm:ss")));
}

/** What the service's word for a kind of signature means; the word itself where that is not known. */
QString levelText(const QString& level) {
    if (level == u"QESIG")
        return Words::tr("qualified electronic signature");
    if (level == u"QESEAL")
        return Words::tr("qualified electronic seal");
    if (level == u"ADESIG_QC")
        return Words::tr("advanced electronic signature with a qualified certificate");
    if (level == u"ADESEAL_QC")
        return Words::tr("advanced electronic seal with a qualified certificate");
    if (level == u"ADESIG")
        return Words::tr("advanced electronic signature");
    return level == u"ADESEAL" ? Words::tr("advanced electronic seal") : level;
}

QString formatText(const ValidatedSignature& signature) {
    return signature.isArchived() ? Words::tr("%1, with an archive time stamp").arg(signature.format)
                                  : signature.format;
}

QString indicationText(const ValidatedSignature& signature) {
    if (signature.subIndication.isEmpty())
        return signature.indication;
    return QString(signature.indication % u" (" % signature.subIndication % u')');
}

QString together(const QString& first, const QString& second) {
    return first.isEmpty() || second.isEmpty() ? QString(first % second) : QString(first % u", " % second);
}

QString someOf(const QStringList& names) {
    if (names.size() <= MostNamesShown)
        return names.join(QLatin1StringView(", "));
    const QString shown = names.first(MostNamesShown).join(QLatin1StringView(", "));
    return Words::tr("%1 and more; in all: %2").arg(shown).arg(names.size());
}

QList<ReportFact> withoutEmpty(QList<ReportFact> facts) {
    facts.removeIf([](const ReportFact& fact) { return fact.value.isEmpty(); });
    return facts;
}

QString countText(const ValidationReport& report) {
    qsizetype passed = 0;
    for (const ValidatedSignature& signature : report.signatures)
        passed += signature.verdict == Verdict::Passed ? 1 : 0;
    const qint64 all = std::max<qint64>(report.signaturesCounted, report.signatures.size());
    return Words::tr("%1, valid: %2").arg(all).arg(passed);
}

}  // namespace

QString verdictSentence(const ValidationReport& report) {
    const bool isOne = report.signatures.size() == 1 && !report.isIncomplete();
    switch (overallVerdict(report)) {
        case Verdict::Passed:
            return isOne ? Words::tr("The signature is valid.") : Words::tr("All signatures are valid.");
        case Verdict::Failed:
            return isOne ? Words::tr("The signature is not valid.") : Words::tr("No signature is valid.");
        case Verdict::Mixed:
            return Words::tr("Not all signatures are valid.");
        case Verdict::Indeterminate:
            break;
    }
    if (report.isIncomplete())
        return Words::tr("The service did not report on all signatures.");
    return isOne ? Words::tr("It could not be decided whether the signature is valid.")
                 : Words::tr("It could not be decided whether the signatures are valid.");
}

QString verdictWord(Verdict verdict) {
    switch (verdict) {
        case Verdict::Passed:
            return Words::tr("valid");
        case Verdict::Failed:
            return Words::tr("not valid");
        case Verdict::Mixed:
            return Words::tr("valid in part");
        case Verdict::Indeterminate:
            break;
    }
    return Words::tr("undecided");
}

QString signatureTitle(const ValidatedSignature& signature, qsizetype number) {
    const QString who = signature.signedBy.isEmpty() ? signature.organisation : QString(signature.signedBy);
    //: %1 a number, %2 a name and whether the signature is valid
    return Words::tr("Signature %1: %2").arg(number).arg(together(who, verdictWord(signature.verdict)));
}

QList<ReportFact> documentFacts(const ValidationReport& report) {
    return withoutEmpty({
        {Words::tr("Document"), report.documentName},
        {Words::tr("Kind"), report.form},
        {Words::tr("Files inside"), someOf(report.includedNames)},
        {Words::tr("Signatures"), countText(report)},
        {Words::tr("Checked"), localTime(report.validatedAt)},
    });
}

QList<ReportFact> signatureFacts(const ValidatedSignature& signature) {
    QList<ReportFact> facts{
        {Words::tr("Result"), indicationText(signature)},
        {Words::tr("Signed by"), together(signature.signedBy, signature.serialNumber)},
        {Words::tr("Organisation"), together(signature.organisation, signature.registrationNumber)},
        {Words::tr("Meaning"), levelText(signature.level)},
        {Words::tr("Format"), formatText(signature)},
        {Words::tr("Time stamp"), localTime(signature.signedAt)},
        {Words::tr("Revocation checked"), localTime(signature.revocationCheckedAt)},
        {Words::tr("Can be checked until"), localTime(signature.validUntil)},
        {Words::tr("Role"), signature.roles.join(QLatin1StringView(", "))},
        {Words::tr("Place"), signature.place},
        {Words::tr("Reason"), signature.reason},
    };
    for (const QString& error : signature.errors)
        facts.append({Words::tr("Error"), error});
    for (const QString& warning : signature.warnings)
        facts.append({Words::tr("Warning"), warning});
    return withoutEmpty(facts);
}

QStringList reportLines(const ValidationReport& report) {
    const auto line = [](const ReportFact& fact) {
        //: the name of a fact and the fact
        return Words::tr("%1: %2").arg(fact.label, fact.value);
    };
    QStringList lines{verdictSentence(report)};
    for (const ReportFact& fact : documentFacts(report))
        lines.append(line(fact));
    for (qsizetype i = 0; i < report.signatures.size(); ++i) {
        lines.append(signatureTitle(report.signatures[i], i + 1));
        for (const ReportFact& fact : signatureFacts(report.signatures[i]))
            lines.append(QString(u"    " % line(fact)));
    }
    return lines;
}

}  // namespace signet::signing
