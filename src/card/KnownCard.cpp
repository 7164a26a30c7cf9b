#include "card/KnownCard.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

#include "card/Iso7816.h"

namespace signet::card {
namespace {

using crypto::Certificate;

constexpr int Format = 1;
constexpr PinLength PinLimits{4, 12};
constexpr char HabitLetters[] = "?kd";  // in the order of Pin2Habit

const QString FormatKey = QStringLiteral("format");
const QString NameKey = QStringLiteral("card");
const QString SigningKey = QStringLiteral("signingCertificate");
const QString AuthenticationKey = QStringLiteral("authenticationCertificate");
const QString FileKey = QStringLiteral("certificateFile");
const QString OffsetKey = QStringLiteral("certificateOffset");
const QString ReferenceKey = QStringLiteral("keyReference");
const QString PinMinimumKey = QStringLiteral("pin2Minimum");
const QString PinMaximumKey = QStringLiteral("pin2Maximum");
const QString HabitsKey = QStringLiteral("pin2Habits");

QString base64(const Certificate& certificate) {
    return QString::fromLatin1(certificate.toBase64());
}

std::optional<Certificate> certificateFrom(const QJsonValue& value) {
    const auto der =
        QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const auto certificate = Certificate::fromDer(*der);
    return certificate ? std::optional(*certificate) : std::nullopt;
}

QString lettersOf(const Pin2Habits& habits) {
    QString letters;
    for (const auto& afterSignature : habits) {
        for (const Pin2Habit habit : afterSignature)
            letters.append(QLatin1Char(HabitLetters[static_cast<int>(habit)]));
    }
    return letters;
}

Pin2Habits habitsFrom(const QString& letters) {
    Pin2Habits habits{};
    for (qsizetype i = 0; i < std::min<qsizetype>(letters.size(), 4); ++i) {
        const QChar letter = letters[i];
        habits[i / 2][i % 2] = letter == u'k'   ? Pin2Habit::Keeps
                               : letter == u'd' ? Pin2Habit::Drops
                                                : Pin2Habit::Unknown;
    }
    return habits;
}

/** A whole number from 0 to `most`. */
std::optional<int> numberFrom(const QJsonValue& value, int most) {
    const int number = value.toInt(-1);
    return number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

bool belongTogether(const Certificate& signing, const Certificate& authentication) {
    return authentication.isForAuthentication() && authentication.serialNumber() == signing.serialNumber();
}

}  // namespace

QByteArray nameOfCard(QByteArrayView atr, QByteArrayView serialNumber) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(atr);
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(serialNumber);
    return hash.result().toHex();
}

bool isPossible(PinLength length) {
    return length.minimum >= PinLimits.minimum && length.minimum <= length.maximum &&
           length.maximum <= PinLimits.maximum;
}

QByteArray toJson(const KnownCard& card) {
    QJsonObject object{{FormatKey, Format},
                       {NameKey, QString::fromLatin1(card.name)},
                       {SigningKey, base64(card.signingCertificate)},
                       {FileKey, card.certificateFile},
                       {OffsetKey, static_cast<int>(card.certificateOffset)},
                       {ReferenceKey, card.keyReference},
                       {HabitsKey, lettersOf(card.pin2Habits)}};
    if (card.pin2Length) {
        object.insert(PinMinimumKey, card.pin2Length->minimum);
        object.insert(PinMaximumKey, card.pin2Length->maximum);
    }
    if (card.authenticationCertificate)
        object.insert(AuthenticationKey, base64(*card.authenticationCertificate));
    return QJsonDocument(object).toJson();
}

std::optional<KnownCard> knownCardFromJson(QByteArrayView json, QByteArrayView name) {
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    const auto signing = certificateFrom(object[SigningKey]);
    const auto file = numberFrom(object[FileKey], 0xFFFF);
    const auto offset = numberFrom(object[OffsetKey], Iso7816::MaxFileSize);
    const auto reference = numberFrom(object[ReferenceKey], 0xFF);
    const PinLength length{object[PinMinimumKey].toInt(), object[PinMaximumKey].toInt()};
    const bool isIt = object[FormatKey] == Format && object[NameKey].toString().toLatin1() == name;
    if (!isIt || !signing || !signing->isForSigning() || !file || !offset || !reference ||
        !isPossible(length))
        return std::nullopt;
    std::optional<Certificate> authentication;
    if (object.contains(AuthenticationKey)) {
        authentication = certificateFrom(object[AuthenticationKey]);
        if (!authentication || !belongTogether(*signing, *authentication))
            return std::nullopt;
    }
    return KnownCard{name.toByteArray(),
                     *signing,
                     authentication,
                     static_cast<quint16>(*file),
                     *offset,
                     static_cast<quint8>(*reference),
                     length,
                     habitsFrom(object[HabitsKey].toString())};
}

}  // namespace signet::card
