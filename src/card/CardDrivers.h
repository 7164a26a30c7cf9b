#pragma once

#include <memory>

#include "card/CallClock.h"
#include "card/KnownCards.h"
#include "card/SigningCard.h"

namespace signet::card {

/** Connects to the card and finds its driver by the ATR, unless the readers bring their own.
 * ReaderContactless if it is not in a slot; CardUnknown if there is none. `known` outlives the driver. Card
 * thread only. */
Expected<std::unique_ptr<SigningCard>> connectSigningCard(TimedReaders& readers, const QString& reader,
                                                          KnownCards& known);

}  // namespace signet::card
