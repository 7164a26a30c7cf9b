#pragma once

#include <QByteArray>
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include "base/Expected.h"
#include "base/SecretBytes.h"
#include "card/CardContents.h"
#include "card/Pin2State.h"
#include "crypto/Digest.h"

namespace signet::card {

using base::Expected;
class PinCare;
class SigningCard;

/** How the reader is to ask for a PIN on its own keys. */
struct PadTerms {
    std::chrono::seconds limit{60};
    quint16 language = 0x0409;  ///< as PadEntry::language
};

/**
 * The card for us alone, for as long as this lives (card.md 4). Every operation on a card takes one, so that
 * it cannot be forgotten. At most one at a time for each card; must not outlive its card.
 */
class CardTransaction {
public:
    /** CardReset if another program has reset the card: reconnect() first. */
    static Expected<CardTransaction> begin(SigningCard& card);
    CardTransaction(CardTransaction&& other) noexcept : m_card(std::exchange(other.m_card, nullptr)) {}
    CardTransaction& operator=(CardTransaction&& other) noexcept;
    CardTransaction(const CardTransaction&) = delete;
    CardTransaction& operator=(const CardTransaction&) = delete;
    ~CardTransaction() { end(); }

private:
    explicit CardTransaction(SigningCard& card) : m_card(&card) {}
    void end();

    SigningCard* m_card;
};

/**
 * The seam between what Signet wants of a card and how a family of cards does it. A driver over APDUs
 * implements it here; a foreign PKCS#11 module can implement it over a pipe. No operation presents a PIN but
 * verifyPin2() and verifyPin2OnPad(), and these once for each call. Card thread only.
 */
class SigningCard {
public:
    virtual ~SigningCard() = default;

    /** Everything public. CardNoSigningKey, CertificateWrongUsage, CardDataInvalid, CardFailed, or the wire's
     * errors. */
    virtual Expected<CardContents> read(const CardTransaction& transaction) = 0;
    /**
     * Only what signing needs, as the card holds it now: makes openSigning() possible. What is known of the
     * card that holds the `expected` certificate is used once the card has shown that it does.
     */
    virtual Expected<CardContents> readForSigning(const CardTransaction& transaction,
                                                  const crypto::Certificate& expected) = 0;
    /** Nothing if the card does not say. */
    virtual Expected<std::optional<PinTries>> readPin2Tries(const CardTransaction& transaction) = 0;

    /** Chooses the signing application and key. Ends what another program or a reset has left. */
    virtual Expected<void> openSigning(const CardTransaction& transaction) = 0;
    /** One try. PinWrong with the tries left, PinBlocked, PinFormat; anything else: it is unknown whether a
     * try was used. */
    virtual Expected<void> verifyPin2(const CardTransaction& transaction, const base::SecretBytes& pin) = 0;
    /** PinNotVerified (which costs no try) where the card wants PIN2 first. RSA as it is, EC as r||s. Not
     * checked. */
    virtual Expected<QByteArray> sign(const CardTransaction& transaction, const crypto::Digest& digest) = 0;
    /** Leaves the signing application, so that PIN2 does not stay open for others. */
    virtual Expected<void> leaveSigning(const CardTransaction& transaction) = 0;

    /** What earlier runs have learnt of the card that was read. */
    virtual Pin2Habits pin2Habits() const { return {}; }
    /** Remembers it for the next run. */
    virtual void learn(const Pin2Habits&) {}

    /** Whether PIN2 can be typed on the reader. */
    virtual bool hasPinPad() const { return false; }
    /** verifyPin2() with what is typed on the reader; takes as long as the person does. In addition
     * PinPadCancelled, PinPadTimeout and PinPadMissing: of these, and of PinFormat, the card has not heard.
     */
    virtual Expected<void> verifyPin2OnPad(const CardTransaction&, const PadTerms&) {
        return base::fail(base::ErrorCode::PinPadMissing, QStringList{QString()});
    }
    /** Cares for the card's PINs, as long as this lives; null where that is not known of this family. */
    virtual PinCare* pinCare() { return nullptr; }
    /** After CardReset: the same card in a fresh state. */
    virtual Expected<void> reconnect() = 0;

protected:
    friend class CardTransaction;
    virtual Expected<void> beginTransaction() = 0;
    virtual void endTransaction() = 0;
};

inline Expected<CardTransaction> CardTransaction::begin(SigningCard& card) {
    const Expected<void> begun = card.beginTransaction();
    if (!begun)
        return tl::unexpected(begun.error());
    return CardTransaction(card);
}

inline CardTransaction& CardTransaction::operator=(CardTransaction&& other) noexcept {
    if (this != &other) {
        end();
        m_card = std::exchange(other.m_card, nullptr);
    }
    return *this;
}

inline void CardTransaction::end() {
    if (m_card != nullptr)
        m_card->endTransaction();
    m_card = nullptr;
}

}  // namespace signet::card
