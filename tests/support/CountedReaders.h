#pragma once

#include <QElapsedTimer>
#include <array>
#include <atomic>
#include <memory>

#include "card/CardReaders.h"

namespace signet::test {

/** What the exchanges of one look at a card were for. */
enum class ExchangeKind { Identity, Certificates, KeyAndPin, Signing };

/** How many exchanges there were of each kind, and how long the caller waited for them and for transactions.
 * Any thread. */
class ExchangeMeter {
public:
    int count(ExchangeKind kind) const { return m_counts[static_cast<int>(kind)]; }
    int total() const {
        return count(ExchangeKind::Identity) + count(ExchangeKind::Certificates) +
               count(ExchangeKind::KeyAndPin) + count(ExchangeKind::Signing);
    }
    double seconds() const { return static_cast<double>(m_nanoseconds) / 1e9; }
    void clear();

    void add(const card::CommandApdu& command);
    void addTime(qint64 nanoseconds) { m_nanoseconds += nanoseconds; }

private:
    void count(ExchangeKind kind, int number) { m_counts[static_cast<int>(kind)] += number; }

    std::array<std::atomic<int>, 4> m_counts{};
    std::atomic<qint64> m_nanoseconds{0};
    std::atomic<ExchangeKind> m_file = ExchangeKind::Identity;  ///< of the selected file
    std::atomic<int> m_selections = 0;  ///< of applications, whose purpose the next command tells
};

/** Readers whose exchanges are counted and timed on their way to others. Any thread. */
class CountedReaders : public card::CardReaders {
public:
    CountedReaders(std::shared_ptr<card::CardReaders> inner, std::shared_ptr<ExchangeMeter> meter)
        : m_inner(std::move(inner)), m_meter(std::move(meter)) {}
    std::unique_ptr<card::ReaderWatch> watch() override { return m_inner->watch(); }
    card::Expected<std::unique_ptr<card::CardTransport>> connect(const QString& reader) override;
    QString placeOfKnownCards() const override { return m_inner->placeOfKnownCards(); }

private:
    std::shared_ptr<card::CardReaders> m_inner;
    std::shared_ptr<ExchangeMeter> m_meter;
};

}  // namespace signet::test
