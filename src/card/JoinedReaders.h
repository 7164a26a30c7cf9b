#pragma once

#include <vector>

#include "card/CardReaders.h"

namespace signet::card {

/** The readers of several sources as those of one. The first source alone is connected to: the others open
 * their cards by themselves (openCard()). Any thread. */
class JoinedReaders : public CardReaders {
public:
    explicit JoinedReaders(std::vector<std::shared_ptr<CardReaders>> sources)
        : m_sources(std::move(sources)) {}

    /** Its first answer waits for all sources. The trouble of one source is told while no other has a reader
     * that works. */
    std::unique_ptr<ReaderWatch> watch() override;
    Expected<std::unique_ptr<CardTransport>> connect(const QString& reader) override {
        return m_sources.front()->connect(reader);
    }
    Expected<std::unique_ptr<SigningCard>> openCard(const QString& reader) override;
    QString placeOfKnownCards() const override { return m_sources.front()->placeOfKnownCards(); }

private:
    std::vector<std::shared_ptr<CardReaders>> m_sources;
};

}  // namespace signet::card
