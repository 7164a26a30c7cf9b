#include "cli/CardPreparation.h"

#include "card/CardReaders.h"

namespace signet::cli {

CardPreparation::CardPreparation(std::shared_ptr<card::CardReaders> readers, QString reader)
    : m_readers(std::move(readers)), m_reader(std::move(reader)) {}

void CardPreparation::start(signing::ServiceDesk&, signing::BatchOrder& order, Ready ready) {
    m_cards = std::make_unique<signing::CardDesk>(m_readers);
    m_wait = std::make_unique<CardWait>(*m_cards, [this, &order, ready = std::move(ready)] {
        const base::Expected<QString> reader = chosenReader();
        if (!reader)
            return ready(tl::unexpected(reader.error()));
        order.reader = *reader;
        ready({});
    });
}

base::Expected<QString> CardPreparation::chosenReader() {
    if (!m_reader.isEmpty()) {
        const auto named = m_cards->byName(m_reader);
        if (!named)
            return tl::unexpected(named.error());
        m_cards->choose(named->name);
    }
    return m_cards->selected().map([](const signing::DeskReader& reader) { return reader.name; });
}

}  // namespace signet::cli
