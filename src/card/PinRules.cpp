#include "card/PinRules.h"

#include <algorithm>

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;

constexpr int Digits = 10;

/** From each digit to the next it is the same step, counted round from 9 to 0. */
bool countsBy(std::span<const unsigned char> pin, int step) {
    for (std::size_t i = 1; i < pin.size(); ++i) {
        if ((pin[i] - pin[i - 1] - step) % Digits != 0)
            return false;
    }
    return true;
}

bool repeats(std::span<const unsigned char> pin, std::size_t period) {
    for (std::size_t i = period; i < pin.size(); ++i) {
        if (pin[i] != pin[i - period])
            return false;
    }
    return true;
}

}  // namespace

QString nameOf(PinKind kind) {
    switch (kind) {
        case PinKind::Pin1:
            return QStringLiteral("PIN1");
        case PinKind::Pin2:
            return QStringLiteral("PIN2");
        case PinKind::Puk:
            break;
    }
    return QStringLiteral("PUK");
}

const PinCodes& codesOf(PinKind kind) {
    static constexpr PinCodes pin1{ErrorCode::Pin1Wrong, ErrorCode::Pin1Blocked, ErrorCode::Pin1LastTry,
                                   ErrorCode::Pin1Format};
    static constexpr PinCodes pin2{ErrorCode::PinWrong, ErrorCode::PinBlocked, ErrorCode::PinLastTry,
                                   ErrorCode::PinFormat};
    static constexpr PinCodes puk{ErrorCode::PukWrong, ErrorCode::PukBlocked, ErrorCode::PukLastTry,
                                  ErrorCode::PukFormat};
    return kind == PinKind::Pin1 ? pin1 : kind == PinKind::Pin2 ? pin2 : puk;
}

Expected<void> checkPinFormat(PinKind kind, const base::SecretBytes& pin, PinLength length) {
    const Expected<void> checked = checkPinFormat(pin, length);
    if (checked)
        return {};
    return fail(codesOf(kind).format, checked.error().arguments(), checked.error().detail());
}

Expected<void> checkIsNew(PinKind kind, const base::SecretBytes& old, const base::SecretBytes& fresh) {
    if (old == fresh)
        return fail(ErrorCode::PinUnchanged, QStringList{nameOf(kind)});
    return {};
}

bool isEasilyGuessed(const base::SecretBytes& pin) {
    const auto digits = pin.bytes();
    if (digits.empty())
        return false;
    if (countsBy(digits, 0) || countsBy(digits, 1) || countsBy(digits, -1))
        return true;
    for (std::size_t period = 2; 2 * period <= digits.size(); ++period) {
        if (repeats(digits, period))
            return true;
    }
    return false;
}

}  // namespace signet::card
