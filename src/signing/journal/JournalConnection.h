#pragma once

#include <QSqlQuery>
#include <QString>
#include <QVariantList>
#include <functional>
#include <map>
#include <memory>

#include "base/Expected.h"

namespace signet::signing {

/** JournalFailed with a reason of ours, which QT_TRANSLATE_NOOP has marked in the context "Journal". */
base::Error journalFailure(const QString& file, const char* reason, const QString& detail = {});

/**
 * One connection to a journal's file, over QtSql. Its errors are JournalFailed with a reason for people;
 * SQLite's own words are their detail. It belongs to the thread that opened it.
 */
class JournalConnection {
public:
    /** The file has to be there: none is created. */
    static base::Expected<std::unique_ptr<JournalConnection>> open(const QString& file);
    ~JournalConnection();
    Q_DISABLE_COPY_MOVE(JournalConnection)

    const QString& file() const { return m_file; }

    /** How many rows it changed. */
    base::Expected<int> execute(const QString& sql, const QVariantList& values = {});
    /** The id of the row. */
    base::Expected<qint64> insert(const QString& sql, const QVariantList& values);
    /** Each row in turn. `take` must not execute the same statement. */
    base::Expected<void> forEach(const QString& sql, const QVariantList& values,
                                 const std::function<void(const QSqlQuery&)>& take);
    /** The first column of the first row; invalid if there is none. */
    base::Expected<QVariant> value(const QString& sql, const QVariantList& values = {});

    /** Runs `work` in a transaction that takes the right to write at its beginning; all of it, or nothing. */
    base::Expected<void> transact(const std::function<base::Expected<void>()>& work);

    /** Some statement met damage: the file is no database, or its parts contradict each other. */
    bool metDamage() const { return m_metDamage; }
    void noteDamage() { m_metDamage = true; }

private:
    JournalConnection(QString file, QString name) : m_file(std::move(file)), m_name(std::move(name)) {}
    base::Expected<QSqlQuery*> executed(const QString& sql, const QVariantList& values);
    base::Error failure(const QSqlError& error);

    QString m_file;
    QString m_name;
    std::map<QString, QSqlQuery> m_statements;
    bool m_metDamage = false;
};

}  // namespace signet::signing
