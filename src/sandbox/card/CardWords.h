#pragma once

#include <QByteArray>

#include "base/SecretBytes.h"
#include "tl/expected.hpp"

namespace signet::sandbox {

/** Status words of ISO 7816-4, table 6, as this card uses them. */
namespace status {
constexpr quint16 Ok = 0x9000;
constexpr quint16 BytesWaiting = 0x6100;  // + how many
constexpr quint16 TriesLeft = 0x63C0;     // + how many
constexpr quint16 WrongLength = 0x6700;
constexpr quint16 ChannelNotSupported = 0x6881;
constexpr quint16 SecureMessagingNotSupported = 0x6882;
constexpr quint16 ChainingNotSupported = 0x6884;
constexpr quint16 SecurityNotSatisfied = 0x6982;
constexpr quint16 ConditionsNotSatisfied = 0x6985;
constexpr quint16 NoCurrentFile = 0x6986;
constexpr quint16 WrongData = 0x6A80;
constexpr quint16 FileNotFound = 0x6A82;
constexpr quint16 WrongParameters = 0x6A86;
constexpr quint16 ReferenceNotFound = 0x6A88;
constexpr quint16 OffsetOutside = 0x6B00;
constexpr quint16 RightLength = 0x6C00;  // + which
constexpr quint16 InstructionUnknown = 0x6D00;
constexpr quint16 ClassUnknown = 0x6E00;
constexpr quint16 Failure = 0x6F00;
}  // namespace status

struct CardAnswer {
    QByteArray data;
    quint16 status = status::Ok;

    CardAnswer(quint16 word)
        : status(word) {}  // NOLINT(google-explicit-constructor): `return status::WrongData;`
    explicit CardAnswer(QByteArray bytes) : data(std::move(bytes)) {}
};

/** A command as the card understood it. The data may be a PIN. */
struct CardCommand {
    quint8 cla = 0;
    quint8 ins = 0;
    quint8 p1 = 0;
    quint8 p2 = 0;
    base::SecretBytes data;
    int le = 0;  ///< 1 to 256; 0: the command has none

    bool hasLe() const { return le > 0; }
    bool hasData() const { return !data.isEmpty(); }
};

/** Header and lengths; the status word where they are wrong. Short lengths only: the card announces no
 * others. */
tl::expected<CardCommand, quint16> parseCommand(QByteArrayView bytes);

}  // namespace signet::sandbox
