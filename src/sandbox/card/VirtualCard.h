#pragma once

#include <QByteArray>
#include <memory>

#include "base/Expected.h"
#include "sandbox/card/VirtualCardOptions.h"
#include "sandbox/pki/DemoPki.h"

namespace signet::sandbox {

/** What a reader notices of one exchange. */
struct CardReaction {
    enum class Kind { Answer, Silence, Removed, Reset };
    Kind kind = Kind::Answer;
    QByteArray answer;  ///< with Answer: the bytes as they came, status word last
};

/**
 * A Latvian or Estonian eID (IDEMIA) in software, as strict as card.md says a card is: state of selection,
 * environment and PINs, try counters, a status word (ISO 7816-4) for every misuse, short lengths only. Real
 * keys, real signatures. The counters outlive power and removal, like a card's. Any thread; exchanges are
 * carried out one after another, and a call takes as long as the options say.
 */
class VirtualCard {
public:
    /** CardDataInvalid if the identity's keys and certificates are not of the kind that the personalisation
     * has. */
    static base::Expected<std::shared_ptr<VirtualCard>> create(CardIdentity identity,
                                                               CardPersonalisation personalisation,
                                                               CardPins pins = CardPins::demo(),
                                                               VirtualCardOptions options = {});
    ~VirtualCard();
    Q_DISABLE_COPY_MOVE(VirtualCard)

    QByteArray atr() const;

    /** Power and reset forget selection, environment and verified PINs. A card without power answers nothing.
     */
    void powerOn();
    void powerOff();
    void reset();

    /** One command as bytes (ISO 7816-4, 5.1), and what the reader notices of it. */
    CardReaction exchange(QByteArrayView command);
    /** The answer of exchange(): empty where there was none. */
    QByteArray transmit(QByteArrayView command);

    /** From now on, in addition to those of the options. */
    void addFault(const CardFault& fault);

    int triesLeft(CardPin pin) const;
    int exchangeCount() const;   ///< commands received since it was made
    int verifyCount() const;     ///< of these: VERIFY with a PIN in it
    int signatureCount() const;  ///< signatures of the signing key made

private:
    class Private;
    explicit VirtualCard(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

}  // namespace signet::sandbox
