#include "cli/CardPreparation.h"

#include "card/CardReaders.h"
#include "cli/Shown.h"
#include "signing/Validity.h"

namespace signet::cli {
namespace {

using signing::DeskReader;

/** What is to be known of the certificates that the operation uses. */
QList<base::Error> warningsOf(const DeskReader& reader, signing::Operation operation) {
    if (operation == signing::Operation::Sign || !reader.authenticationCertificate)
        return reader.warnings;
    using signing::CertificateUse;
    return signing::appraise(*reader.authenticationCertificate, CertificateUse::Authenticate).warnings;
}

}  // namespace

CardPreparation::CardPreparation(std::shared_ptr<card::CardReaders> readers, QString reader)
    : m_readers(std::move(readers)), m_reader(std::move(reader)) {}

void CardPreparation::start(signing::ServiceDesk&, signing::BatchOrder& order, Ready ready) {
    m_cards = std::make_unique<signing::CardDesk>(m_readers);
    m_wait = std::make_unique<CardWait>(*m_cards, [this, &order, ready = std::move(ready)] {
        const base::Expected<DeskReader> reader = chosenReader();
        if (!reader)
            return ready(tl::unexpected(reader.error()));
        order.reader = reader->name;
        tellWarnings(warningsOf(*reader, order.operation));
        ready({});
    });
}

base::Expected<DeskReader> CardPreparation::chosenReader() {
    if (!m_reader.isEmpty()) {
        const auto named = m_cards->byName(m_reader);
        if (!named)
            return tl::unexpected(named.error());
        m_cards->choose(named->name);
    }
    return m_cards->selected();
}

}  // namespace signet::cli
