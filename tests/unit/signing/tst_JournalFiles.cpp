#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include "JournalBench.h"
#include "signing/journal/JournalConnection.h"
#include "signing/journal/JournalFile.h"
#include "signing/journal/JournalSchema.h"
#include "signing/journal/PrivatePlace.h"

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

#ifdef Q_OS_UNIX
int modeOf(const QString& path) {
    struct stat status {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777 : -1;
}
#endif

void put(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void execute(const QString& path, const QString& sql) {
    const auto connection = JournalConnection::open(path).value();
    const auto done = connection->execute(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail()));
}

}  // namespace

/** The file itself: whose it is, and what happens where there is another one, or none can be. */
class JournalFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
#ifdef Q_OS_UNIX
    void onlyItsOwnerReadsIt() {
        const mode_t usual = ::umask(0);
        const JournalBench bench;
        const QString path = bench.path(QStringLiteral("a/b/journal.sqlite"));
        Journal journal(path);
        JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s")));
        ::umask(usual);
        QCOMPARE(modeOf(bench.path(QStringLiteral("a"))), 0700);
        QCOMPARE(modeOf(bench.path(QStringLiteral("a/b"))), 0700);
        QCOMPARE(modeOf(path), 0600);
        QCOMPARE(modeOf(path + QStringLiteral("-wal")), 0600);
        QCOMPARE(modeOf(path + QStringLiteral("-shm")), 0600);
    }

    void itIsPrivateFromItsFirstMoment() {
        const JournalBench bench;
        const QString path = bench.path(QStringLiteral("a/journal.sqlite"));
        const mode_t usual = ::umask(0);
        const base::Expected<void> provided = providePrivateFile(path);
        ::umask(usual);
        QVERIFY(provided);
        QCOMPARE(modeOf(path), 0600);
        QCOMPARE(modeOf(bench.path(QStringLiteral("a"))), 0700);
    }

    void aFolderThatIsThereKeepsItsMode() {
        const JournalBench bench;
        const QString folder = bench.path(QStringLiteral("shared"));
        QVERIFY(QDir().mkdir(folder));
        QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0755), 0);
        Journal journal(folder + QStringLiteral("/journal.sqlite"));
        valueOf(journal.opened());
        QCOMPARE(modeOf(folder), 0755);
    }

    void whatOthersCouldReadTheyCanNoMore() {
        const JournalBench bench;
        { valueOf(Journal(bench.path()).opened()); }
        QCOMPARE(::chmod(QFile::encodeName(bench.path()).constData(), 0666), 0);
        Journal journal(bench.path());
        JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s")));
        QCOMPARE(modeOf(bench.path()), 0600);
        QCOMPARE(modeOf(bench.path() + QStringLiteral("-wal")), 0600);
    }
