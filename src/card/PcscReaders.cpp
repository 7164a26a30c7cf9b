#include "card/PcscReaders.h"

#include "card/KnownCards.h"
#include "card/PcscReaderWatch.h"
#include "card/PcscTransport.h"

namespace signet::card {

PcscReaders::PcscReaders() : PcscReaders(KnownCards::usualFolder()) {}

std::unique_ptr<ReaderWatch> PcscReaders::watch() {
    return std::make_unique<PcscReaderWatch>();
}

Expected<std::unique_ptr<CardTransport>> PcscReaders::connect(const QString& reader) {
    return PcscTransport::connect(reader);
}

}  // namespace signet::card
