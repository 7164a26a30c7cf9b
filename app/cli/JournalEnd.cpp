#include "cli/JournalEnd.h"

#include <QDateTime>

#include "signing/journal/Journal.h"

namespace signet::cli {
namespace {

bool isHeld = false;

}  // namespace

void endJournal(std::shared_ptr<signing::Journal> journal) {
    if (!journal)
        return;
    const base::Expected<int> days = journal->keepDays().result();
    if (days && *days > 0)
        journal->removeBefore(QDateTime::currentDateTimeUtc().addDays(-*days));
    journal->opened().waitForFinished();  // what was asked for before it is done by then
    const std::weak_ptr<signing::Journal> others = journal;
    journal.reset();
    isHeld = isHeld || !others.expired();
}

bool isJournalHeld() {
    return isHeld;
}

}  // namespace signet::cli
