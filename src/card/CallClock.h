#pragma once

#include <QString>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

#include "card/CardLimits.h"
#include "card/CardReaders.h"

namespace signet::card {

/** A call that has not come back in time. */
struct OverdueCall {
    QString reader;
    bool waitedForOthers = false;  ///< for another program's transaction; otherwise for the card
};

/**
 * When the card thread's present call began, and whether the thread has been given up meanwhile: then it may
 * not touch a card again. Any thread.
 */
class CallClock {
public:
    using Clock = std::chrono::steady_clock;

    /** False if the thread has been abandoned. */
    bool start(const QString& reader, bool waitsForOthers, std::chrono::milliseconds limit);
    void finish();
    bool isAbandoned() const;
    /** Abandons the thread if its call is overdue; what it hangs in. */
    std::optional<OverdueCall> abandonIfOverdue(Clock::time_point now);
    void abandon();

private:
    mutable std::mutex m_mutex;
    std::optional<OverdueCall> m_call;
    Clock::time_point m_due;
    bool m_abandoned = false;
};

/** The readers as the card thread uses them: every call that can block is timed by the clock. */
class TimedReaders {
public:
    TimedReaders(std::shared_ptr<CardReaders> readers, std::shared_ptr<CallClock> clock,
                 const CardLimits& limits);
    Expected<std::unique_ptr<CardTransport>> connect(const QString& reader);
    Expected<std::unique_ptr<SigningCard>> openCard(const QString& reader);
    QString placeOfKnownCards() const { return m_readers->placeOfKnownCards(); }

private:
    std::shared_ptr<CardReaders> m_readers;
    std::shared_ptr<CallClock> m_clock;
    CardLimits m_limits;
};

}  // namespace signet::card
