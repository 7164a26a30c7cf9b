#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include "JournalBench.h"
#include "signing/journal/JournalConnection.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/** All but the first page becomes nonsense, in the open file itself. */
void damage(const QString& path) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    constexpr qint64 FirstPage = 4096;
    QVERIFY(file.size() > FirstPage);
    QVERIFY(file.seek(FirstPage));
    file.write(QByteArray(file.size() - FirstPage, '\xA5'));
}

/** The last page becomes nonsense: one of many that nobody looks at in passing. */
void damageEnd(const QString& path) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    constexpr qint64 Page = 4096;
    QVERIFY(file.seek(file.size() - Page));
    file.write(QByteArray(Page, '\xA5'));
}

void checkpoint(const QString& path) {
    const auto connection = JournalConnection::open(path).value();
    QVERIFY(connection->value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
}

void leaveLikeADeadProgram(const JournalBench& bench) {
    put(bench.path(QStringLiteral("journal.sqlite.%1.lock").arg(QString(32, u'd'))),
        "999999999\nsignet\nnowhere\n\n\n");
    QFile file(bench.path(QStringLiteral("journal.sqlite.%1.lock").arg(QString(32, u'd'))));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFileDevice::FileModificationTime));
}

void fill(Journal& journal) {
    QList<JournalEntry> entries;
    for (int i = 0; i < 200; ++i)
        entries.append(JournalBench::entry(QString::number(i), SessionState::Signed, "signature"));
    valueOf(journal.begin(JournalBench::batch(), entries));
}

}  // namespace

