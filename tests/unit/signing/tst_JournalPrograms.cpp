#include <QDir>
#include <QProcess>
#include <QTest>

#include "JournalBench.h"

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

/** Another program, started with these words; ended without mercy at the latest with this object. */
class OtherProgram {
public:
    explicit OtherProgram(const QStringList& words) {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + u"/signet-journal-child", words);
    }
    ~OtherProgram() { kill(); }
    Q_DISABLE_COPY_MOVE(OtherProgram)

    QString line() {
        while (!m_process.canReadLine() && m_process.waitForReadyRead()) {
        }
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    QStringList rest() { return QString::fromUtf8(m_process.readAll()).split(u'\n', Qt::SkipEmptyParts); }
    /** SIGKILL where there is such a thing. */
    void kill() {
        m_process.kill();
        m_process.waitForFinished();
    }
    void enter() { m_process.write("\n"); }
    void endInput() {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

QStringList locksBeside(const JournalBench& bench) {
    return QFileInfo(bench.path()).dir().entryList({QStringLiteral("*.lock")}, QDir::Files);
}

QStringList claimedBy(Journal& journal, const QStringList& sessions) {
    QList<base::SessionId> ids;
    for (const QString& session : sessions)
        ids.append(sessionId(session));
    QStringList taken;
    for (const base::SessionId& session : valueOf(journal.claim(Service, ids)))
        taken.append(session.toString());
    return taken;
}

}  // namespace

/** Several programs, some of which are killed; a disk that is full. */
class JournalProgramsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasDurableIsThereAfterAKill() {
        const JournalBench bench;
        int reported = 0;
        for (int round = 0; round < 3; ++round) {
            OtherProgram writer({QStringLiteral("write"), bench.path(), QString(QChar(u'a' + round))});
            for (int i = 0; i < 40; ++i)
                QVERIFY(!writer.line().isEmpty());
            writer.kill();
            reported += 40 + static_cast<int>(writer.rest().size());
        }
        Journal journal(bench.path());
        QVERIFY(valueOf(journal.opened()).setAside.isEmpty());
        const QList<UnfinishedEntry> unfinished = valueOf(journal.unfinished());
        QVERIFY2(unfinished.size() >= reported, qPrintable(QString::number(unfinished.size())));
        QVERIFY(unfinished.size() <= reported + 3);
        for (const UnfinishedEntry& entry : unfinished) {
            const QByteArray session = entry.entry.session->toString().toLatin1();
            QCOMPARE(entry.entry.signatureValue, session.repeated(50));
        }
    }

    void aClaimIsOnesOwn() {
        const JournalBench bench;
        OtherProgram other({QStringLiteral("claim"), bench.path(), QStringLiteral("a"), QStringLiteral("b")});
        QCOMPARE(other.line(), QStringLiteral("taken:"));
        Journal journal(bench.path());
        QCOMPARE(claimedBy(journal, {QStringLiteral("b"), QStringLiteral("c")}),
                 QStringList{QStringLiteral("b")});
        OtherProgram third({QStringLiteral("claim"), bench.path(), QStringLiteral("a"), QStringLiteral("c"),
                            QStringLiteral("d")});
        QCOMPARE(third.line(), QStringLiteral("taken:a,c"));
        third.endInput();
        QVERIFY(claimedBy(journal, {QStringLiteral("d")}).isEmpty());
    }

    void theDeadHaveNoClaims() {
        const JournalBench bench;
        Journal journal(bench.path());
        QVERIFY(claimedBy(journal, {QStringLiteral("a")}).isEmpty());
        {
            OtherProgram other({QStringLiteral("claim"), bench.path(), QStringLiteral("b")});
            QCOMPARE(other.line(), QStringLiteral("taken:"));
            QCOMPARE(claimedBy(journal, {QStringLiteral("b")}), QStringList{QStringLiteral("b")});
            other.kill();
        }
        QCOMPARE(locksBeside(bench).size(), 2);
        QVERIFY(claimedBy(journal, {QStringLiteral("b")}).isEmpty());
        QCOMPARE(locksBeside(bench).size(), 1);
    }

    void whatTheDeadLeaveIsCleanedUpAtTheNextStart() {
        const JournalBench bench;
        for (int round = 0; round < 2; ++round) {
            OtherProgram other({QStringLiteral("claim"), bench.path(), QStringLiteral("b")});
            QCOMPARE(other.line(), QStringLiteral("taken:"));
            other.kill();
        }
        {
            Journal journal(bench.path());
            valueOf(journal.opened());
            QCOMPARE(locksBeside(bench).size(), 1);
        }
        QVERIFY(locksBeside(bench).isEmpty());
    }

    void withoutTheRightNothingIsWrittenAndLaterIt() {
#ifdef Q_OS_UNIX
        const JournalBench bench;
        const QString folder = QFileInfo(bench.path()).path();
        { valueOf(Journal(bench.path()).opened()); }
        const auto setModes = [&bench, &folder](mode_t folderMode, mode_t fileMode) {
            QCOMPARE(::chmod(QFile::encodeName(folder).constData(), folderMode), 0);
            QCOMPARE(::chmod(QFile::encodeName(bench.path()).constData(), fileMode), 0);
        };
        setModes(0555, 0444);
        OtherProgram other({QStringLiteral("without-rights"), bench.path()});
        QCOMPARE(other.line(), QStringLiteral("journal-failed."));
        setModes(0555, 0666);
        other.enter();
        QCOMPARE(other.line(), QStringLiteral("journal-failed."));
        setModes(0777, 0666);
        other.enter();
        QCOMPARE(other.line(), QStringLiteral("."));
        other.endInput();
        setModes(0700, 0600);
        QCOMPARE(valueOf(Journal(bench.path()).history({})).size(), 1);
#endif
    }

    void withoutRoomNothingIsWrittenAndLaterEverything() {
#ifdef Q_OS_UNIX
        const JournalBench bench;
        OtherProgram other({QStringLiteral("full"), bench.path()});
        QCOMPARE(other.line(), QStringLiteral("journal-failed 1 1 1"));
#endif
    }
};

QTEST_GUILESS_MAIN(JournalProgramsTest)
#include "tst_JournalPrograms.moc"
