#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

#include "card/CardLimits.h"
#include "card/PadMoment.h"
#include "card/Pin2State.h"
#include "card/SigningCard.h"
#include "card/SigningRunRequest.h"

namespace signet::card {

/** How a run goes about a PIN pad. */
struct PadPlan {
    std::chrono::seconds limit{60};              ///< as PadTerms::limit
    std::chrono::milliseconds stretch{300'000};  ///< the longest transaction: letting go may cost an entry
    /** Hears when the reader begins to wait for PIN2, and when it does so no longer. Card thread. */
    std::function<void(const PadMoment&)> notice;
};

/**
 * One signing run on one card: presents PIN2 as often as the card wants it, but never again once a VERIFY was
 * refused or stayed without an answer. Holds a transaction for a stretch of signatures; pause() ends it. Card
 * thread only.
 */
class SigningRun {
public:
    SigningRun(std::unique_ptr<SigningCard> card, SigningRunRequest request,
               std::chrono::milliseconds stretch, PadPlan pad = {});

    /** CardChanged, PinBlocked, PinLastTry, PinFormat, PinPadMissing without a VERIFY; otherwise one VERIFY.
     */
    Expected<void> open();
    /** A stop that was requested while a person typed on the reader ends it with Cancelled, unsigned. */
    Expected<QByteArray> sign(const crypto::Digest& digest, const std::stop_token& stop = {});
    /** Another presentation of PIN2 is a person's affair: the card is better held on to. */
    bool wantsPersonAgain() const { return m_request.pinPad || m_request.oneSignature; }
    /** Lets other programs at the card. */
    void pause() { m_transaction.reset(); }
    bool holdsCard() const { return m_transaction.has_value(); }
    /** Wipes PIN2 here and closes it on the card, as far as there still is one. */
    void close();

private:
    Expected<void> tryOpen();
    Expected<void> checkBeforePin(const CardContents& contents) const;
    Expected<QByteArray> trySign(const crypto::Digest& digest, const std::stop_token& stop);
    Expected<QByteArray> signOpened(const crypto::Digest& digest, const std::stop_token& stop);
    Expected<void> begin();
    Expected<void> prepare();
    Expected<void> verify();
    Expected<void> verifyOnPad();
    Expected<void> recover();
    Expected<void> checkCardAgain();
    void endIfOver(const base::Error& error);
    void leave();

    std::unique_ptr<SigningCard> m_card;
    SigningRunRequest m_request;
    std::chrono::milliseconds m_stretch;
    PadPlan m_pad;
    std::optional<CardTransaction> m_transaction;
    std::chrono::steady_clock::time_point m_begun;
    Pin2State m_pin;
    bool m_prepared = false;  ///< application and key are chosen, in this transaction
    int m_signatures = 0;
    bool m_mayBeOpen = false;  ///< PIN2 was sent to the card, and nothing is known to have closed it
    bool m_mayVerify = true;
    std::optional<base::Error> m_end;  ///< why no more can be signed
};

}  // namespace signet::card
