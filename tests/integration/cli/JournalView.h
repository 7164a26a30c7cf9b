#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

#include "signing/journal/JournalTypes.h"

namespace signet::test {

/** What a journal holds, read as any other of Signet's programs would; also of runs that go on. Newest batch
 * first. */
QList<signing::JournalEntry> pagesIn(const QString& journal);
/** The newest of the session; nothing if there is none. */
std::optional<signing::JournalEntry> pageOf(const QString& journal, const QString& session);
/** How many of these sessions have a newest page in this state. */
int countOf(const QString& journal, const QStringList& sessions, signing::SessionState state);
/** What a person could go on with now. */
QList<signing::UnfinishedEntry> unfinishedIn(const QString& journal);

/** The value of each signature in an ASiC-E container, as its XML has it. */
QList<QByteArray> signatureValues(const QByteArray& container);
/** It holds exactly one, and that is this value of a page. */
bool holdsJust(const QByteArray& container, const QByteArray& signatureValue);

}  // namespace signet::test
