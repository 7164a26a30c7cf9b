#pragma once

#include <functional>
#include <map>
#include <memory>

#include "card/CallClock.h"
#include "card/CardJob.h"
#include "card/CardLimits.h"
#include "card/KnownCards.h"
#include "card/SigningRun.h"

namespace signet::card {

/** Does the jobs, one after the other, and keeps the open runs and what is known of cards. Plain C++; card
 * thread only. */
class CardWork {
public:
    using PadNotice = std::function<void(const PadMoment&)>;

    CardWork(TimedReaders readers, const CardLimits& limits, PadNotice padNotice)
        : m_readers(std::move(readers)),
          m_limits(limits),
          m_known(m_readers.placeOfKnownCards()),
          m_padNotice(std::move(padNotice)) {}
    ~CardWork();
    CardWork(const CardWork&) = delete;
    CardWork& operator=(const CardWork&) = delete;

    Expected<CardResult> perform(CardJob&& job);
    /** A run holds a card for itself: only as long as there is work. */
    bool holdsCard() const { return m_active != nullptr && m_active->holdsCard(); }
    void releaseCard();
    /** How long the card is held without work. */
    std::chrono::milliseconds grace() const {
        return m_active != nullptr && m_active->wantsPersonAgain() ? m_limits.padGrace : m_limits.grace;
    }

private:
    Expected<CardResult> perform(quint64 number, ReadCardJob&& job);
    Expected<CardResult> perform(quint64 number, ReadTriesJob&& job);
    Expected<CardResult> perform(quint64 number, OpenRunJob&& job);
    Expected<CardResult> perform(quint64 number, SignJob&& job);
    Expected<CardResult> perform(quint64 number, CloseRunJob&& job);
    Expected<CardResult> perform(quint64 number, PinCareJob&& job);
    Expected<CardResult> perform(quint64 number, ForgetCardJob&& job);
    SigningRun* activate(quint64 run);

    template <typename T>
    Expected<T> atCard(const QString& reader, Expected<T> (SigningCard::*read)(const CardTransaction&));

    TimedReaders m_readers;
    CardLimits m_limits;
    KnownCards m_known;
    PadNotice m_padNotice;
    std::map<quint64, std::unique_ptr<SigningRun>> m_runs;
    SigningRun* m_active = nullptr;
};

}  // namespace signet::card
