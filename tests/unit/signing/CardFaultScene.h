#pragma once

#include <QObject>
#include <QStringList>
#include <atomic>
#include <memory>

#include "CardFaultBench.h"
#include "support/SteppedReaders.h"

namespace signet::test {

enum class Mishap {
    Removed,
    Unplugged,  ///< the reader with its card
    Reset,      ///< by another program
    Restarted,  ///< the PC/SC service, at once
    Stopped,    ///< the PC/SC service, until somebody starts it
    Mute,
    Swapped,   ///< for another person's card
    NoStatus,  ///< an answer of fewer than two bytes
    Nonsense,
    InUse,     ///< a sharing violation
    Held,      ///< by another program's transaction, for a moment
    HeldLong,  ///< and for longer than anybody waits
    Status,    ///< this status, and nothing before it
};

struct Trouble {
    Mishap mishap = Mishap::Removed;
    bool carriedOut = false;  ///< the card has done what it was told, and then it comes
    quint16 status = 0;       ///< of Mishap::Status
};

/** A kind of card, and how a batch of three goes with it. */
struct Kind {
    const char* name;
    sandbox::CardPersonalisation personalisation;
    sandbox::Pin2Habit habit;
    QStringList steps;  ///< its exchanges; one of a refused signature is "PSO refused"
    int firstVerify;    ///< counted from 1
    int verifies;
};

/** PIN2's tries on the card: so that one that is lost and one that is given back can both be seen. */
constexpr int TriesBefore = 2;
constexpr int TriesFull = 3;
constexpr sandbox::CardPersonalisation OthersKind = sandbox::CardPersonalisation::Cosmo8Ec;

card::CardLimits limitsFor(Mishap mishap);
/** What a batch ends with that is begun before anybody did anything; empty: it works. */
QString whileIll(Mishap mishap);

/** One reader with one card in it, another person's card beside it, and a desk that knows nothing of them
 * yet. */
class Scene {
public:
    Scene(const Kind& kind, const card::CardLimits& limits);

    static QString reader() { return sandbox::VirtualReaders::demoReaderName(); }
    void insertCard() { readers->insert(reader(), card); }

    /** For the exchange that it is to meet. */
    SteppedReaders::Happening happening(const Trouble& trouble) {
        return [this, trouble](const card::CommandApdu& command, card::CardTransport& inner) {
            return happen(trouble, command, inner);
        };
    }
    /** What happens around the card, whatever it is asked for. */
    void happenAround(Mishap mishap);
    bool hasHappened() const { return m_happened; }
    /** What a person does then. */
    void remedy(Mishap mishap);

    std::shared_ptr<sandbox::VirtualCard> card;
    std::shared_ptr<sandbox::VirtualCard> other;
    const sandbox::CardPersonalisation personalisation;
    std::shared_ptr<sandbox::VirtualReaders> readers;
    std::shared_ptr<SteppedReaders> stepped;
    CardFaultBench bench;

private:
    card::Expected<card::ResponseApdu> happen(const Trouble& trouble, const card::CommandApdu& command,
                                              card::CardTransport& inner);

    /** Another program begins a transaction, and ends it sooner or later. */
    void hold(bool forLong);

    std::atomic<bool> m_happened = false;
    std::unique_ptr<card::CardTransport> m_neighbour;
    QObject m_inMainThread;
};

}  // namespace signet::test
