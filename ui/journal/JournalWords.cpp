#include "ui/journal/JournalWords.h"

#include <QCoreApplication>
#include <QStringList>

#include "base/PrintableText.h"
#include "ui/common/Formatting.h"

using namespace Qt::StringLiterals;

namespace signet::ui {
namespace {

using signing::Operation;
using signing::SessionState;

QString words(const char* text) {
    return QCoreApplication::translate("JournalWords", text);
}

}  // namespace

QString operationName(Operation operation) {
    switch (operation) {
        case Operation::Seal:
            return words(QT_TRANSLATE_NOOP("JournalWords", "Sealing"));
        case Operation::Archive:
            return words(QT_TRANSLATE_NOOP("JournalWords", "Archiving"));
        case Operation::Sign:
            break;
    }
    return words(QT_TRANSLATE_NOOP("JournalWords", "Signing"));
}

QString headingOf(const signing::JournalBatch& batch) {
    QStringList heading{operationName(batch.operation), dateAndTime(batch.startedAt)};
    if (!batch.signer.isEmpty())
        heading += base::printable(batch.signer);
    return heading.join(u", "_s);
}

QString standingOf(const signing::JournalEntry& entry) {
    const bool hasSignature = !entry.signatureValue.isEmpty();
    switch (entry.state) {
        case SessionState::Finalized:
            return words(QT_TRANSLATE_NOOP("JournalWords", "done"));
        case SessionState::Failed:
            return words(QT_TRANSLATE_NOOP("JournalWords", "failed"));
        case SessionState::Cancelled:
            return hasSignature
                       ? words(QT_TRANSLATE_NOOP("JournalWords", "signed, cancelled before it was sent"))
                       : words(QT_TRANSLATE_NOOP("JournalWords", "cancelled"));
        case SessionState::Signed:
            return words(QT_TRANSLATE_NOOP("JournalWords", "signed, not sent"));
        case SessionState::Finalizing:
        case SessionState::Unconfirmed:
            return words(QT_TRANSLATE_NOOP("JournalWords", "sent, outcome not known"));
        default:
            break;
    }
    return words(QT_TRANSLATE_NOOP("JournalWords", "not begun"));
}

}  // namespace signet::ui
