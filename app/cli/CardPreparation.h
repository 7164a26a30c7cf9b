#pragma once

#include <QString>
#include <memory>

#include "cli/CardWait.h"
#include "cli/Preparation.h"
#include "signing/CardDesk.h"

namespace signet::cli {

/** Waits until the cards have been looked at, chooses the one that was asked for, or the only one, and says
 * what is to be known of its certificates. */
class CardPreparation final : public Preparation {
public:
    /** `reader`: a name or a part of one, as CardDesk::byName() takes it; empty: the only usable one. */
    CardPreparation(std::shared_ptr<card::CardReaders> readers, QString reader);

    void start(signing::ServiceDesk& service, signing::BatchOrder& order, Ready ready) override;
    signing::CardDesk* cards() const override { return m_cards.get(); }

private:
    base::Expected<signing::DeskReader> chosenReader();

    std::shared_ptr<card::CardReaders> m_readers;
    QString m_reader;
    std::unique_ptr<signing::CardDesk> m_cards;
    std::unique_ptr<CardWait> m_wait;
};

}  // namespace signet::cli
