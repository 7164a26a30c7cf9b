#include "card/CardReaders.h"

#include "card/SigningCard.h"

namespace signet::card {

Expected<std::unique_ptr<SigningCard>> CardReaders::openCard(const QString&) {
    return std::unique_ptr<SigningCard>();
}

}  // namespace signet::card
