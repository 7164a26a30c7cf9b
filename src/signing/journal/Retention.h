#pragma once

#include <memory>

namespace signet::signing {

class Journal;

/** Deletes from the journal what is older than it is to keep (Journal::keepDays()), beside whatever goes on;
 * a journal that cannot be read is left alone. Main thread. */
void removeOld(const std::shared_ptr<Journal>& journal);

}  // namespace signet::signing
