#include "signing/journal/JournalConnection.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include "base/OwnWords.h"

namespace signet::signing {
namespace {

using base::Error;
using base::Expected;

/** SQLite's result codes that have words of their own; the upper bytes only refine them (sqlite.org/rescode).
 */
enum SqliteCode {
    SqlitePermission = 3,
    SqliteBusy = 5,
    SqliteLocked = 6,
    SqliteReadOnly = 8,
    SqliteDiskError = 10,
    SqliteCorrupt = 11,
    SqliteFull = 13,
    SqliteCannotOpen = 14,
    SqliteNotADatabase = 26,
};

struct Reason {
    int code;
    const char* words;
};

constexpr Reason Reasons[] = {
    {SqlitePermission, QT_TRANSLATE_NOOP("Journal", "you may not write there")},
    {SqliteBusy, QT_TRANSLATE_NOOP("Journal", "another program is using it")},
    {SqliteLocked, QT_TRANSLATE_NOOP("Journal", "another program is using it")},
    {SqliteReadOnly, QT_TRANSLATE_NOOP("Journal", "you may not write there")},
    {SqliteDiskError, QT_TRANSLATE_NOOP("Journal", "the disk reports an error, or has no room")},
    {SqliteCorrupt, QT_TRANSLATE_NOOP("Journal", "it is damaged")},
    {SqliteFull, QT_TRANSLATE_NOOP("Journal", "the disk is full")},
    {SqliteCannotOpen, QT_TRANSLATE_NOOP("Journal", "it cannot be opened")},
    {SqliteNotADatabase, QT_TRANSLATE_NOOP("Journal", "it is damaged")},
};

/** With mode=rw, SQLite does not create a file by itself, which others could then read. */
QString addressOf(const QString& file) {
    QUrl address = QUrl::fromLocalFile(file);
    address.setQuery(QStringLiteral("mode=rw"));
    return QString::fromLatin1(address.toEncoded());
}

}  // namespace

Error journalFailure(const QString& file, const char* reason, const QString& detail) {
    return Error(base::ErrorCode::JournalFailed, {file, base::ownWords("Journal", reason)}, detail);
}

Expected<std::unique_ptr<JournalConnection>> JournalConnection::open(const QString& file) {
    const QString name = QStringLiteral("signet-journal-") + QUuid::createUuid().toString(QUuid::Id128);
    std::unique_ptr<JournalConnection> connection(new JournalConnection(file, name));
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    database.setDatabaseName(addressOf(file));
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=10000"));
    if (!database.open())
        return tl::unexpected(connection->failure(database.lastError()));
    return connection;
}

JournalConnection::~JournalConnection() {
    m_statements.clear();
    QSqlDatabase::removeDatabase(m_name);
}

Error JournalConnection::failure(const QSqlError& error) {
    const int code = error.nativeErrorCode().toInt();
    const int primary = code & 0xFF;
    if (primary == SqliteCorrupt || primary == SqliteNotADatabase)
        noteDamage();
    const QString detail = QStringLiteral("SQLite %1: %2 %3")
                               .arg(QString::number(code), error.databaseText(), error.driverText());
    for (const Reason& reason : Reasons) {
        if (reason.code == primary)
            return journalFailure(m_file, reason.words, detail);
    }
    return Error(base::ErrorCode::JournalFailed, {m_file, error.text()}, detail);
}

Expected<QSqlQuery*> JournalConnection::executed(const QString& sql, const QVariantList& values) {
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        QSqlQuery fresh(QSqlDatabase::database(m_name, false));
        fresh.setForwardOnly(true);
        if (!fresh.prepare(sql))
            return tl::unexpected(failure(fresh.lastError()));
        found = m_statements.emplace(sql, std::move(fresh)).first;
    }
    QSqlQuery& statement = found->second;
    for (qsizetype i = 0; i < values.size(); ++i)
        statement.bindValue(static_cast<int>(i), values[i]);
    if (statement.exec())
        return &statement;
    const Error error = failure(statement.lastError());
    m_statements.erase(found);
    return tl::unexpected(error);
}

Expected<int> JournalConnection::execute(const QString& sql, const QVariantList& values) {
    const Expected<QSqlQuery*> statement = executed(sql, values);
    if (!statement)
        return tl::unexpected(statement.error());
    const int changed = (*statement)->numRowsAffected();
    (*statement)->finish();
    return changed;
}

Expected<qint64> JournalConnection::insert(const QString& sql, const QVariantList& values) {
    const Expected<QSqlQuery*> statement = executed(sql, values);
    if (!statement)
        return tl::unexpected(statement.error());
    const qint64 id = (*statement)->lastInsertId().toLongLong();
    (*statement)->finish();
    return id;
}

Expected<void> JournalConnection::forEach(const QString& sql, const QVariantList& values,
                                          const std::function<void(const QSqlQuery&)>& take) {
    const Expected<QSqlQuery*> statement = executed(sql, values);
    if (!statement)
        return tl::unexpected(statement.error());
    while ((*statement)->next())
        take(**statement);
    const QSqlError error = (*statement)->lastError();
    (*statement)->finish();
    if (error.isValid())
        return tl::unexpected(failure(error));
    return {};
}

Expected<QVariant> JournalConnection::value(const QString& sql, const QVariantList& values) {
    QVariant first;
    const Expected<void> read = forEach(sql, values, [&first](const QSqlQuery& row) {
        if (!first.isValid())
            first = row.value(0);
    });
    if (!read)
        return tl::unexpected(read.error());
    return first;
}

Expected<void> JournalConnection::transact(const std::function<Expected<void>()>& work) {
    const Expected<int> begun = execute(QStringLiteral("BEGIN IMMEDIATE"));
    if (!begun)
        return tl::unexpected(begun.error());
    Expected<void> done = work();
    if (done) {
        const Expected<int> committed = execute(QStringLiteral("COMMIT"));
        if (committed)
            return {};
        done = tl::unexpected(committed.error());
    }
    // After some errors SQLite has rolled back by itself; this one then fails, and that is well.
    const bool damaged = m_metDamage;
    std::ignore = execute(QStringLiteral("ROLLBACK"));
    m_metDamage = damaged;
    return done;
}

}  // namespace signet::signing
