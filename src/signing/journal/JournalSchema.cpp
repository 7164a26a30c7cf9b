#include "signing/journal/JournalSchema.h"

#include <algorithm>

namespace signet::signing {
namespace {

using base::Expected;

constexpr qint64 ApplicationId = 0x5369676E;  // "Sign"

// Times are milliseconds since 1970, UTC. Operations, states and codes are kept by their stable names.
// `words` is what a search looks through, folded (see JournalRows). An entry is `superseded` when a later one
// has taken its place.
const QStringList FirstVersion{
    QStringLiteral("PRAGMA application_id = %1").arg(ApplicationId),
    QStringLiteral("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"),
    QStringLiteral("CREATE TABLE batches ("
                   "id INTEGER PRIMARY KEY AUTOINCREMENT, operation TEXT NOT NULL, api TEXT NOT NULL, "
                   "profile TEXT NOT NULL, access TEXT NOT NULL, signer TEXT NOT NULL, "
                   "signing_certificate BLOB, auth_certificate BLOB, output_folder TEXT NOT NULL, "
                   "started_at INTEGER, ended_at INTEGER, words TEXT NOT NULL)"),
    QStringLiteral("CREATE TABLE entries ("
                   "id INTEGER PRIMARY KEY AUTOINCREMENT, "
                   "batch INTEGER NOT NULL REFERENCES batches (id) ON DELETE CASCADE, "
                   "session TEXT, title TEXT NOT NULL, file TEXT NOT NULL, state TEXT NOT NULL, "
                   "sign_as_pdf INTEGER NOT NULL, create_new_edoc INTEGER NOT NULL, documents_before TEXT, "
                   "digest BLOB, signature BLOB, error TEXT, saved_as TEXT NOT NULL, changed_at INTEGER, "
                   "words TEXT NOT NULL, superseded INTEGER NOT NULL DEFAULT 0, "
                   "unfinished INTEGER NOT NULL GENERATED ALWAYS AS (session IS NOT NULL AND superseded = 0 "
                   "AND (state IN ('signed', 'finalizing', 'unconfirmed') "
                   "OR (state = 'cancelled' AND coalesce(length(signature), 0) > 0))) VIRTUAL)"),
    QStringLiteral("CREATE INDEX entries_by_batch ON entries (batch, state)"),
    QStringLiteral("CREATE INDEX entries_by_session ON entries (session) WHERE session IS NOT NULL"),
    QStringLiteral("CREATE INDEX entries_unfinished ON entries (id, batch) WHERE unfinished = 1"),
    QStringLiteral("CREATE TABLE claims (api TEXT NOT NULL, session TEXT NOT NULL, owner TEXT NOT NULL, "
                   "PRIMARY KEY (api, session)) WITHOUT ROWID"),
    QStringLiteral("CREATE INDEX claims_by_owner ON claims (owner)"),
};

const QStringList Tables{QStringLiteral("meta"), QStringLiteral("batches"), QStringLiteral("entries"),
                         QStringLiteral("claims")};

Expected<qint64> number(JournalConnection& connection, const QString& sql) {
    const Expected<QVariant> value = connection.value(sql);
    if (!value)
        return tl::unexpected(value.error());
    return value->toLongLong();
}

Expected<void> take(JournalConnection& connection, const SchemaStep& step) {
    // another program may have been faster
    const Expected<qint64> version = number(connection, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    if (*version >= step.version)
        return {};
    QStringList statements = step.statements;
    statements.append(QStringLiteral("PRAGMA user_version = %1").arg(step.version));
    for (const QString& statement : statements) {
        const Expected<int> done = connection.execute(statement);
        if (!done)
            return tl::unexpected(done.error());
    }
    return {};
}

}  // namespace

const QList<SchemaStep>& journalSteps() {
    static const QList<SchemaStep> steps{SchemaStep{1, FirstVersion}};
    return steps;
}

Expected<SchemaFindings> inspect(JournalConnection& connection) {
    SchemaFindings findings;
    QStringList tables;
    const Expected<void> listed =
        connection.forEach(QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table'"), {},
                           [&tables](const QSqlQuery& row) { tables.append(row.value(0).toString()); });
    if (!listed)
        return tl::unexpected(listed.error());
    const Expected<qint64> version = number(connection, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    const Expected<qint64> application = number(connection, QStringLiteral("PRAGMA application_id"));
    if (!application)
        return tl::unexpected(application.error());
    findings.version = static_cast<int>(*version);
    findings.isEmpty = tables.isEmpty();
    findings.isForeign = *application != ApplicationId && (!tables.isEmpty() || *version != 0);
    findings.isWhole = std::all_of(Tables.begin(), Tables.end(),
                                   [&tables](const QString& table) { return tables.contains(table); });
    return findings;
}

Expected<void> migrate(JournalConnection& connection, const QList<SchemaStep>& steps) {
    const Expected<qint64> version = number(connection, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    for (const SchemaStep& step : steps) {
        if (step.version <= *version)
            continue;
        Expected<void> taken = connection.transact([&connection, &step] { return take(connection, step); });
        if (!taken)
            return taken;
    }
    return {};
}

}  // namespace signet::signing
