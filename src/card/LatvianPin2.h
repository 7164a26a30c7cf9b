#pragma once

#include "card/Pin2.h"

namespace signet::card {

// card.md 2
inline constexpr quint8 Pin2Reference = 0x85;
inline constexpr std::size_t Pin2BlockSize = 12;
inline constexpr PinLength UsualPin2Length{6, 12};

}  // namespace signet::card
