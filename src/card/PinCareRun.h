#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "card/PinCare.h"
#include "card/PinCareRequest.h"

namespace signet::card {

/**
 * Care for a card's PINs, from the look at it to the result: what can be known before a PIN or the PUK is
 * presented is checked before, and nothing is presented twice. Card thread only.
 */
class PinCareRun {
public:
    /** Hears when the reader begins to wait for a person, and when it does so no longer. */
    using PadNotice = std::function<void(const PadMoment&)>;

    PinCareRun(std::unique_ptr<SigningCard> card, PinCareRequest request, std::chrono::seconds padLimit,
               PadNotice notice);

    /** The states as they are afterwards. CardChanged, PinCareMissing, PinPadMissing; the blocked, the last
     * try and the format error of what would be presented, and PinUnchanged, without presenting it; otherwise
     * as PinCare. */
    Expected<PinStates> perform();

private:
    Expected<PinStates> attempt();
    Expected<PinStates> attemptIn(const CardTransaction& transaction);
    Expected<void> checkCard(const CardTransaction& transaction);
    Expected<void> checkBefore(const PinStates& states) const;
    Expected<void> checkTyped(const PinStates& states) const;
    Expected<void> carryOut(const CardTransaction& transaction, PinCare& care);
    Expected<void> carryOutOnPad(const CardTransaction& transaction, PinCare& care);
    PinKind presented() const;

    std::unique_ptr<SigningCard> m_card;
    PinCareRequest m_request;
    std::chrono::seconds m_padLimit;
    PadNotice m_notice;
    bool m_begun = false;  ///< something may have been presented
};

}  // namespace signet::card
