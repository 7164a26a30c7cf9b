#pragma once

#include "card/ModuleGroups.h"
#include "card/SigningCard.h"

namespace signet::card {

/**
 * A card through a PKCS#11 module. Its process keeps the card's login, and shares the card with other
 * programs by itself: a transaction does nothing here. Card thread only.
 */
class ModuleCard : public SigningCard {
public:
    ModuleCard(ModuleCalls calls, ModuleGroup group);

    Expected<CardContents> read(const CardTransaction& transaction) override;
    /** The `expected` certificate, where the token holds several for signing. */
    Expected<CardContents> readForSigning(const CardTransaction& transaction,
                                          const crypto::Certificate& expected) override;
    /** PKCS#11 says no number, only which try is the last one. */
    Expected<std::optional<PinTries>> readPin2Tries(const CardTransaction& transaction) override;
    Expected<void> openSigning(const CardTransaction& transaction) override;
    /** With keys that want a login for each signature, the first time two: one for the token, which was right
     * before the other is made, and one for the signature. */
    Expected<void> verifyPin2(const CardTransaction& transaction, const base::SecretBytes& pin) override;
    Expected<QByteArray> sign(const CardTransaction& transaction, const crypto::Digest& digest) override;
    Expected<void> leaveSigning(const CardTransaction& transaction) override;
    bool hasPinPad() const override;
    Expected<void> verifyPin2OnPad(const CardTransaction& transaction, const PadTerms& terms) override;
    /** A module sees to resets by itself. */
    Expected<void> reconnect() override { return {}; }

protected:
    Expected<void> beginTransaction() override { return {}; }
    void endTransaction() override {}

private:
    struct Signer {
        ModuleSlotToken place;
        ModuleObjects::Held held;
    };
    Expected<CardContents> readAll(const crypto::Certificate* expected);
    Expected<std::optional<PinTries>> tries();
    Expected<void> present(const base::SecretBytes* pin, std::chrono::milliseconds limit);
    Expected<void> logIn(const base::SecretBytes* pin, std::chrono::milliseconds limit);
    base::Error ofLogin(const base::Error& error);
    bool isElliptic() const;

    ModuleCalls m_calls;
    ModuleGroup m_group;
    std::optional<Signer> m_signer;
    bool m_loggedIn = false;
    bool m_loginForEach = false;  ///< CKA_ALWAYS_AUTHENTICATE
    bool m_begun = false;         ///< a signature, up to its login
};

}  // namespace signet::card
