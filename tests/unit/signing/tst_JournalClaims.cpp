#include <QFile>
#include <QSqlQuery>
#include <QTest>

#include "JournalBench.h"
#include "signing/journal/JournalConnection.h"
#include "signing/journal/JournalOwner.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

const QList<base::SessionId> A{sessionId(QStringLiteral("a"))};
const QList<base::SessionId> B{sessionId(QStringLiteral("b"))};

void execute(const JournalBench& bench, const QString& sql) {
    const auto connection = JournalConnection::open(bench.path()).value();
    QVERIFY(connection->execute(sql));
}

}  // namespace

/** Who may work on a session. Two journals in one process are two owners. */
class JournalClaimsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneOwnerAtATime() {
        const JournalBench bench;
        Journal one(bench.path());
        Journal two(bench.path());
        QVERIFY(valueOf(one.claim(Service, A)).isEmpty());
        QVERIFY(valueOf(one.claim(Service, A)).isEmpty());
        QVERIFY(valueOf(two.claim(Service, A + B)) == A);
        QVERIFY(valueOf(one.claim(Service, B + A)) == B);
    }

    void releasedIsFree() {
        const JournalBench bench;
        Journal one(bench.path());
        Journal two(bench.path());
        valueOf(one.claim(Service, A + B));
        one.release(Service, B);
        valueOf(one.opened());
        QVERIFY(valueOf(two.claim(Service, A + B)) == A);
        two.release(Service, A);
        valueOf(two.opened());
        QVERIFY(valueOf(two.claim(Service, A)) == A);
    }

    void aServiceHasItsOwnSessions() {
        const JournalBench bench;
        Journal one(bench.path());
        Journal two(bench.path());
        valueOf(one.claim(Service, A));
        QVERIFY(valueOf(two.claim(QStringLiteral("https://other.example"), A)).isEmpty());
        QVERIFY(valueOf(two.claim({}, A)).isEmpty());
    }

    void theEndReleasesEverything() {
        const JournalBench bench;
        Journal two(bench.path());
        {
            Journal one(bench.path());
            valueOf(one.claim(Service, A + B));
            QVERIFY(valueOf(two.claim(Service, A + B)) == A + B);
        }
        QVERIFY(valueOf(two.claim(Service, A + B)).isEmpty());
    }

    void twoAtOnceNeverShare() {
        const JournalBench bench;
        Journal one(bench.path());
        Journal two(bench.path());
        QList<base::SessionId> many;
        for (int i = 0; i < 50; ++i)
            many.append(sessionId(QString::number(i)));
        QList<QFuture<base::Expected<QList<base::SessionId>>>> ones;
        QList<QFuture<base::Expected<QList<base::SessionId>>>> twos;
        for (const base::SessionId& session : many) {
            ones.append(one.claim(Service, {session}));
            twos.append(two.claim(Service, {session}));
        }
        for (qsizetype i = 0; i < many.size(); ++i)
            QCOMPARE(valueOf(ones[i]).size() + valueOf(twos[i]).size(), 1);
    }

    void anOwnerThatIsNoneHoldsNothing_data() {
        QTest::addColumn<QString>("owner");
        QTest::newRow("never was there") << QString(32, u'a');
        QTest::newRow("a path") << QStringLiteral("../../../etc/passwd");
        QTest::newRow("empty") << QString();
    }

    void anOwnerThatIsNoneHoldsNothing() {
        QFETCH(const QString, owner);
        const JournalBench bench;
        Journal journal(bench.path());
        JournalBench::begun(journal, JournalBench::entry(QStringLiteral("a"), SessionState::Unconfirmed));
        execute(bench, QStringLiteral("INSERT INTO claims VALUES ('%1', 'a', '%2')").arg(Service, owner));
        QCOMPARE(valueOf(journal.unfinished()).size(), 1);
        QVERIFY(valueOf(journal.claim(Service, A)).isEmpty());
    }

    /** A lock file alone proves nothing: it stays behind, and its process number may be another's by now. */
    void aLockFileThatNobodyHoldsProvesNothing() {
        const JournalBench bench;
        const QString token(32, u'c');
        const QString name = bench.path(QStringLiteral("journal.sqlite.%1.lock").arg(token));
        {
            JournalOwner living(bench.path());
            QVERIFY(living.begin());
            // our own number and name: like a dead program whose number we got
            QVERIFY(
                QFile::copy(bench.path(QStringLiteral("journal.sqlite.%1.lock").arg(living.token())), name));
        }
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(!JournalOwner::isAlive(bench.path(), token));
        QVERIFY(!QFile::exists(name));
    }

    void aLivingOwnerStaysAliveHoweverOld() {
        const JournalBench bench;
        JournalOwner living(bench.path());
        QVERIFY(living.begin());
        QFile file(bench.path(QStringLiteral("journal.sqlite.%1.lock").arg(living.token())));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(
            file.setFileTime(QDateTime::currentDateTime().addDays(-3), QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(JournalOwner::isAlive(bench.path(), living.token()));
        QVERIFY(!JournalOwner::buryDead(bench.path()));
        QVERIFY(file.exists());
    }
};

QTEST_GUILESS_MAIN(JournalClaimsTest)
#include "tst_JournalClaims.moc"
