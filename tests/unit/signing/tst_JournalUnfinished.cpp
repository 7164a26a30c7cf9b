#include <QSqlQuery>
#include <QTest>

#include "JournalBench.h"
#include "signing/journal/JournalConnection.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

using S = SessionState;

const QByteArray Signature("signature");

QStringList sessionsOf(const QList<UnfinishedEntry>& entries) {
    QStringList sessions;
    for (const UnfinishedEntry& entry : entries)
        sessions.append(entry.entry.session->toString());
    return sessions;
}

QList<qint64> idsOf(const QList<UnfinishedEntry>& entries) {
    QList<qint64> ids;
    for (const UnfinishedEntry& entry : entries)
        ids.append(entry.entry.id);
    return ids;
}

QList<base::SessionId> ids(const QStringList& texts) {
    QList<base::SessionId> sessions;
    for (const QString& text : texts)
        sessions.append(sessionId(text));
    return sessions;
}

}  // namespace

/** Which entries a person can go on with. */
class JournalUnfinishedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void byState_data() {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("isSigned");
        QTest::addColumn<bool>("unfinished");
        const QList<S> always{S::Signed, S::Finalizing, S::Unconfirmed};
        for (const S state : allSessionStates()) {
            for (const bool isSigned : {false, true}) {
                const bool unfinished = always.contains(state) || (state == S::Cancelled && isSigned);
                QTest::addRow("%s, %s", qPrintable(toString(state)), isSigned ? "signed" : "not signed")
                    << toString(state) << isSigned << unfinished;
            }
        }
    }

    void byState() {
        QFETCH(const QString, state);
        QFETCH(const bool, isSigned);
        QFETCH(const bool, unfinished);
        const JournalBench bench;
        Journal journal(bench.path());
        for (const S candidate : allSessionStates()) {
            if (toString(candidate) == state)
                JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s"), candidate,
                                                                 isSigned ? Signature : QByteArray()));
        }
        QCOMPARE(valueOf(journal.unfinished()).size(), unfinished ? 1 : 0);
        QCOMPARE(valueOf(journal.unfinishedAmong(Service, ids({QStringLiteral("s")}))).size(),
                 unfinished ? 1 : 0);
    }

    void withoutASessionThereIsNothingToGoOnWith() {
        const JournalBench bench;
        Journal journal(bench.path());
        JournalEntry entry = JournalBench::entry(QStringLiteral("s"), S::Unconfirmed);
        entry.session.reset();
        JournalBench::begun(journal, entry);
        QVERIFY(valueOf(journal.unfinished()).isEmpty());
    }

    void oldestFirstAndByService() {
        const JournalBench bench;
        Journal journal(bench.path());
        JournalBatch elsewhere = JournalBench::batch();
        elsewhere.api = QStringLiteral("https://other.example");
        for (const QString& session : {QStringLiteral("c"), QStringLiteral("a")})
            JournalBench::begun(journal, JournalBench::entry(session, S::Signed, Signature));
        JournalBench::begun(journal, JournalBench::entry(QStringLiteral("b"), S::Signed, Signature),
                            elsewhere);
        QCOMPARE(sessionsOf(valueOf(journal.unfinished())),
                 (QStringList{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(sessionsOf(valueOf(journal.unfinished(Service))),
                 (QStringList{QStringLiteral("c"), QStringLiteral("a")}));
        QCOMPARE(sessionsOf(valueOf(journal.unfinished(elsewhere.api))), QStringList{QStringLiteral("b")});
        QVERIFY(valueOf(journal.unfinishedAmong(Service, ids({QStringLiteral("b")}))).isEmpty());
    }

    /** Of how many sessions the unfinished ones are, whatever became of the others. */
    void countsTheWholeBatch() {
        const JournalBench bench;
        Journal journal(bench.path());
        QVERIFY(journal
                    .begin(JournalBench::batch(),
                           {JournalBench::entry(QStringLiteral("a"), S::Finalized, Signature),
                            JournalBench::entry(QStringLiteral("b"), S::Signed, Signature),
                            JournalBench::entry(QStringLiteral("c"), S::Failed)})
                    .result());
        JournalBench::begun(journal, JournalBench::entry(QStringLiteral("d"), S::Unconfirmed, Signature));
        const auto all = valueOf(journal.unfinished());
        QCOMPARE(all.size(), 2);
        QCOMPARE(all[0].batchSize, 3);
        QCOMPARE(all[1].batchSize, 1);
        const auto one = valueOf(journal.unfinishedAmong(Service, ids({QStringLiteral("b")})));
        QCOMPARE(one.size(), 1);
        QCOMPARE(one[0].batchSize, 3);
    }

    void aLaterEntrySupersedes_data() {
        QTest::addColumn<QString>("laterState");
        QTest::addColumn<QByteArray>("laterSignature");
        QTest::addColumn<bool>("earlierIsLeft");
        const auto row = [](const char* name, S state, const QByteArray& signature, bool left) {
            QTest::newRow(name) << toString(state) << signature << left;
        };
        const QByteArray other("another");
        row("finalized", S::Finalized, other, false);
        row("finalized, without a signature of ours", S::Finalized, {}, false);
        row("failed before there was a signature", S::Failed, {}, true);
        row("failed with another signature", S::Failed, other, true);
        row("failed with the same one", S::Failed, Signature, false);
        row("signed anew", S::Signed, other, true);
        row("goes on with the same signature", S::Finalizing, Signature, false);
        row("has it, and has not got there", S::Preparing, Signature, true);
        row("cancelled", S::Cancelled, {}, true);
    }

    void aLaterEntrySupersedes() {
        QFETCH(const QString, laterState);
        QFETCH(const QByteArray, laterSignature);
        QFETCH(const bool, earlierIsLeft);
        const JournalBench bench;
        Journal journal(bench.path());
        const JournalEntry earlier =
            JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s"), S::Unconfirmed, Signature));
        JournalEntry later = JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s")));
        QCOMPARE(idsOf(valueOf(journal.unfinished())), QList<qint64>{earlier.id});
        for (const S state : allSessionStates()) {
            if (toString(state) == laterState)
                later.state = state;
        }
        later.signatureValue = laterSignature;
        valueOf(journal.write({later}));
        QCOMPARE(idsOf(valueOf(journal.unfinished())).contains(earlier.id), earlierIsLeft);
        // written again later, by whoever still held it
        valueOf(journal.write({earlier}));
        QCOMPARE(idsOf(valueOf(journal.unfinished())).contains(earlier.id), earlierIsLeft);
    }

    void anEntryThatIsBegunSupersedes() {
        const JournalBench bench;
        Journal journal(bench.path());
        JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s"), S::Signed, Signature));
        const JournalEntry later =
            JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s"), S::Signed, Signature));
        QCOMPARE(idsOf(valueOf(journal.unfinished())), QList<qint64>{later.id});
    }

    void onlyTheSameDoes() {
        const JournalBench bench;
        Journal journal(bench.path());
        JournalBatch elsewhere = JournalBench::batch();
        elsewhere.api = QStringLiteral("https://other.example");
        const JournalEntry entry =
            JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s"), S::Unconfirmed));
        JournalBench::begun(journal, JournalBench::entry(QStringLiteral("t"), S::Finalized));
        JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s"), S::Finalized), elsewhere);
        JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s"), S::Finalized),
                            JournalBench::batch(Operation::Archive));
        QCOMPARE(idsOf(valueOf(journal.unfinished())), QList<qint64>{entry.id});
    }

    void anEarlierOneDoesNot() {
        const JournalBench bench;
        Journal journal(bench.path());
        JournalEntry earlier = JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s")));
        const JournalEntry later =
            JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s"), S::Unconfirmed));
        earlier.state = S::Finalized;
        valueOf(journal.write({earlier}));
        QCOMPARE(idsOf(valueOf(journal.unfinished())), QList<qint64>{later.id});
    }

    void ofTheseSessionsTheNewest() {
        const JournalBench bench;
        Journal journal(bench.path());
        QList<qint64> entries;
        for (const char* session : {"a", "b", "a", "c"})
            entries.append(JournalBench::begun(
                               journal, JournalBench::entry(QString::fromLatin1(session), S::Unconfirmed))
                               .id);
        const QStringList asked{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("x")};
        QCOMPARE(idsOf(valueOf(journal.unfinishedAmong(Service, ids(asked)))),
                 (QList<qint64>{entries[1], entries[2]}));
        QCOMPARE(idsOf(valueOf(journal.unfinished())), entries);
    }

    void notWhatAnotherProgramWorksOn() {
        const JournalBench bench;
        Journal journal(bench.path());
        JournalBench::begun(journal, JournalBench::entry(QStringLiteral("a"), S::Finalizing));
        JournalBench::begun(journal, JournalBench::entry(QStringLiteral("b"), S::Finalizing));
        const QList<base::SessionId> both = ids({QStringLiteral("a"), QStringLiteral("b")});
        valueOf(journal.claim(Service, both.mid(1)));
        {
            Journal other(bench.path());
            valueOf(other.claim(Service, both.mid(0, 1)));
            QCOMPARE(sessionsOf(valueOf(journal.unfinished())), QStringList{QStringLiteral("b")});
            QCOMPARE(sessionsOf(valueOf(journal.unfinishedAmong(Service, both))),
                     QStringList{QStringLiteral("b")});
            QCOMPARE(sessionsOf(valueOf(other.unfinished())), QStringList{QStringLiteral("a")});
        }
        QCOMPARE(valueOf(journal.unfinished()).size(), 2);
    }

    void theHistoryIsNotSearchedThrough() {
        const JournalBench bench;
        {
            Journal journal(bench.path());
            valueOf(journal.unfinished());
        }
        const auto connection = JournalConnection::open(bench.path()).value();
        QString plan;
        const auto read = connection->forEach(
            QStringLiteral(
                "EXPLAIN QUERY PLAN SELECT entries.title FROM entries CROSS JOIN batches "
                "ON batches.id = entries.batch LEFT JOIN claims ON claims.api = batches.api AND "
                "claims.session = entries.session WHERE entries.unfinished = 1 ORDER BY entries.id"),
            {}, [&plan](const QSqlQuery& row) { plan += row.value(3).toString() + u'\n'; });
        QVERIFY(read);
        QVERIFY2(plan.contains(QStringLiteral("entries USING INDEX entries_unfinished")), qPrintable(plan));
        QVERIFY2(!plan.contains(QStringLiteral("TEMP B-TREE")), qPrintable(plan));
    }
};

QTEST_GUILESS_MAIN(JournalUnfinishedTest)
#include "tst_JournalUnfinished.moc"
