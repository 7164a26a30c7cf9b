#include "card/PinPad.h"

#include <QLocale>
#include <QtEndian>
#include <algorithm>
#include <array>
#include <initializer_list>

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;

constexpr quint8 VerifyPinDirect = 0x06;
constexpr quint8 ModifyPinDirect = 0x07;
constexpr qsizetype FeatureSize = 6;  // tag, length, and a code of four bytes
constexpr quint8 CodeSize = 4;

// PIN_VERIFY_STRUCTURE
constexpr quint8 BytesLeftAscii = 0x82;  // positions count bytes; PIN at position 0, left-justified, ASCII
constexpr quint8 NoPinLength = 0x00;     // the card's PIN block holds no length
constexpr quint8 WhenConfirmed = 0x02;   // the entry ends with the reader's OK key
constexpr quint8 ReadersOwnMessage = 0xFF;
constexpr int LongestLimit = 255;
constexpr quint8 BlockSizeMask = 0x0F;

// PIN_MODIFY_STRUCTURE
constexpr quint8 ConfirmNewPin = 0x01;
constexpr quint8 AskForOldPin = 0x02;
constexpr quint8 OldPinMessage = 0x00;
constexpr quint8 NewPinMessage = 0x01;
constexpr quint8 AgainMessage = 0x02;

template <typename Number>
void appendLittleEndian(QByteArray& bytes, Number number) {
    std::array<char, sizeof(Number)> raw{};
    qToLittleEndian(number, raw.data());
    bytes.append(raw.data(), static_cast<qsizetype>(raw.size()));
}

void append(QByteArray& bytes, std::initializer_list<quint8> more) {
    for (const quint8 byte : more)
        bytes.append(static_cast<char>(byte));
}

std::optional<quint32> codeOf(quint8 feature, QByteArrayView features) {
    for (; features.size() >= FeatureSize; features = features.sliced(FeatureSize)) {
        if (static_cast<quint8>(features[1]) != CodeSize)
            return std::nullopt;
        if (static_cast<quint8>(features[0]) == feature)
            return qFromBigEndian<quint32>(features.data() + 2);
    }
    return std::nullopt;
}

}  // namespace

std::optional<quint32> verifyPinDirect(QByteArrayView features) {
    return codeOf(VerifyPinDirect, features);
}

std::optional<quint32> modifyPinDirect(QByteArrayView features) {
    return codeOf(ModifyPinDirect, features);
}

QByteArray verifyStructure(const PadEntry& entry) {
    const auto seconds = std::clamp<qint64>(entry.limit.count(), 1, LongestLimit);
    const auto blockSize = static_cast<quint8>(entry.verify.data().size()) & BlockSizeMask;
    const base::SecretBytes command = entry.verify.encoded();
    QByteArray bytes;
    bytes.append(static_cast<char>(seconds));  // for the first key
    bytes.append(static_cast<char>(seconds));  // and after it
    bytes.append(static_cast<char>(BytesLeftAscii));
    bytes.append(static_cast<char>(blockSize));
    bytes.append(static_cast<char>(NoPinLength));
    appendLittleEndian(bytes, static_cast<quint16>(entry.length.minimum << 8 | entry.length.maximum));
    bytes.append(static_cast<char>(WhenConfirmed));
    bytes.append(static_cast<char>(ReadersOwnMessage));
    appendLittleEndian(bytes, entry.language);
    bytes.append(QByteArray(4, '\0'));  // the first message; no T=1 prologue of ours
    appendLittleEndian(bytes, static_cast<quint32>(command.size()));
    return bytes.append(command.view());
}

QByteArray modifyStructure(const PadChange& change) {
    const auto seconds = static_cast<quint8>(std::clamp<qint64>(change.limit.count(), 1, LongestLimit));
    const auto dataSize = static_cast<quint8>(change.command.data().size());
    const quint8 blockSize = change.asksForOld ? dataSize / 2 : dataSize;
    const quint8 newOffset = change.asksForOld ? blockSize : 0;
    const base::SecretBytes command = change.command.encoded();
    QByteArray bytes;
    append(bytes, {seconds, seconds, BytesLeftAscii, static_cast<quint8>(blockSize & BlockSizeMask),
                   NoPinLength, 0, newOffset});
    appendLittleEndian(bytes, static_cast<quint16>(change.length.minimum << 8 | change.length.maximum));
    if (change.asksForOld)
        append(bytes, {AskForOldPin | ConfirmNewPin, WhenConfirmed, 3});
    else
        append(bytes, {ConfirmNewPin, WhenConfirmed, 2});
    appendLittleEndian(bytes, change.language);
    if (change.asksForOld)
        append(bytes, {OldPinMessage, NewPinMessage, AgainMessage});
    else
        append(bytes, {NewPinMessage, AgainMessage, 0});
    bytes.append(QByteArray(3, '\0'));  // no T=1 prologue of ours
    appendLittleEndian(bytes, static_cast<quint32>(command.size()));
    return bytes.append(command.view());
}

bool claimsPadFalsely(const QString& reader) {
    return reader.contains(QLatin1StringView("OMNIKEY 3x21"), Qt::CaseInsensitive) ||
           reader.contains(QLatin1StringView("OMNIKEY 6121"), Qt::CaseInsensitive);
}

quint16 padLanguage() {
    switch (QLocale().language()) {
        case QLocale::Latvian:
            return 0x0426;
        case QLocale::Russian:
            return 0x0419;
        default:
            return 0x0409;
    }
}

Expected<void> padOutcome(StatusWord status, PinLength length, const QString& reader) {
    const QString detail = QStringLiteral("the PIN pad answered %1").arg(status.toString());
    switch (status.value) {
        case 0x6400:
            return fail(ErrorCode::PinPadTimeout, QStringList{}, detail);
        case 0x6401:
            return fail(ErrorCode::PinPadCancelled, QStringList{}, detail);
        case 0x6403:
            return fail(ErrorCode::PinFormat,
                        QStringList{QString::number(length.minimum), QString::number(length.maximum)},
                        detail);
        case 0x6404:
            return fail(ErrorCode::PinPadMissing, QStringList{reader}, detail);
        default:
            return verifyOutcome(status, length);
    }
}

}  // namespace signet::card
