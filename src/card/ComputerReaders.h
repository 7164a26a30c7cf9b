#pragma once

#include "card/CardReaders.h"

namespace signet::card {

/**
 * All readers of this computer: those of its PC/SC service, and beside them the cards of the PKCS#11 modules
 * that a person named by the absolute paths of their files. Each module runs in a process of its own,
 * which is started with the first watch. Any thread.
 */
std::shared_ptr<CardReaders> computerReaders(const QStringList& modules);

}  // namespace signet::card
