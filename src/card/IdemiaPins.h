#pragma once

#include "card/Iso7816.h"
#include "card/PinCare.h"

namespace signet::card {

/** The PINs of IDEMIA's eID cards (card.md 2). Card thread only. */
class IdemiaPins : public PinCare {
public:
    /** All outlive it. */
    IdemiaPins(CardTransport& transport, Iso7816& commands, const QString& reader)
        : m_transport(&transport), m_commands(&commands), m_reader(&reader) {}

    /** What the card itself says of PIN2's length, or what is usual with it. */
    void setPin2Length(PinLength length) { m_pin2Length = length; }

    Expected<PinStates> readStates(const CardTransaction& transaction) override;
    Expected<void> change(const CardTransaction& transaction, PinKind pin, const base::SecretBytes& old,
                          const base::SecretBytes& fresh) override;
    Expected<void> unblock(const CardTransaction& transaction, PinKind pin, const base::SecretBytes& puk,
                           const base::SecretBytes& fresh) override;
    Expected<void> changeOnPad(const CardTransaction& transaction, PinKind pin, const PadTerms& terms,
                               const PadNotice& notice) override;
    Expected<void> unblockOnPad(const CardTransaction& transaction, PinKind pin, const PadTerms& terms,
                                const PadNotice& notice) override;

private:
    PinLength lengthOf(PinKind pin) const;
    Expected<std::optional<PinTries>> readTries(PinKind pin);
    Expected<void> selectHome(PinKind pin);
    Expected<StatusWord> send(const CommandApdu& command, PinKind pin);
    Expected<StatusWord> sendFromPad(CommandApdu command, PinKind pin, bool asksForOld,
                                     const PadTerms& terms);

    CardTransport* m_transport;
    Iso7816* m_commands;
    const QString* m_reader;
    PinLength m_pin2Length;
};

}  // namespace signet::card
