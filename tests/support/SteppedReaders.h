#pragma once

#include <QStringList>
#include <functional>
#include <memory>

#include "card/CardReaders.h"

namespace signet::test {

/**
 * Readers on the way to others, where a test lets something happen at a chosen exchange or transaction, and
 * which note what the card was asked for. Any thread.
 */
class SteppedReaders : public card::CardReaders {
public:
    /** In place of the exchange, in the card thread; `inner` is the way to the card. */
    using Happening = std::function<card::Expected<card::ResponseApdu>(const card::CommandApdu& command,
                                                                       card::CardTransport& inner)>;

    explicit SteppedReaders(std::shared_ptr<card::CardReaders> inner);
    ~SteppedReaders() override;

    /** At the `number`th exchange from now on, counted from 1. */
    void atExchange(int number, Happening happening);
    /** Before the `number`th transaction from now on begins. */
    void atTransaction(int number, std::function<void()> happening);
    /** What the card was asked for since then: "SELECT ADF2", "READ", "VERIFY" ... */
    QStringList steps() const;
    int transactions() const;
    /** From now on; nothing is to happen any more. */
    void startAnew();

    std::unique_ptr<card::ReaderWatch> watch() override { return m_inner->watch(); }
    card::Expected<std::unique_ptr<card::CardTransport>> connect(const QString& reader) override;
    QString placeOfKnownCards() const override { return m_inner->placeOfKnownCards(); }

private:
    class Script;
    class Transport;
    std::shared_ptr<card::CardReaders> m_inner;
    std::shared_ptr<Script> m_script;
};

}  // namespace signet::test