/** A file that cannot be read is put out of the way, and said; work goes on with a new one. */
class JournalDamageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNoDatabaseIsSetAside() {
        const JournalBench bench;
        const QByteArray text = QByteArray("no database, but somebody's text\n").repeated(500);
        put(bench.path(), text);
        put(bench.path(QStringLiteral("journal.sqlite-wal")), "log");
        Journal journal(bench.path());
        const Journal::Opening opening = valueOf(journal.opened());
        QCOMPARE(opening.file, bench.path());
        QCOMPARE(QFileInfo(opening.setAside).absolutePath(), QFileInfo(bench.path()).absolutePath());
        QCOMPARE(contentOf(opening.setAside), text);
        QCOMPARE(contentOf(opening.setAside + QStringLiteral("-wal")), QByteArray("log"));
        fill(journal);
        QCOMPARE(valueOf(journal.unfinished()).size(), 200);
    }

    void aSecondOneGetsAnotherName() {
        const JournalBench bench;
        QStringList places;
        for (const char* text : {"first", "second", "third"}) {
            put(bench.path(), QByteArray(text).repeated(1000));
            places.append(valueOf(Journal(bench.path()).opened()).setAside);
            QCOMPARE(contentOf(places.constLast()), QByteArray(text).repeated(1000));
        }
        QCOMPARE(QSet<QString>(places.begin(), places.end()).size(), 3);
    }

    void missingTablesAreDamage() {
        const JournalBench bench;
        { valueOf(Journal(bench.path()).opened()); }
        QVERIFY(JournalConnection::open(bench.path()).value()->execute(QStringLiteral("DROP TABLE meta")));
        Journal journal(bench.path());
        QVERIFY(!valueOf(journal.opened()).setAside.isEmpty());
        QCOMPARE(valueOf(journal.keepDays()), 365);
    }

    void afterACrashItIsLookedAtInFull() {
        const JournalBench bench;
        {
            Journal journal(bench.path());
            fill(journal);
        }
        damage(bench.path());
        leaveLikeADeadProgram(bench);
        Journal journal(bench.path());
        QVERIFY(!valueOf(journal.opened()).setAside.isEmpty());
        fill(journal);
        QCOMPARE(valueOf(journal.unfinished()).size(), 200);
    }

    void afterACrashEveryPageIsLookedAt() {
        const JournalBench bench;
        {
            Journal journal(bench.path());
            fill(journal);
        }
        damageEnd(bench.path());
        QVERIFY(valueOf(Journal(bench.path()).opened()).setAside.isEmpty());
        leaveLikeADeadProgram(bench);
        QVERIFY(!valueOf(Journal(bench.path()).opened()).setAside.isEmpty());
    }

    void afterACrashASoundOneIsKept() {
        const JournalBench bench;
        {
            Journal journal(bench.path());
            fill(journal);
        }
        leaveLikeADeadProgram(bench);
        Journal journal(bench.path());
        QVERIFY(valueOf(journal.opened()).setAside.isEmpty());
        QCOMPARE(valueOf(journal.unfinished()).size(), 200);
    }

    void aWriteThatMeetsItGoesIntoANewFile() {
        const JournalBench bench;
        Journal journal(bench.path());
        fill(journal);
        const JournalEntry old = JournalBench::begun(journal, JournalBench::entry(QStringLiteral("old")));
        checkpoint(bench.path());
        damage(bench.path());
        forgetPages(bench);
        const JournalEntry fresh =
            JournalBench::begun(journal, JournalBench::entry(QStringLiteral("new"), SessionState::Signed));
        QVERIFY(!valueOf(journal.opened()).setAside.isEmpty());
        QCOMPARE(valueOf(journal.unfinished()).size(), 1);
        QCOMPARE(valueOf(journal.entriesOf(fresh.batch)).constFirst().session->toString(),
                 QStringLiteral("new"));
        JournalEntry unknown = old;
        unknown.id = 4711;
        QCOMPARE(codeOf(journal.write({unknown})), QStringLiteral("journal-failed"));
    }

    void aReadThatMeetsItFindsANewFile() {
        const JournalBench bench;
        Journal journal(bench.path());
        fill(journal);
        checkpoint(bench.path());
        damage(bench.path());
        forgetPages(bench);
        QVERIFY(valueOf(journal.history({})).isEmpty());
        QVERIFY(!valueOf(journal.opened()).setAside.isEmpty());
        fill(journal);
        QCOMPARE(valueOf(journal.unfinished()).size(), 200);
    }

    void claimsGoAlong() {
        const JournalBench bench;
        const QList<base::SessionId> kept{sessionId(QStringLiteral("kept"))};
        const QList<base::SessionId> released{sessionId(QStringLiteral("released"))};
        Journal journal(bench.path());
        fill(journal);
        valueOf(journal.claim(Service, kept + released));
        journal.release(Service, released);
        valueOf(journal.opened());
        checkpoint(bench.path());
        damage(bench.path());
        forgetPages(bench);
        QVERIFY(valueOf(journal.history({})).isEmpty());
        Journal other(bench.path());
        QVERIFY(valueOf(other.claim(Service, kept + released)) == kept);
    }

    void onceIsEnough() {
        const JournalBench bench;
        Journal journal(bench.path());
        for (int round = 0; round < 2; ++round) {
            fill(journal);
            checkpoint(bench.path());
            damage(bench.path());
            forgetPages(bench);
            if (round == 0)
                QVERIFY(valueOf(journal.history({})).isEmpty());
        }
        QCOMPARE(codeOf(journal.history({})), QStringLiteral("journal-failed"));
        QCOMPARE(codeOf(journal.begin(JournalBench::batch(), {})), QStringLiteral("journal-failed"));
    }

    void twoProgramsSetItAsideOnce() {
        const JournalBench bench;
        Journal one(bench.path());
        Journal two(bench.path());
        fill(one);
        QCOMPARE(valueOf(two.unfinished()).size(), 200);
        checkpoint(bench.path());
        damage(bench.path());
        forgetPages(bench);
        fill(one);
        fill(two);
        QCOMPARE(valueOf(one.history({})).size(), 2);
        QCOMPARE(QFileInfo(bench.path()).dir().entryList({QStringLiteral("*damaged*.sqlite")}).size(), 1);
    }

private:
    /** SQLite keeps pages in memory while nobody else writes: somebody else does. */
    static void forgetPages(const JournalBench& bench) {
        const auto connection = JournalConnection::open(bench.path()).value();
        std::ignore = connection->execute(QStringLiteral("PRAGMA user_version = 1"));
        checkpoint(bench.path());
    }
};

QTEST_GUILESS_MAIN(JournalDamageTest)
#include "tst_JournalDamage.moc"
