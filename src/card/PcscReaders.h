#pragma once

#include "card/CardReaders.h"

namespace signet::card {

/** The computer's PC/SC service: PCSC-lite, or WinSCard. Any thread. */
class PcscReaders : public CardReaders {
public:
    /** What is known of the cards is kept in the usual place, or in another folder (empty: in memory only).
     */
    PcscReaders();
    explicit PcscReaders(QString placeOfKnownCards) : m_placeOfKnownCards(std::move(placeOfKnownCards)) {}

    std::unique_ptr<ReaderWatch> watch() override;
    Expected<std::unique_ptr<CardTransport>> connect(const QString& reader) override;
    QString placeOfKnownCards() const override { return m_placeOfKnownCards; }

private:
    const QString m_placeOfKnownCards;
};

}  // namespace signet::card
