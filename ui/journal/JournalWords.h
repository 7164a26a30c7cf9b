#pragma once

#include <QString>

#include "signing/journal/JournalTypes.h"

namespace signet::ui {

/** "Signing", "Sealing", "Archiving". */
QString operationName(signing::Operation operation);

/** "Signing, 27.11.2026 17:30:00, ANDRIS PARAUDZIŅŠ". Plain text. */
QString headingOf(const signing::JournalBatch& batch);

/** Where a session of an earlier run stands, in a few words. */
QString standingOf(const signing::JournalEntry& entry);

}  // namespace signet::ui
