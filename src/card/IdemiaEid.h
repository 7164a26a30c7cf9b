#pragma once

#include <memory>
#include <optional>

#include "card/CardReaders.h"
#include "card/IdemiaCountry.h"
#include "card/IdemiaDirectories.h"
#include "card/IdemiaPins.h"
#include "card/Iso7816.h"
#include "card/KnownCards.h"
#include "card/SigningCard.h"

namespace signet::card {

/**
 * The eID cards on IDEMIA's Cosmo 8 and Cosmo X (card.md 1 to 3), of every country and personalisation: what
 * is where is read from the card's PKCS#15 directories, never assumed, and remembered for the next time. A
 * card that does not know the family's applications is CardUnknown. Card thread only.
 */
class IdemiaEid : public SigningCard {
public:
    /** `known` outlives it; the country is that of the ATR. */
    IdemiaEid(std::unique_ptr<CardTransport> transport, QString reader, KnownCards& known,
              const IdemiaCountry& country);

    Expected<CardContents> read(const CardTransaction& transaction) override;
    Expected<CardContents> readForSigning(const CardTransaction& transaction,
                                          const crypto::Certificate& expected) override;
    Expected<std::optional<PinTries>> readPin2Tries(const CardTransaction& transaction) override;
    Expected<void> openSigning(const CardTransaction& transaction) override;
    Expected<void> verifyPin2(const CardTransaction& transaction, const base::SecretBytes& pin) override;
    Expected<void> verifyPin2OnPad(const CardTransaction& transaction, const PadTerms& terms) override;
    Expected<QByteArray> sign(const CardTransaction& transaction, const crypto::Digest& digest) override;
    Expected<void> leaveSigning(const CardTransaction& transaction) override;
    Pin2Habits pin2Habits() const override;
    void learn(const Pin2Habits& habits) override;
    bool hasPinPad() const override { return m_transport->hasPinPad(); }
    PinCare* pinCare() override;
    Expected<void> reconnect() override;

protected:
    Expected<void> beginTransaction() override { return m_transport->beginTransaction(); }
    void endTransaction() override { m_transport->endTransaction(); }

private:
    Expected<void> recognise();
    Expected<bool> recall(QByteArrayView number);
    Expected<void> readAll(const QByteArray& name);
    Expected<bool> stillHolds(const KnownCard& card);
    Expected<std::optional<PinTries>> readTries();
    Expected<CardContents> contents();
    PinLength pin2Length() const;

    std::unique_ptr<CardTransport> m_transport;
    QString m_reader;
    QByteArray m_atr;
    Iso7816 m_commands;
    IdemiaDirectories m_directories;
    IdemiaPins m_pins;
    KnownCards* m_known;
    const IdemiaCountry* m_country;
    std::optional<KnownCard> m_card;  ///< what is known of the one that is in
};

}  // namespace signet::card
