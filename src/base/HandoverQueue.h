#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace signet::base {

/**
 * The one way from a thread to another: items are put at one end and taken at the other, in order. It holds
 * the only lock that Signet's own threads share. Plain C++ without Qt, so that the thread sanitizer sees all
 * of it. Any thread.
 */
template <typename Item>
class HandoverQueue {
public:
    /** False, and the item untouched, once the queue is closed. */
    bool put(Item&& item) {
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                return false;
            m_items.push_back(std::move(item));
        }
        m_changed.notify_one();
        return true;
    }

    /** Waits for an item; nothing once the queue is closed and empty. */
    std::optional<Item> take() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_closed || !m_items.empty(); });
        return first();
    }

    /** Waits for an item for at most `time`; nothing if none came. */
    template <typename Rep, typename Period>
    std::optional<Item> takeWithin(std::chrono::duration<Rep, Period> time) {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, time, [this] { return m_closed || !m_items.empty(); });
        return first();
    }

    /** The next item if there is one, without waiting. */
    std::optional<Item> takeNow() {
        const std::lock_guard lock(m_mutex);
        return first();
    }

    /** No more items are accepted; those inside can still be taken. */
    void close() {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_changed.notify_all();
    }

private:
    std::optional<Item> first() {
        if (m_items.empty())
            return std::nullopt;
        std::optional<Item> item(std::move(m_items.front()));
        m_items.pop_front();
        return item;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Item> m_items;
    bool m_closed = false;
};

}  // namespace signet::base
