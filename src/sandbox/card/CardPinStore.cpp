#include "sandbox/card/CardPinStore.h"

#include <algorithm>
#include <optional>

#include "sandbox/card/CardWords.h"

namespace signet::sandbox {
namespace {

constexpr char Padding = '\xFF';

/** The PIN inside its block; nothing if the block is too short or too long for one, or is not padded at its
 * end only. */
std::optional<base::SecretBytes> unpadded(QByteArrayView block, qsizetype shortest) {
    if (block.size() != CardPinStore::BlockLength)
        return std::nullopt;
    const auto* const padding = std::find(block.begin(), block.end(), Padding);
    const bool onlyPaddingFollows =
        std::all_of(padding, block.end(), [](char each) { return each == Padding; });
    const qsizetype length = padding - block.begin();
    if (!onlyPaddingFollows || length < shortest)
        return std::nullopt;
    return base::SecretBytes(block.first(length));
}

}  // namespace

CardPinStore::CardPinStore(CardPins pins, qsizetype shortestPin2, const VirtualCardOptions& options)
    : m_pin1{std::move(pins.pin1), 4, options.pin1Tries},
      m_pin2{std::move(pins.pin2), shortestPin2, options.pin2Tries},
      m_puk{std::move(pins.puk), 8, options.pukTries},
      m_lastWrongStatus(options.lastWrongPinStatus),
      m_blockedStatus(options.blockedPinStatus) {}

quint16 CardPinStore::verify(CardPin pin, QByteArrayView block) {
    Entry& it = entry(pin);
    const quint16 result = compare(it, block);
    it.verified = result == status::Ok;
    return result;
}

quint16 CardPinStore::verificationStatus(CardPin pin) const {
    const Entry& it = entry(pin);
    if (it.verified)
        return status::Ok;
    return it.tries.left == 0 ? m_blockedStatus : static_cast<quint16>(status::TriesLeft + it.tries.left);
}

quint16 CardPinStore::change(CardPin pin, QByteArrayView oldBlock, QByteArrayView newBlock) {
    Entry& it = entry(pin);
    auto fresh = unpadded(newBlock, it.shortest);
    if (!fresh)
        return status::WrongData;
    const quint16 result = compare(it, oldBlock);
    it.verified = false;
    if (result == status::Ok)
        it.value = std::move(*fresh);
    return result;
}

quint16 CardPinStore::unblock(CardPin pin, QByteArrayView newBlock) {
    if (!m_puk.verified)
        return status::SecurityNotSatisfied;
    Entry& it = entry(pin);
    auto fresh = unpadded(newBlock, it.shortest);
    if (!fresh)
        return status::WrongData;
    it.value = std::move(*fresh);
    it.tries.left = it.tries.maximum;
    it.verified = false;
    return status::Ok;
}

void CardPinStore::closeAll() {
    for (const CardPin each : {CardPin::Pin1, CardPin::Pin2, CardPin::Puk})
        close(each);
}

CardPinStore::Entry& CardPinStore::entry(CardPin pin) {
    return pin == CardPin::Pin1 ? m_pin1 : pin == CardPin::Pin2 ? m_pin2 : m_puk;
}

const CardPinStore::Entry& CardPinStore::entry(CardPin pin) const {
    return pin == CardPin::Pin1 ? m_pin1 : pin == CardPin::Pin2 ? m_pin2 : m_puk;
}

quint16 CardPinStore::compare(Entry& entry, QByteArrayView block) const {
    if (entry.tries.left == 0)
        return m_blockedStatus;
    const auto given = unpadded(block, entry.shortest);
    if (!given)
        return status::WrongData;
    if (*given == entry.value) {
        entry.tries.left = entry.tries.maximum;
        return status::Ok;
    }
    --entry.tries.left;
    return entry.tries.left == 0 ? m_lastWrongStatus
                                 : static_cast<quint16>(status::TriesLeft + entry.tries.left);
}

}  // namespace signet::sandbox
