#include "StagedReaders.h"

#include <condition_variable>
#include <mutex>

namespace signet::test {
namespace {

using card::Expected;

/** Tells the trouble once, and then waits for the end. */
class TroubledWatch : public card::ReaderWatch {
public:
    explicit TroubledWatch(base::Error trouble) : m_trouble(std::move(trouble)) {}

    Expected<QList<card::ReaderState>> next() override {
        std::unique_lock lock(m_mutex);
        if (!std::exchange(m_told, true))
            return tl::unexpected(m_trouble);
        m_changed.wait(lock, [this] { return m_cancelled; });
        return base::fail(base::ErrorCode::Cancelled);
    }

    void cancel() override {
        const std::lock_guard lock(m_mutex);
        m_cancelled = true;
        m_changed.notify_all();
    }

private:
    const base::Error m_trouble;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_told = false;
    bool m_cancelled = false;
};

class StrangeCard : public card::CardTransport {
public:
    StrangeCard(std::unique_ptr<CardTransport> inner, QByteArray atr)
        : m_inner(std::move(inner)), m_atr(std::move(atr)) {}
    QByteArray atr() const override { return m_atr; }
    Expected<void> beginTransaction() override { return m_inner->beginTransaction(); }
    void endTransaction() override { m_inner->endTransaction(); }
    Expected<card::ResponseApdu> transmit(const card::CommandApdu& command) override {
        return m_inner->transmit(command);
    }
    Expected<void> reconnect() override { return m_inner->reconnect(); }

private:
    std::unique_ptr<CardTransport> m_inner;
    const QByteArray m_atr;
};

}  // namespace

std::unique_ptr<card::ReaderWatch> StagedReaders::watch() {
    if (m_staging.trouble)
        return std::make_unique<TroubledWatch>(*m_staging.trouble);
    return m_inner->watch();
}

Expected<std::unique_ptr<card::CardTransport>> StagedReaders::connect(const QString& reader) {
    auto transport = m_inner->connect(reader);
    if (!transport || m_staging.atr.isEmpty())
        return transport;
    return std::make_unique<StrangeCard>(std::move(*transport), m_staging.atr);
}

}  // namespace signet::test
