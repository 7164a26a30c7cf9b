#include "card/CardThread.h"

#include <atomic>
#include <condition_variable>

#include "base/HandoverQueue.h"
#include "card/CardWork.h"

namespace signet::card {
namespace {

std::atomic<int> abandonedThreads{0};

}  // namespace

struct CardThread::State {
    std::shared_ptr<CardReaders> readers;
    CardLimits limits;
    std::function<void(CardReport&&)> report;
    std::shared_ptr<CallClock> clock = std::make_shared<CallClock>();
    base::HandoverQueue<CardJob> jobs;

    std::mutex mutex;
    std::condition_variable changed;
    bool ended = false;
    bool countedAsAbandoned = false;
    std::optional<OverdueCall> hungIn;

    std::optional<CardJob> nextJob(CardWork& work);
    void setEnded();
    void setAbandoned(const std::optional<OverdueCall>& call);
    void reportFreed(const std::optional<OverdueCall>& call);
};

/** The card is let go as soon as no work is ready. */
std::optional<CardJob> CardThread::State::nextJob(CardWork& work) {
    if (clock->isAbandoned())
        return std::nullopt;
    if (work.holdsCard()) {
        std::optional<CardJob> job = jobs.takeWithin(work.grace());
        if (job)
            return job;
        work.releaseCard();
    }
    return jobs.take();
}

void CardThread::State::setEnded() {
    std::optional<OverdueCall> freed;
    {
        const std::lock_guard lock(mutex);
        ended = true;
        if (countedAsAbandoned)
            --abandonedThreads;
        freed = hungIn;
    }
    changed.notify_all();
    reportFreed(freed);
}

void CardThread::State::setAbandoned(const std::optional<OverdueCall>& call) {
    clock->abandon();
    {
        const std::lock_guard lock(mutex);
        if (!ended) {
            countedAsAbandoned = true;
            hungIn = call;
            ++abandonedThreads;
            return;
        }
    }
    reportFreed(call);  // the call came back at this very moment
}

void CardThread::State::reportFreed(const std::optional<OverdueCall>& call) {
    if (call && call->waitedForOthers)
        report(CardReport{0, CardResult(), call->reader, {}});
}

CardThread::CardThread(std::shared_ptr<CardReaders> readers, const CardLimits& limits,
                       std::function<void(CardReport&&)> report)
    : m_state(std::make_shared<State>()) {
    m_state->readers = std::move(readers);
    m_state->limits = limits;
    m_state->report = std::move(report);
    m_thread = std::thread([state = m_state] { run(state); });
}

void CardThread::run(const std::shared_ptr<State>& state) {
    {
        const auto tellOfPad = [&state](const PadMoment& moment) {
            if (!state->clock->isAbandoned())
                state->report(CardReport{0, CardResult(), {}, moment});
        };
        CardWork work(TimedReaders(state->readers, state->clock, state->limits), state->limits, tellOfPad);
        while (std::optional<CardJob> job = state->nextJob(work)) {
            const quint64 number = job->number;
            Expected<CardResult> result = work.perform(std::move(*job));
            if (!state->clock->isAbandoned())
                state->report(CardReport{number, std::move(result), {}, {}});
        }
    }
    state->setEnded();
}

CardThread::~CardThread() {
    takeQueued();
    if (!m_thread.joinable())
        return;
    bool ended = false;
    {
        std::unique_lock lock(m_state->mutex);
        ended = m_state->changed.wait_for(lock, m_state->limits.farewell, [this] { return m_state->ended; });
    }
    if (ended) {
        m_thread.join();
        return;
    }
    m_state->setAbandoned(std::nullopt);
    m_thread.detach();
}

void CardThread::post(CardJob&& job) {
    m_state->jobs.put(std::move(job));
}

std::optional<OverdueCall> CardThread::abandonIfOverdue(CallClock::Clock::time_point now) {
    const std::optional<OverdueCall> call = m_state->clock->abandonIfOverdue(now);
    if (call) {
        m_state->setAbandoned(call);
        m_thread.detach();
    }
    return call;
}

std::vector<CardJob> CardThread::takeQueued() {
    m_state->jobs.close();
    std::vector<CardJob> queued;
    while (std::optional<CardJob> job = m_state->jobs.takeNow())
        queued.push_back(std::move(*job));
    return queued;
}

bool CardThread::anyAbandoned() {
    return abandonedThreads.load() > 0;
}

}  // namespace signet::card
