#pragma once

#include <QFuture>
#include <QObject>
#include <chrono>
#include <optional>

#include "base/SecretBytes.h"
#include "signing/CardDesk.h"

namespace signet::signing {

/** PIN1, for logging in; PIN2, for signing; the PUK, which unblocks both. */
enum class CardPin { Pin1, Pin2, Puk };

/** "PIN1", "PIN2", "PUK": the same in every language. */
QString nameOf(CardPin pin);

/** One of them, as far as the card says it. */
struct PinView {
    CardPin pin = CardPin::Pin1;
    std::optional<int> triesLeft;  ///< nothing if the card does not say
    std::optional<int> triesMaximum;
    int minimumLength = 4;
    int maximumLength = 12;

    bool isBlocked() const { return triesLeft == 0; }
    bool isOnLastTry() const { return triesLeft == 1; }
};

/** All of a card. Whether a PIN is still the one of the envelope, no card says. */
struct PinsView {
    PinView pin1;
    PinView pin2;
    PinView puk;
    bool pinPad = false;  ///< they can be changed and unblocked on the reader

    const PinView& of(CardPin pin) const {
        return pin == CardPin::Pin1 ? pin1 : pin == CardPin::Pin2 ? pin2 : puk;
    }
};

/** Gives PIN1 or PIN2 a new value: who knows the old one changes it, who knows the PUK unblocks it. */
struct PinOrder {
    enum class Deed { Change, Unblock };
    DeskReader reader;  ///< as it was looked at: another card in it is CardChanged
    Deed deed = Deed::Change;
    CardPin pin = CardPin::Pin1;
    base::SecretBytes present;  ///< the old PIN, or the PUK; empty with usePinPad, as is the next
    base::SecretBytes fresh;
    bool usePinPad = false;
    bool lastTryAgreed = false;  ///< the person was told that this is the last try, and goes on

    CardPin presented() const { return deed == Deed::Unblock ? CardPin::Puk : pin; }
};

/** The reader waits for a person; what is typed on its keys, a new PIN twice. */
struct PinPadEntry {
    enum class Kind { OldAndNewPin, Puk, NewPin };
    Kind kind = Kind::OldAndNewPin;
    QString reader;
    std::chrono::seconds limit{0};  ///< how long the reader waits
};

/** What keeps this order from being carried out, as far as it can be known before the card hears of it: the
 * blocked error of what would be presented, its last try without the person's word. */
std::optional<base::Error> obstacle(const PinsView& pins, CardPin presented, bool lastTryAgreed);
/** Why this cannot be a PIN of that kind: its format error. */
std::optional<base::Error> wrongFormat(const PinView& pin, const base::SecretBytes& typed);
/** PinUnchanged, PinEntriesDiffer; nothing for a good one. `old` may be empty. */
std::optional<base::Error> wrongNewPin(const PinView& pin, const base::SecretBytes& old,
                                       const base::SecretBytes& fresh, const base::SecretBytes& again);
/** One digit all over, digits that count up or down, a repeated piece: to be warned of. */
bool isEasilyGuessed(const base::SecretBytes& pin);

/**
 * Care for the PINs of the cards on the desk. Every call answers with a future that always finishes. At most
 * one order at a time. Main thread.
 */
class PinDesk : public QObject {
    Q_OBJECT
public:
    /** The desk outlives it. */
    explicit PinDesk(CardDesk& cards, QObject* parent = nullptr);

    /** The cards whose PINs can be cared for: also expired ones, and those without a signing certificate. */
    QList<DeskReader> candidates() const;
    /** The card in the chosen reader, or the only candidate. Of several none is guessed, not even the only
     * one that can sign: SeveralCards. Otherwise why not, as CardDesk::selected(). */
    base::Expected<DeskReader> chosen() const;

    QFuture<base::Expected<PinsView>> look(const DeskReader& reader);
    /** The PINs as they are afterwards. The codes of errors are listed in card::PinCare and
     * card::PinCareRun. */
    QFuture<base::Expected<PinsView>> carryOut(PinOrder order);

Q_SIGNALS:
    void padWaits(const signet::signing::PinPadEntry& entry);
    /** The reader does not wait any more; comes before the future has finished. */
    void padDone();

private:
    CardDesk& m_cards;
};

}  // namespace signet::signing
