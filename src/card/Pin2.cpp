#include "card/Pin2.h"

#include <algorithm>

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;

constexpr unsigned char Padding = 0xFF;

tl::unexpected<base::Error> wrongFormat(PinLength length, const QString& detail) {
    return fail(ErrorCode::PinFormat,
                QStringList{QString::number(length.minimum), QString::number(length.maximum)}, detail);
}

}  // namespace

Expected<void> checkPinFormat(const base::SecretBytes& pin, PinLength length) {
    const auto size = static_cast<int>(pin.size());
    if (size < length.minimum || size > length.maximum)
        return wrongFormat(length, QStringLiteral("the length does not fit"));
    const auto bytes = pin.bytes();
    if (!std::all_of(bytes.begin(), bytes.end(), [](unsigned char c) { return c >= '0' && c <= '9'; }))
        return wrongFormat(length, QStringLiteral("not only digits"));
    return {};
}

CommandApdu verifyCommand(quint8 reference, const base::SecretBytes& pin, std::size_t blockSize) {
    base::SecretBytes block(blockSize);
    const auto out = block.bytes();
    std::fill(out.begin(), out.end(), Padding);
    const auto in = pin.bytes().first(std::min(pin.size(), blockSize));
    std::copy(in.begin(), in.end(), out.begin());
    return {0x00, 0x20, 0x00, reference, block.view()};
}

Expected<void> verifyOutcome(StatusWord status, PinLength length) {
    if (status.isOk())
        return {};
    const QString detail = QStringLiteral("VERIFY answered %1").arg(status.toString());
    const std::optional<int> left = status.triesLeft();
    if (left && *left > 0)
        return tl::unexpected(base::Error(ErrorCode::PinWrong, {}, detail).withCount(*left));
    switch (status.value) {
        case 0x63C0:
        case 0x6983:  // authentication method blocked
        case 0x6984:  // reference data not usable
            return fail(ErrorCode::PinBlocked, QStringList{}, detail);
        case 0x6700:  // wrong length
        case 0x6A80:  // wrong data
            return wrongFormat(length, detail);
        default:
            return fail(ErrorCode::CardFailed, QStringList{status.toString()}, detail);
    }
}

}  // namespace signet::card
