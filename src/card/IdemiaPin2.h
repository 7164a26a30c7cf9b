#pragma once

#include <QtGlobal>
#include <cstddef>

namespace signet::card {

// card.md 2
inline constexpr quint8 Pin2Reference = 0x85;
inline constexpr std::size_t Pin2BlockSize = 12;

}  // namespace signet::card
