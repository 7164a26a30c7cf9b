#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "signing/journal/JournalConnection.h"

namespace signet::signing {

/** What takes a journal from the version below to this one. */
struct SchemaStep {
    int version;
    QStringList statements;
};

/** The way from an empty file to what this Signet writes. */
const QList<SchemaStep>& journalSteps();

/** What a file is, as its head and its list of tables say; nothing is changed. */
struct SchemaFindings {
    int version = 0;
    bool isEmpty = false;    ///< no table in it
    bool isForeign = false;  ///< a database of another program
    bool isWhole = false;    ///< all tables are there
};
base::Expected<SchemaFindings> inspect(JournalConnection& connection);

/** Takes it to the newest of `steps`, each in a transaction of its own. Several programs may do so at once.
 */
base::Expected<void> migrate(JournalConnection& connection, const QList<SchemaStep>& steps = journalSteps());

}  // namespace signet::signing
