#include "card/CallClock.h"

#include "card/SigningCard.h"

namespace signet::card {
namespace {

using base::ErrorCode;
using base::fail;

constexpr quint8 ReadBinary = 0xB0;

class TimedTransport : public CardTransport {
public:
    TimedTransport(std::unique_ptr<CardTransport> inner, QString reader, std::shared_ptr<CallClock> clock,
                   const CardLimits& limits)
        : m_inner(std::move(inner)),
          m_reader(std::move(reader)),
          m_clock(std::move(clock)),
          m_limits(limits) {}

    QByteArray atr() const override { return m_inner->atr(); }
    bool hasPinPad() const override { return m_inner->hasPinPad(); }
    bool canChangeOnPad() const override { return m_inner->canChangeOnPad(); }
    void resetAtEnd() override { m_inner->resetAtEnd(); }
    Expected<void> beginTransaction() override {
        Expected<void> begun =
            timed<void>(true, m_limits.waiting, [this] { return m_inner->beginTransaction(); });
        if (begun && m_clock->isAbandoned()) {
            m_inner->endTransaction();
            return fail(ErrorCode::CardSilent);
        }
        m_begun = CallClock::Clock::now();
        return begun;
    }
    void endTransaction() override { m_inner->endTransaction(); }
    Expected<ResponseApdu> transmit(const CommandApdu& command) override {
        const auto elapsed = CallClock::Clock::now() - m_begun;
        if (command.ins() == ReadBinary && elapsed >= m_limits.reading)
            return fail(ErrorCode::CardSilent, QStringList{}, QStringLiteral("reading takes too long"));
        return timed<ResponseApdu>(false, m_limits.exchange,
                                   [this, &command] { return m_inner->transmit(command); });
    }
    Expected<ResponseApdu> verifyOnPad(const PadEntry& entry) override {
        // The reader waits so long for the first key, and so long again for the others.
        return timed<ResponseApdu>(false, 2 * entry.limit + m_limits.padMargin,
                                   [this, &entry] { return m_inner->verifyOnPad(entry); });
    }
    Expected<ResponseApdu> changeOnPad(const PadChange& change) override {
        const int entries = change.asksForOld ? 3 : 2;
        return timed<ResponseApdu>(false, 2 * entries * change.limit + m_limits.padMargin,
                                   [this, &change] { return m_inner->changeOnPad(change); });
    }
    Expected<void> reconnect() override {
        return timed<void>(false, m_limits.exchange, [this] { return m_inner->reconnect(); });
    }

private:
    template <typename T, typename Call>
    Expected<T> timed(bool waitsForOthers, std::chrono::milliseconds limit, const Call& call) {
        if (!m_clock->start(m_reader, waitsForOthers, limit))
            return fail(ErrorCode::CardSilent);
        Expected<T> result = call();
        m_clock->finish();
        return result;
    }

    std::unique_ptr<CardTransport> m_inner;
    QString m_reader;
    std::shared_ptr<CallClock> m_clock;
    CardLimits m_limits;
    CallClock::Clock::time_point m_begun;
};

}  // namespace

bool CallClock::start(const QString& reader, bool waitsForOthers, std::chrono::milliseconds limit) {
    const std::lock_guard lock(m_mutex);
    if (m_abandoned)
        return false;
    m_call = OverdueCall{reader, waitsForOthers};
    m_due = Clock::now() + limit;
    return true;
}

void CallClock::finish() {
    const std::lock_guard lock(m_mutex);
    m_call.reset();
}

bool CallClock::isAbandoned() const {
    const std::lock_guard lock(m_mutex);
    return m_abandoned;
}

std::optional<OverdueCall> CallClock::abandonIfOverdue(Clock::time_point now) {
    const std::lock_guard lock(m_mutex);
    if (m_abandoned || !m_call || now < m_due)
        return std::nullopt;
    m_abandoned = true;
    return m_call;
}

void CallClock::abandon() {
    const std::lock_guard lock(m_mutex);
    m_abandoned = true;
}

TimedReaders::TimedReaders(std::shared_ptr<CardReaders> readers, std::shared_ptr<CallClock> clock,
                           const CardLimits& limits)
    : m_readers(std::move(readers)), m_clock(std::move(clock)), m_limits(limits) {}

Expected<std::unique_ptr<CardTransport>> TimedReaders::connect(const QString& reader) {
    if (!m_clock->start(reader, false, m_limits.exchange))
        return fail(ErrorCode::CardSilent);
    Expected<std::unique_ptr<CardTransport>> transport = m_readers->connect(reader);
    m_clock->finish();
    if (!transport)
        return transport;
    return std::make_unique<TimedTransport>(std::move(*transport), reader, m_clock, m_limits);
}

Expected<std::unique_ptr<SigningCard>> TimedReaders::openCard(const QString& reader) {
    if (m_clock->isAbandoned())
        return fail(ErrorCode::CardSilent);
    return m_readers->openCard(reader);
}

}  // namespace signet::card
