#include <QLatin1StringView>
#include <QTimeZone>
#include <initializer_list>

#include "base/Log.h"
#include "signapi/CallReaders.h"
#include "signapi/ServiceWords.h"

namespace signet::signapi {
namespace {

using base::ErrorCode;
using Names = std::initializer_list<QLatin1StringView>;

constexpr qsizetype LongestText = 1024;
constexpr qsizetype LongestTime = 64;
constexpr qsizetype MostSignatures = 1'000;
constexpr qsizetype MostFiles = 10'000;
constexpr qsizetype MostRemarks = 100;
constexpr qsizetype MostRoles = 20;

/** The first of these members that is there and not null. */
QJsonValue member(const QJsonObject& object, Names names) {
    for (const QLatin1StringView name : names) {
        const QJsonValue value = object.value(name);
        if (!value.isUndefined() && !value.isNull())
            return value;
    }
    return QJsonValue(QJsonValue::Undefined);
}

/** The first of these members that holds words. */
QString text(const QJsonObject& object, Names names) {
    for (const QLatin1StringView name : names) {
        const QString words = textOf(object.value(name), LongestText).trimmed();
        if (!words.isEmpty())
            return words;
    }
    return {};
}

/** ISO 8601; without a zone it is UTC (signapi.md 6). */
QDateTime timeFrom(const QString& words) {
    if (words.isEmpty() || words.size() > LongestTime)
        return {};
    QDateTime time = QDateTime::fromString(words, Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

/** From the signature's entry, or from its `info`. */
QDateTime timeOf(const QJsonObject& entry, Names names, Names namesInInfo) {
    const QDateTime time = timeFrom(text(entry, names));
    return time.isValid() ? time : timeFrom(text(entry.value(u"info").toObject(), namesInInfo));
}

QJsonArray listFrom(const QJsonValue& value) {
    if (value.isArray())
        return value.toArray();
    return value.isObject() || value.isString() ? QJsonArray{value} : QJsonArray{};
}

/** Texts, or objects that hold one under one of these names. */
QStringList textsOf(const QJsonValue& value, Names names, qsizetype most) {
    QStringList texts;
    for (const QJsonValue& entry : listFrom(value)) {
        if (texts.size() == most)
            break;
        const QString words =
            entry.isObject() ? text(entry.toObject(), names) : textOf(entry, LongestText).trimmed();
        if (!words.isEmpty())
            texts.append(words);
    }
    return texts;
}

QStringList remarksOf(const QJsonObject& entry, QLatin1StringView name) {
    return textsOf(entry.value(name),
                   {QLatin1StringView("content"), QLatin1StringView("message"), QLatin1StringView("value"),
                    QLatin1StringView("code")},
                   MostRemarks);
}

QStringList filesOf(const QJsonValue& value) {
    return textsOf(value,
                   {QLatin1StringView("filename"), QLatin1StringView("fileName"), QLatin1StringView("name")},
                   MostFiles);
}

Indication indicationFrom(const QString& words) {
    QString plain = words.toUpper();
    plain.replace(u'_', u'-').replace(u' ', u'-');
    if (plain == u"TOTAL-PASSED")
        return Indication::TotalPassed;
    if (plain == u"TOTAL-FAILED")
        return Indication::TotalFailed;
    return plain == u"INDETERMINATE" ? Indication::Indeterminate : Indication::Unknown;
}

QString placeFrom(const QJsonObject& place) {
    QStringList parts;
    for (const QLatin1StringView name : {QLatin1StringView("city"), QLatin1StringView("stateOrProvince"),
                                         QLatin1StringView("postalCode"), QLatin1StringView("countryName")}) {
        const QString part = text(place, {name});
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QLatin1StringView(", "));
}

/** What a signer says of himself stands in `signerExt` (version 2), at the top, or in `info` (version 1). */
void readSigner(const QJsonObject& entry, SignatureReport& signature) {
    const QJsonObject info = entry.value(u"info").toObject();
    const QJsonObject signer = entry.value(u"signerExt").toObject();
    const auto words = [&](Names names) {
        for (const QJsonObject& place : {signer, entry, info}) {
            const QString found = text(place, names);
            if (!found.isEmpty())
                return found;
        }
        return QString();
    };
    signature.signedBy = words({QLatin1StringView("signedBy"), QLatin1StringView("signedby")});
    signature.signerSerialNumber = words({QLatin1StringView("signerSerialNumber")});
    signature.organisation = words({QLatin1StringView("organization"), QLatin1StringView("organisation")});
    signature.registrationNumber = words({QLatin1StringView("registrationNumber")});
    signature.reason = words({QLatin1StringView("signingReason")});
    for (const QJsonObject& place : {signer, entry, info}) {
        if (signature.roles.isEmpty())
            signature.roles =
                textsOf(place.value(u"signerRole"),
                        {QLatin1StringView("claimedRole"), QLatin1StringView("role")}, MostRoles);
        if (signature.productionPlace.isEmpty())
            signature.productionPlace = placeFrom(place.value(u"signatureProductionPlace").toObject());
    }
}

SignatureReport signatureFrom(const QJsonObject& entry) {
    SignatureReport signature;
    signature.id = text(entry, {QLatin1StringView("id")});
    signature.indicationText = text(entry, {QLatin1StringView("indication")});
    signature.indication = indicationFrom(signature.indicationText);
    signature.subIndication = text(entry, {QLatin1StringView("subIndication")});
    signature.level = text(entry, {QLatin1StringView("signatureLevel")});
    signature.format = text(entry, {QLatin1StringView("signatureFormat")});
    readSigner(entry, signature);
    signature.timeStampTime =
        timeOf(entry, {QLatin1StringView("timeStamp"), QLatin1StringView("timestampCreationTime")},
               {QLatin1StringView("timestampCreationTime"), QLatin1StringView("timeStamp"),
                QLatin1StringView("bestSignatureTime")});
    signature.ocspTime =
        timeOf(entry, {QLatin1StringView("ocspResponceTime"), QLatin1StringView("ocspResponseTime")},
               {QLatin1StringView("ocspResponseCreationTime"), QLatin1StringView("ocspResponseTime"),
                QLatin1StringView("ocspResponceTime")});
    signature.maximumValidityTime =
        timeOf(entry, {QLatin1StringView("maximumValidityTime")}, {QLatin1StringView("maximumValidityTime")});
    signature.errors = remarksOf(entry, QLatin1StringView("errors"));
    signature.warnings = remarksOf(entry, QLatin1StringView("warnings"));
    return signature;
}

qint64 countFrom(const QJsonValue& value) {
    bool isNumber = false;
    const qint64 count = textOf(value, LongestTime).toLongLong(&isNumber);
    return isNumber && count >= 0 ? count : -1;
}

ValidationReport headFrom(const QJsonObject& object) {
    const QJsonValue document = object.value(u"validatedDocument");
    const QJsonObject inDocument = document.toObject();
    ValidationReport report;
    report.form = text(object, {QLatin1StringView("signatureForm")});
    report.level = text(object, {QLatin1StringView("validationLevel")});
    report.validationTime = timeFrom(text(object, {QLatin1StringView("validationTime")}));
    report.documentName = filesOf(document).value(0);
    report.includedFiles = filesOf(object.value(u"includedFiles"));
    if (report.includedFiles.isEmpty())
        report.includedFiles = filesOf(inDocument.value(u"includedFiles"));
    report.signaturesCount = countFrom(object.value(u"signaturesCount"));
    report.validSignaturesCount = countFrom(object.value(u"validSignaturesCount"));
    return report;
}

}  // namespace

Answer<ValidationReport> readValidation(const Payload& payload) {
    const auto refuse = [&payload](ErrorCode code, const QString& why) {
        return tl::unexpected(unusable(payload, code, why));
    };
    const QJsonObject object = payload.value.toObject();
    const QJsonValue list = member(object, {QLatin1StringView("signaturesExt")});
    ValidationReport report = headFrom(object);
    const bool isList = list.isArray() || list.isObject();
    if (!isList && (!list.isUndefined() || report.signaturesCount < 0))
        return refuse(ErrorCode::AnswerUnreadable, QStringLiteral("no validation report"));
    const QJsonArray entries = listFrom(list);
    if (entries.isEmpty() && report.signaturesCount <= 0)
        return refuse(ErrorCode::DocumentNotSigned, QStringLiteral("a report without signatures"));
    // A signature that is left out might be the one that failed.
    if (entries.isEmpty() || entries.size() > MostSignatures)
        return refuse(ErrorCode::AnswerUnreadable,
                      QStringLiteral("%1 signatures in the report").arg(entries.size()));
    for (const QJsonValue& entry : entries)
        report.signatures.append(signatureFrom(entry.toObject()));
    return report;
}

}  // namespace signet::signapi
