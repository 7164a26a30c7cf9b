#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <mutex>
#include <variant>

#include "base/HandoverQueue.h"
#include "card/CardJob.h"
#include "card/CardReaders.h"

namespace signet::card {

using ReaderListing = Expected<QList<ReaderState>>;
using CardNews = std::variant<CardReport, ReaderListing>;

/**
 * How the card's threads reach the main thread: values in a queue, and a nudge to come and take them.
 * Outlives the receiver for the sake of threads that were left behind. Any thread.
 */
class CardMailbox {
public:
    /** `take` runs in the receiver's thread whenever there is news. */
    CardMailbox(QObject* receiver, std::function<void()> take)
        : m_receiver(receiver), m_take(std::move(take)) {}

    void put(CardNews&& news) {
        if (!m_queue.put(std::move(news)))
            return;
        const std::lock_guard lock(m_mutex);
        if (m_receiver != nullptr)
            QMetaObject::invokeMethod(m_receiver, m_take, Qt::QueuedConnection);
    }
    std::optional<CardNews> takeNow() { return m_queue.takeNow(); }
    /** The receiver goes. */
    void close() {
        m_queue.close();
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
    }

private:
    base::HandoverQueue<CardNews> m_queue;
    std::mutex m_mutex;
    QObject* m_receiver;
    std::function<void()> m_take;
};

}  // namespace signet::card
