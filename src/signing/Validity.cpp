#include "signing/Validity.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "base/OwnWords.h"

namespace signet::signing {
namespace {

using base::Error;
using base::ErrorCode;
using crypto::Certificate;

constexpr int DaysBeforeTheEnd = 30;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Validity)
};

/** As messages call it; a card's two certificates have the same owner. */
QString nameFor(const Certificate& certificate, CertificateUse use) {
    const QString owner = ownerOf(certificate);
    return use == CertificateUse::Authenticate ? Words::tr("%1 (for authentication)").arg(owner) : owner;
}

std::optional<Error> wrongUse(const Certificate& certificate, CertificateUse use) {
    const QString owner = ownerOf(certificate);
    const bool onlyAuthenticates = certificate.isForAuthentication() && !certificate.isForSigning();
    switch (use) {
        case CertificateUse::Sign:
            if (!certificate.isForSigning())
                return Error(ErrorCode::CertificateWrongUsage,
                             {owner, base::ownWords("Validity", QT_TRANSLATE_NOOP("Validity", "signing"))});
            break;
        case CertificateUse::Authenticate:
            if (certificate.isForSigning() && !certificate.isForAuthentication())
                return Error(
                    ErrorCode::CertificateWrongUsage,
                    {owner, base::ownWords("Validity", QT_TRANSLATE_NOOP("Validity", "time stamps"))});
            break;
        case CertificateUse::Seal:
            // An organisation's certificate for authentication is easily taken for its seal.
            if (!certificate.isSeal() || onlyAuthenticates)
                return Error(ErrorCode::NotASealCertificate, {owner});
            break;
    }
    return std::nullopt;
}

std::optional<Error> outOfDate(const Certificate& certificate, CertificateUse use, const QDateTime& moment) {
    const QString name = nameFor(certificate, use);
    const auto expired = use == CertificateUse::Seal ? ErrorCode::SealExpired : ErrorCode::CertificateExpired;
    if (moment > certificate.notAfter())
        return Error(expired, {name, shortDate(certificate.notAfter())});
    if (moment < certificate.notBefore())
        return Error(ErrorCode::CertificateNotYetValid, {name, shortDate(certificate.notBefore())});
    return std::nullopt;
}

}  // namespace

QString shortDate(const QDateTime& time) {
    return QLocale().toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

QList<Error> Appraisal::all() const {
    return obstacle ? QList<Error>{*obstacle} + warnings : warnings;
}

Appraisal appraise(const Certificate& certificate, CertificateUse use, const QDateTime& moment) {
    Appraisal result;
    result.obstacle = wrongUse(certificate, use);
    if (!result.obstacle)
        result.obstacle = outOfDate(certificate, use, moment);
    if (result.obstacle)
        return result;
    if (fewDaysLeft(certificate, moment))
        result.warnings += Error(ErrorCode::CertificateExpiresSoon,
                                 {nameFor(certificate, use), shortDate(certificate.notAfter())});
    if (use != CertificateUse::Authenticate && !certificate.qualifiedStatements().qualified)
        result.warnings += Error(
            use == CertificateUse::Seal ? ErrorCode::SealNotQualified : ErrorCode::CertificateNotQualified,
            {ownerOf(certificate)});
    return result;
}

std::optional<int> fewDaysLeft(const Certificate& certificate, const QDateTime& moment) {
    const qint64 days = moment.daysTo(certificate.notAfter());
    const bool isSoon = moment <= certificate.notAfter() && days < DaysBeforeTheEnd;
    return isSoon ? std::optional(static_cast<int>(days)) : std::nullopt;
}

void addNewKinds(QList<Error>& told, const QList<Error>& more) {
    for (const Error& each : more) {
        const bool isTold = std::any_of(told.cbegin(), told.cend(),
                                        [&each](const Error& other) { return other.code() == each.code(); });
        if (!isTold)
            told.append(each);
    }
}

QString ownerOf(const Certificate& certificate) {
    if (!certificate.commonName().isEmpty())
        return certificate.commonName();
    return certificate.organisation().isEmpty() ? certificate.subject() : certificate.organisation();
}

}  // namespace signet::signing
