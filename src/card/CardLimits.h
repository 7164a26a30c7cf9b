#pragma once

#include <chrono>

namespace signet::card {

/** How long things at the card may take (card.md 4). */
struct CardLimits {
    /** One exchange; then the card is silent and its thread is left behind. */
    std::chrono::milliseconds exchange{30'000};
    /** From a transaction's begin to its last READ of a file; then the card is silent, however busy it seems.
     */
    std::chrono::milliseconds reading{60'000};
    /** Waiting for another program's transaction; then the card is in use. */
    std::chrono::milliseconds waiting{10'000};
    /** Our own transaction at a stretch. */
    std::chrono::milliseconds stretch{10'000};
    /** How long a transaction is kept without work: a digest that is ready is often one turn of the main loop
     * away. */
    std::chrono::milliseconds grace{50};
    /** How long a reader's PIN pad waits for the person's first key, and again for the others, in whole
     * seconds; and how long its answer may take after that. */
    std::chrono::seconds padEntry{60};
    std::chrono::milliseconds padMargin{10'000};
    /** `stretch` and `grace` of a run with a PIN pad: letting go of the card may cost the person an entry.
     * Windows resets a card that is held idle for five seconds. */
    std::chrono::milliseconds padStretch{300'000};
    std::chrono::milliseconds padGrace{4'000};
    /** What the end of the program waits for an exchange under way. */
    std::chrono::milliseconds farewell{3'000};
};

}  // namespace signet::card
