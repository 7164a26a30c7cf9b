#include "signing/Validation.h"

#include <QJsonArray>
#include <algorithm>

namespace signet::signing {
namespace {

bool allAre(const ValidationReport& report, Verdict verdict) {
    return std::all_of(report.signatures.begin(), report.signatures.end(),
                       [verdict](const ValidatedSignature& one) { return one.verdict == verdict; });
}

bool anyIs(const ValidationReport& report, Verdict verdict) {
    return std::any_of(report.signatures.begin(), report.signatures.end(),
                       [verdict](const ValidatedSignature& one) { return one.verdict == verdict; });
}

/** The same signature in another report of the same document; null if it is not there. */
const ValidatedSignature* counterpart(const ValidationReport& report, const ValidationReport& other,
                                      qsizetype index) {
    const QString& id = report.signatures[index].id;
    if (id.isEmpty())
        return index < other.signatures.size() ? &other.signatures[index] : nullptr;
    const auto found = std::find_if(other.signatures.begin(), other.signatures.end(),
                                    [&id](const ValidatedSignature& one) { return one.id == id; });
    return found == other.signatures.end() ? nullptr : &*found;
}

bool lastsLonger(const ValidatedSignature& before, const ValidatedSignature& after) {
    return before.validUntil.isValid() && after.validUntil.isValid() && after.validUntil > before.validUntil;
}

QJsonValue textOrNull(const QString& text) {
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(const QDateTime& time) {
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject toJson(const ValidatedSignature& signature) {
    return {
        {QStringLiteral("id"), textOrNull(signature.id)},
        {QStringLiteral("verdict"), toString(signature.verdict)},
        {QStringLiteral("indication"), textOrNull(signature.indication)},
        {QStringLiteral("subIndication"), textOrNull(signature.subIndication)},
        {QStringLiteral("signedBy"), textOrNull(signature.signedBy)},
        {QStringLiteral("serialNumber"), textOrNull(signature.serialNumber)},
        {QStringLiteral("organisation"), textOrNull(signature.organisation)},
        {QStringLiteral("registrationNumber"), textOrNull(signature.registrationNumber)},
        {QStringLiteral("level"), textOrNull(signature.level)},
        {QStringLiteral("format"), textOrNull(signature.format)},
        {QStringLiteral("archived"), signature.isArchived()},
        {QStringLiteral("signedAt"), timeOrNull(signature.signedAt)},
        {QStringLiteral("revocationCheckedAt"), timeOrNull(signature.revocationCheckedAt)},
        {QStringLiteral("validUntil"), timeOrNull(signature.validUntil)},
        {QStringLiteral("roles"), QJsonArray::fromStringList(signature.roles)},
        {QStringLiteral("place"), textOrNull(signature.place)},
        {QStringLiteral("reason"), textOrNull(signature.reason)},
        {QStringLiteral("errors"), QJsonArray::fromStringList(signature.errors)},
        {QStringLiteral("warnings"), QJsonArray::fromStringList(signature.warnings)},
    };
}

}  // namespace

bool ValidatedSignature::isArchived() const {
    return format.endsWith(QLatin1StringView("LTA"), Qt::CaseInsensitive);
}

Verdict overallVerdict(const ValidationReport& report) {
    if (report.signatures.isEmpty() || allAre(report, Verdict::Indeterminate))
        return Verdict::Indeterminate;
    if (allAre(report, Verdict::Passed))
        return report.isIncomplete() ? Verdict::Indeterminate : Verdict::Passed;
    return anyIs(report, Verdict::Passed) ? Verdict::Mixed : Verdict::Failed;
}

QString toString(Verdict verdict) {
    switch (verdict) {
        case Verdict::Passed:
            return QStringLiteral("passed");
        case Verdict::Failed:
            return QStringLiteral("failed");
        case Verdict::Mixed:
            return QStringLiteral("mixed");
        case Verdict::Indeterminate:
            break;
    }
    return QStringLiteral("indeterminate");
}

ArchiveProgress archiveProgress(const std::optional<ValidationReport>& before,
                                const ValidationReport& after) {
    const auto isArchived = [](const ValidatedSignature& one) { return one.isArchived(); };
    if (std::none_of(after.signatures.begin(), after.signatures.end(), isArchived))
        return ArchiveProgress::NotAdded;
    if (!before)
        return ArchiveProgress::Added;
    for (qsizetype i = 0; i < before->signatures.size(); ++i) {
        const ValidatedSignature* then = &before->signatures[i];
        const ValidatedSignature* now = counterpart(*before, after, i);
        if (!now)
            return ArchiveProgress::CannotTell;
        if (now->isArchived() && (!then->isArchived() || lastsLonger(*then, *now)))
            return ArchiveProgress::Added;
    }
    return ArchiveProgress::CannotTell;
}

QJsonObject toJson(const ValidationReport& report) {
    QJsonArray signatures;
    for (const ValidatedSignature& signature : report.signatures)
        signatures.append(toJson(signature));
    return {
        {QStringLiteral("verdict"), toString(overallVerdict(report))},
        {QStringLiteral("documentName"), textOrNull(report.documentName)},
        {QStringLiteral("form"), textOrNull(report.form)},
        {QStringLiteral("validationLevel"), textOrNull(report.level)},
        {QStringLiteral("validatedAt"), timeOrNull(report.validatedAt)},
        {QStringLiteral("includedFiles"), QJsonArray::fromStringList(report.includedNames)},
        {QStringLiteral("signaturesCounted"),
         report.signaturesCounted < 0 ? QJsonValue() : QJsonValue(report.signaturesCounted)},
        {QStringLiteral("signatures"), signatures},
    };
}

}  // namespace signet::signing
