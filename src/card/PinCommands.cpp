#include "card/PinCommands.h"

#include <algorithm>

#include "card/PinRules.h"
#include "card/Tlv.h"

namespace signet::card {
namespace {

using base::Error;
using base::ErrorCode;
using base::fail;

constexpr unsigned char Padding = 0xFF;
constexpr quint8 NumberMask = 0x7F;  // without the bit that says "local"

/** The PIN at the beginning of the block, padding behind it. */
void fill(std::span<unsigned char> block, const base::SecretBytes& pin) {
    std::fill(block.begin(), block.end(), Padding);
    const auto digits = pin.bytes().first(std::min(pin.size(), block.size()));
    std::copy(digits.begin(), digits.end(), block.begin());
}

Error formatError(PinKind kind, PinLength length, const QString& detail) {
    return Error(codesOf(kind).format, {QString::number(length.minimum), QString::number(length.maximum)},
                 detail);
}

}  // namespace

CommandApdu changeCommand(quint8 reference, const base::SecretBytes& old, const base::SecretBytes& fresh,
                          std::size_t blockSize) {
    base::SecretBytes blocks(2 * blockSize);
    fill(blocks.bytes().first(blockSize), old);
    fill(blocks.bytes().last(blockSize), fresh);
    return {0x00, 0x24, 0x00, reference, blocks.view()};
}

CommandApdu resetRetryCounterCommand(quint8 reference, const base::SecretBytes& fresh,
                                     std::size_t blockSize) {
    base::SecretBytes block(blockSize);
    fill(block.bytes(), fresh);
    return {0x00, 0x2C, 0x02, reference, block.view()};
}

QByteArray triesRequest(quint8 reference) {
    QByteArray request = QByteArray::fromHex("4D087006BF810002A080");
    request[6] = static_cast<char>(reference & NumberMask);
    return request;
}

std::optional<PinTries> triesFrom(QByteArrayView answer, quint8 reference) {
    const quint32 object = 0xBF8100U | (reference & NumberMask);
    const auto maximum = findTlv(answer, {0x70, object, 0xA0, 0x9A});
    const auto left = findTlv(answer, {0x70, object, 0xA0, 0x9B});
    if (!maximum || !left || maximum->size() != 1 || left->size() != 1)
        return std::nullopt;
    const PinTries tries{static_cast<quint8>(left->front()), static_cast<quint8>(maximum->front())};
    return tries.left <= tries.maximum ? std::optional(tries) : std::nullopt;
}

Expected<void> presentOutcome(StatusWord status, PinKind kind, PinLength length) {
    const Expected<void> outcome = verifyOutcome(status, length);
    if (outcome)
        return {};
    const Error& error = outcome.error();
    const PinCodes& codes = codesOf(kind);
    switch (error.code()) {
        case ErrorCode::PinWrong:
            return tl::unexpected(
                Error(codes.wrong, {}, error.detail()).withCount(error.count().value_or(0)));
        case ErrorCode::PinBlocked:
            return fail(codes.blocked, QStringList{}, error.detail());
        case ErrorCode::PinFormat:
            return fail(codes.format, error.arguments(), error.detail());
        default:
            return outcome;
    }
}

Expected<void> changeOutcome(StatusWord status, PinKind kind, PinLength length) {
    // Both have been seen where the new PIN is one that the card does not want, such as the old one.
    if (status.value == 0x6A80 || status.value == 0x6985)
        return fail(ErrorCode::PinRefused, QStringList{nameOf(kind)},
                    QStringLiteral("CHANGE REFERENCE DATA answered %1").arg(status.toString()));
    return presentOutcome(status, kind, length);
}

Expected<void> resetOutcome(StatusWord status, PinKind kind) {
    const QString detail = QStringLiteral("RESET RETRY COUNTER answered %1").arg(status.toString());
    switch (status.value) {
        case 0x9000:
            return {};
        case 0x6700:  // wrong length
        case 0x6985:  // conditions of use not satisfied
        case 0x6A80:  // wrong data
            return fail(ErrorCode::PinRefused, QStringList{nameOf(kind)}, detail);
        case 0x6983:  // authentication method blocked
        case 0x6984:  // reference data not usable
            return fail(ErrorCode::PukBlocked, QStringList{}, detail);
        default:
            return fail(ErrorCode::CardFailed, QStringList{status.toString()}, detail);
    }
}

std::optional<Error> padTrouble(StatusWord status, PinKind kind, PinLength length, const QString& reader) {
    const QString detail = QStringLiteral("the PIN pad answered %1").arg(status.toString());
    switch (status.value) {
        case 0x6400:
            return Error(ErrorCode::PinPadTimeout, {}, detail);
        case 0x6401:
            return Error(ErrorCode::PinPadCancelled, {}, detail);
        case 0x6402:
            return Error(ErrorCode::PinEntriesDiffer, {nameOf(kind)}, detail);
        case 0x6403:
            return formatError(kind, length, detail);
        case 0x6404:
            return Error(ErrorCode::PinPadMissing, {reader}, detail);
        default:
            return std::nullopt;
    }
}

}  // namespace signet::card
