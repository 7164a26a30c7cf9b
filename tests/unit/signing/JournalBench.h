#pragma once

#include <QFuture>
#include <QTemporaryDir>
#include <QTest>

#include "signing/journal/Journal.h"

namespace signet::test {

/** The value of a future that has to succeed. */
template <typename T>
T valueOf(QFuture<base::Expected<T>> future) {
    future.waitForFinished();
    base::Expected<T> result = future.result();
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().message()), qPrintable(result.error().detail()));
    if constexpr (!std::is_void_v<T>)
        return *result;
}

/** The stable name of the error that a future ends with; empty if it ends well. */
template <typename T>
QString codeOf(QFuture<base::Expected<T>> future) {
    future.waitForFinished();
    const base::Expected<T> result = future.result();
    return result ? QString() : base::toString(result.error().code());
}

inline base::SessionId sessionId(const QString& text) {
    return *base::SessionId::parse(text);
}

inline const QString Service = QStringLiteral("https://signapi.example");

/** A folder of its own for a journal, and short words for what is written into it. */
class JournalBench {
public:
    QString path(const QString& name = QStringLiteral("journal.sqlite")) const {
        return m_folder.filePath(name);
    }

    static signing::JournalBatch batch(signing::Operation operation = signing::Operation::Sign) {
        signing::JournalBatch batch;
        batch.operation = operation;
        batch.api = Service;
        batch.signer = QStringLiteral("ANNA BĒRZIŅA");
        batch.startedAt = QDateTime::currentDateTimeUtc();
        return batch;
    }
    static signing::JournalEntry entry(const QString& session,
                                       signing::SessionState state = signing::SessionState::Picked,
                                       const QByteArray& signature = {}) {
        signing::JournalEntry entry;
        entry.session = sessionId(session);
        entry.title = QStringLiteral("letter of ") + session;
        entry.state = state;
        entry.signatureValue = signature;
        entry.changedAt = QDateTime::currentDateTimeUtc();
        return entry;
    }
    /** A batch with this one entry; the entry with its id. */
    static signing::JournalEntry begun(signing::Journal& journal, signing::JournalEntry entry,
                                       const signing::JournalBatch& of = batch()) {
        const signing::Journal::Begun begun = valueOf(journal.begin(of, {entry}));
        entry.id = begun.entries.constFirst();
        entry.batch = begun.batch;
        return entry;
    }

private:
    QTemporaryDir m_folder;
};

}  // namespace signet::test