#endif

    void itIsDurableAndForgets() {
        const JournalBench bench;
        JournalFile file(bench.path());
        QVERIFY(file.open());
        const auto setting = [&file](const char* name) {
            return file.connection().value(QStringLiteral("PRAGMA ") + QLatin1StringView(name))->toString();
        };
        QCOMPARE(setting("journal_mode"), QStringLiteral("wal"));
        QCOMPARE(setting("synchronous"), QStringLiteral("2"));
        QCOMPARE(setting("foreign_keys"), QStringLiteral("1"));
        QCOMPARE(setting("secure_delete"), QStringLiteral("1"));
        QCOMPARE(setting("auto_vacuum"), QStringLiteral("2"));
    }

    void nothingIsLeftBehindButTheFile() {
        const JournalBench bench;
        { valueOf(Journal(bench.path()).opened()); }
        QCOMPARE(QFileInfo(bench.path()).dir().entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("journal.sqlite")});
    }

    void nothingIsMadeBeforeItIsUsed() {
        const JournalBench bench;
        { const Journal journal(bench.path()); }
        QVERIFY(!QFile::exists(bench.path()));
    }

    void itsPlaceCanBeChosen() {
        qputenv("SIGNET_JOURNAL", "/elsewhere/j.sqlite");
        QCOMPARE(Journal::defaultFile(), QStringLiteral("/elsewhere/j.sqlite"));
        qunsetenv("SIGNET_JOURNAL");
        QVERIFY(Journal::defaultFile().endsWith(QStringLiteral("/signet/journal.sqlite")));
    }

    void namesThatMeanSomethingInAddresses() {
        const JournalBench bench;
        const QString path = bench.path(QStringLiteral("a?mode=memory#%41 ž;.sqlite"));
        {
            Journal journal(path);
            JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s"), SessionState::Signed));
        }
        QVERIFY(QFileInfo(path).size() > 0);
        Journal journal(path);
        QCOMPARE(valueOf(journal.unfinished()).size(), 1);
    }

    void whereNoneCanBeItSaysWhy_data() {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a folder") << QStringLiteral("folder") << QStringLiteral("it is not a file");
        QTest::newRow("below a file")
            << QStringLiteral("file/journal.sqlite") << QStringLiteral("its folder cannot be made");
    }

    void whereNoneCanBeItSaysWhy() {
        QFETCH(const QString, place);
        QFETCH(const QString, reason);
        const JournalBench bench;
        QVERIFY(QDir().mkdir(bench.path(QStringLiteral("folder"))));
        put(bench.path(QStringLiteral("file")), "text");
        Journal journal(bench.path(place));
        QCOMPARE(codeOf(journal.opened()), QStringLiteral("journal-failed"));
        QCOMPARE(codeOf(journal.begin(JournalBench::batch(), {})), QStringLiteral("journal-failed"));
        QCOMPARE(codeOf(journal.unfinished()), QStringLiteral("journal-failed"));
        auto opened = journal.opened();
        opened.waitForFinished();
        QCOMPARE(opened.result().error().message(),
                 QStringLiteral("The journal %1 could not be written: %2.").arg(bench.path(place), reason));
    }

    void itWorksOnceThereIsAPlace() {
        const JournalBench bench;
        const QString folder = bench.path(QStringLiteral("folder"));
        put(folder, "a file in its way");
        Journal journal(folder + QStringLiteral("/journal.sqlite"));
        QCOMPARE(codeOf(journal.begin(JournalBench::batch(), {})), QStringLiteral("journal-failed"));
        QVERIFY(QFile::remove(folder));
        valueOf(journal.begin(JournalBench::batch(), {}));
        QCOMPARE(valueOf(journal.history({})).size(), 1);
    }

    void ofANewerSignetNothingIsTouched() {
        const JournalBench bench;
        {
            Journal journal(bench.path());
            JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s"), SessionState::Signed));
        }
        execute(bench.path(), QStringLiteral("PRAGMA user_version = 99"));
        const QByteArray before = contentOf(bench.path());
        {
            Journal journal(bench.path());
            QCOMPARE(codeOf(journal.opened()), QStringLiteral("journal-newer"));
            QCOMPARE(codeOf(journal.begin(JournalBench::batch(), {})), QStringLiteral("journal-newer"));
            QCOMPARE(codeOf(journal.claim(Service, {sessionId(QStringLiteral("s"))})),
                     QStringLiteral("journal-newer"));
            QCOMPARE(codeOf(journal.unfinished()), QStringLiteral("journal-newer"));
        }
        QCOMPARE(contentOf(bench.path()), before);
        QCOMPARE(QFileInfo(bench.path()).dir().entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("journal.sqlite")});
    }

    void ofAnotherProgramNothingIsTouched() {
        const JournalBench bench;
        put(bench.path(), {});
        execute(bench.path(), QStringLiteral("CREATE TABLE bookmarks (name TEXT)"));
        const QByteArray before = contentOf(bench.path());
        {
            Journal journal(bench.path());
            QCOMPARE(codeOf(journal.opened()), QStringLiteral("journal-failed"));
            QCOMPARE(codeOf(journal.begin(JournalBench::batch(), {})), QStringLiteral("journal-failed"));
        }
        QCOMPARE(contentOf(bench.path()), before);
    }

    void anotherFileInItsPlaceIsNoticed() {
        const JournalBench bench;
        Journal journal(bench.path());
        const JournalEntry entry = JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s")));
        for (const char* ending : {"", "-wal", "-shm"})
            QVERIFY(QFile::remove(bench.path() + QLatin1StringView(ending)));
        QCOMPARE(codeOf(journal.write({entry})), QStringLiteral("journal-failed"));
        const JournalEntry again = JournalBench::begun(journal, JournalBench::entry(QStringLiteral("s")));
        QCOMPARE(valueOf(Journal(bench.path()).entriesOf(again.batch)).size(), 1);
    }

    void anEmptyFileBecomesAJournal() {
        const JournalBench bench;
        put(bench.path(), {});
        Journal journal(bench.path());
        QVERIFY(valueOf(journal.opened()).setAside.isEmpty());
        const auto connection = JournalConnection::open(bench.path()).value();
        QCOMPARE(connection->value(QStringLiteral("PRAGMA user_version"))->toInt(),
                 journalSteps().constLast().version);
    }

    void stepsAreTakenInTheirOrderAndOnce() {
        const JournalBench bench;
        put(bench.path(), {});
        const auto connection = JournalConnection::open(bench.path()).value();
        QList<SchemaStep> steps{SchemaStep{
            1, {QStringLiteral("CREATE TABLE a (x)"), QStringLiteral("INSERT INTO a VALUES (1)")}}};
        QVERIFY(migrate(*connection, steps));
        QVERIFY(migrate(*connection, steps));
        steps.append(SchemaStep{
            2, {QStringLiteral("ALTER TABLE a ADD COLUMN y"), QStringLiteral("UPDATE a SET y = x + 1")}});
        steps.append(SchemaStep{3, {QStringLiteral("UPDATE a SET y = y * 10")}});
        QVERIFY(migrate(*connection, steps));
        QVERIFY(migrate(*connection, steps));
        QCOMPARE(connection->value(QStringLiteral("SELECT sum(y) FROM a"))->toInt(), 20);
        QCOMPARE(connection->value(QStringLiteral("PRAGMA user_version"))->toInt(), 3);
    }

    void aStepThatFailsLeavesNothing() {
        const JournalBench bench;
        put(bench.path(), {});
        const auto connection = JournalConnection::open(bench.path()).value();
        const QList<SchemaStep> steps{
            SchemaStep{1, {QStringLiteral("CREATE TABLE a (x)")}},
            SchemaStep{2, {QStringLiteral("CREATE TABLE b (x)"), QStringLiteral("NO SUCH WORDS")}}};
        QVERIFY(!migrate(*connection, steps));
        QCOMPARE(connection->value(QStringLiteral("PRAGMA user_version"))->toInt(), 1);
        QCOMPARE(connection->value(QStringLiteral("SELECT count(*) FROM sqlite_schema"))->toInt(), 1);
    }

    void aFullDiskIsSaidToBeFull() {
        const JournalBench bench;
        put(bench.path(), {});
        const auto connection = JournalConnection::open(bench.path()).value();
        QVERIFY(migrate(*connection));
        QVERIFY(connection->value(QStringLiteral("PRAGMA max_page_count = 20")));
        const auto full = connection->execute(QStringLiteral("INSERT INTO meta VALUES ('a', ?)"),
                                              {QString(1'000'000, u'x')});
        QVERIFY(!full);
        QCOMPARE(full.error().message(),
                 QStringLiteral("The journal %1 could not be written: the disk is full.").arg(bench.path()));
        QVERIFY(!connection->metDamage());
    }
};

QTEST_GUILESS_MAIN(JournalFilesTest)
#include "tst_JournalFiles.moc"
