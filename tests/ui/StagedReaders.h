#pragma once

#include <memory>
#include <optional>

#include "card/CardReaders.h"

namespace signet::test {

/** What is staged for a picture: no smart card service, or a card that nobody knows. */
struct Staging {
    std::optional<base::Error> trouble;  ///< why there are no readers
    QByteArray atr;                      ///< of every card; empty: its own
};

/** Readers like others, but for what is staged. Any thread. */
class StagedReaders : public card::CardReaders {
public:
    StagedReaders(std::shared_ptr<card::CardReaders> inner, Staging staging)
        : m_inner(std::move(inner)), m_staging(std::move(staging)) {}
    std::unique_ptr<card::ReaderWatch> watch() override;
    card::Expected<std::unique_ptr<card::CardTransport>> connect(const QString& reader) override;

private:
    std::shared_ptr<card::CardReaders> m_inner;
    Staging m_staging;
};

}  // namespace signet::test
