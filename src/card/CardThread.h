#pragma once

#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "card/CallClock.h"
#include "card/CardJob.h"
#include "card/CardLimits.h"
#include "card/CardReaders.h"

namespace signet::card {

/**
 * The one thread that touches cards. A card can hang it for ever: it is then abandoned, owns what it needs by
 * itself, and ends when the call comes back. Plain C++, without Qt's event loop. Owner's thread.
 */
class CardThread {
public:
    /** `report` must bear any thread: it is called in the card thread, once for each job that was performed,
     * and while a person is awaited at a PIN pad. */
    CardThread(std::shared_ptr<CardReaders> readers, const CardLimits& limits,
               std::function<void(CardReport&&)> report);
    /** Drops what was not begun, and waits for the call under way, for a while (CardLimits::farewell); then
     * abandons it. */
    ~CardThread();
    CardThread(const CardThread&) = delete;
    CardThread& operator=(const CardThread&) = delete;

    void post(CardJob&& job);
    /** Abandons the thread if it hangs in a call; what it hangs in. This object is of no use afterwards. */
    std::optional<OverdueCall> abandonIfOverdue(CallClock::Clock::time_point now);
    /** The jobs that it has not begun; it begins no more. */
    std::vector<CardJob> takeQueued();

    /** Some thread still hangs. Any thread. */
    static bool anyAbandoned();

private:
    struct State;
    static void run(const std::shared_ptr<State>& state);

    std::shared_ptr<State> m_state;
    std::thread m_thread;
};

}  // namespace signet::card
