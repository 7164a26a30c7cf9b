#pragma once

#include <memory>

namespace signet::signing {
class Journal;
}

namespace signet::cli {

/** Deletes what is older than the journal is to keep, waits until everything is on disk, and lets go of it.
 * Null: nothing. */
void endJournal(std::shared_ptr<signing::Journal> journal);

/** An abandoned run, whose request is still without an answer, holds a journal beyond endJournal(): its
 * thread is there until the process ends. */
bool isJournalHeld();

}  // namespace signet::cli
