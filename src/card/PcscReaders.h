#pragma once

#include "card/CardReaders.h"

namespace signet::card {

/** The computer's PC/SC service: PCSC-lite, or WinSCard. Any thread. */
class PcscReaders : public CardReaders {
public:
    std::unique_ptr<ReaderWatch> watch() override;
    Expected<std::unique_ptr<CardTransport>> connect(const QString& reader) override;
};

}  // namespace signet::card
