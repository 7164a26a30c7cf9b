#include <QFile>
#include <QTest>

#include "ResumeScene.h"

using namespace signet;
using namespace signet::test;
using sandbox::FaultKind;
using sandbox::Operation;

namespace {

struct Ending {
    const char* state = "finalized";
    int exitCode = 0;
    int requests = 1;  ///< entries of requests that the service took up, by session
    int changes = 1;   ///< seals or archive time stamps that were really added
};

struct Counts {
    int requests = 0;
    int changes = 0;
};

}  // namespace

Q_DECLARE_METATYPE(Ending)

/** `signet-cli resume` after `seal` and `archive`: neither the e-seal nor its certificate is asked for again.
 */
class TestCliResumeChange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_scene.clearFaults(); }
    void doubt_data();
    void doubt();
    void againWithoutResume_data();
    void againWithoutResume();

private:
    QString newSession(Operation call);
    QStringList arguments(Operation call, const QString& session);
    Counts countsOf(Operation call, const QString& session);

    ResumeScene m_scene;
    CliBench& m_bench = m_scene.bench();
    sandbox::SandboxDocument m_sealed;
};

void TestCliResumeChange::initTestCase() {
    const QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_sealed = m_bench.sealed({{}, u"līgums.txt"_qs, "Teksts"});
    QVERIFY(m_sealed.name.endsWith(u".asice"));
}

void TestCliResumeChange::init() {
    m_bench.beginJournal();
}

QString TestCliResumeChange::newSession(Operation call) {
    return call == Operation::ESealCreate ? m_bench.addSessions(1).first() : m_bench.addSession({m_sealed});
}

QStringList TestCliResumeChange::arguments(Operation call, const QString& session) {
    const bool seals = call == Operation::ESealCreate;
    return QStringList{seals ? u"seal"_qs : u"archive"_qs, u"--json"_qs, u"--session"_qs, session} +
           m_bench.serviceOptions() + (seals ? m_bench.sealOptions() : m_bench.authOptions());
}

Counts TestCliResumeChange::countsOf(Operation call, const QString& session) {
    const auto counts = m_scene.counts();
    if (call == Operation::ESealCreate)
        return {counts.sealRequests.value(session), counts.seals.value(session)};
    return {counts.archiveRequests.value(session), counts.archives.value(session)};
}

void TestCliResumeChange::doubt_data() {
    QTest::addColumn<Operation>("call");
    QTest::addColumn<FaultKind>("way");
    QTest::addColumn<bool>("canLook");
    QTest::addColumn<bool>("resend");
    QTest::addColumn<Ending>("ending");
    const auto row = [](const char* name, Operation call, FaultKind way, bool canLook, bool resend,
                        const Ending& ending) {
        QTest::newRow(name) << call << way << canLook << resend << ending;
    };
    const Operation seal = Operation::ESealCreate;
    const Operation archive = Operation::AddArchive;
    const FaultKind done = FaultKind::HangAfterWork;
    const FaultKind notDone = FaultKind::Hang;
    row("sealed, and found", seal, done, true, false, {});
    row("sealed, found in place of sending", seal, done, true, true, {});
    row("sealed, and no listing", seal, done, false, false, {"unconfirmed", 1, 1, 1});
    row("sealed, and no listing: not sent again", seal, done, false, true, {"unconfirmed", 1, 1, 1});
    row("not sealed", seal, notDone, true, false, {"unconfirmed", 1, 0, 0});
    row("not sealed: not sent again", seal, notDone, true, true, {"unconfirmed", 1, 0, 0});
    row("archived, and found", archive, done, true, false, {});
    row("archived, found in place of sending", archive, done, true, true, {});
    row("archived, and no listing", archive, done, false, false, {"unconfirmed", 1, 1, 1});
    row("not archived", archive, notDone, true, false, {"unconfirmed", 1, 0, 0});
    row("not archived, and sent again", archive, notDone, true, true, {"finalized", 0, 1, 1});
}

void TestCliResumeChange::doubt() {
    QFETCH(const Operation, call);
    QFETCH(const FaultKind, way);
    QFETCH(const bool, canLook);
    QFETCH(const bool, resend);
    QFETCH(const Ending, ending);
    const QString session = newSession(call);
    const CliRun lost = m_scene.loseSight(arguments(call, session), call, way);
    QCOMPARE(contractProblem(lost), QString());
    QVERIFY2(lost.count(QStringLiteral("unconfirmed")) == 1, lost.everything().constData());
    QCOMPARE(m_scene.unfinished().size(), 1);

    for (const char* file : {"seal.pfx", "password", "auth.der"})
        QFile::remove(m_bench.path(QString::fromLatin1(file)));
    m_scene.clearFaults();
    if (!canLook) {
        m_scene.fault(ResumeScene::noListing());
        m_scene.fault({FaultKind::HangUpBeforeWork, Operation::ValidateV2});
        m_scene.fault({FaultKind::HangUpBeforeWork, Operation::ValidateV1});
    }
    QStringList options{u"--json"_qs, u"--confirm-seconds"_qs, u"2"_qs};
    const CliRun run = m_scene.resume(resend ? options << u"--resend"_qs : options);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.lines.size(), 1);
    QVERIFY2(run.count(QLatin1StringView(ending.state)) == 1, run.everything().constData());
    QCOMPARE(run.exitCode, ending.exitCode);
    const Counts counts = countsOf(call, session);
    QCOMPARE(counts.requests, ending.requests);
    QCOMPARE(counts.changes, ending.changes);
    QCOMPARE(m_scene.unfinished().size(), ending.exitCode == 0 ? 0 : 1);
}

void TestCliResumeChange::againWithoutResume_data() {
    QTest::addColumn<Operation>("call");
    QTest::newRow("seal") << Operation::ESealCreate;
    QTest::newRow("archive") << Operation::AddArchive;
}

/** The same command once more: it looks, and does nothing twice; --force does. */
void TestCliResumeChange::againWithoutResume() {
    QFETCH(const Operation, call);
    const QString session = newSession(call);
    m_scene.loseSight(arguments(call, session), call, FaultKind::Hang);
    m_scene.clearFaults();
    const QStringList again = arguments(call, session) + QStringList{u"--confirm-seconds"_qs, u"1"_qs};
    const CliRun second = m_bench.run(again);
    QCOMPARE(contractProblem(second), QString());
    QVERIFY2(second.count(QStringLiteral("unconfirmed")) == 1, second.everything().constData());
    QCOMPARE(second.exitCode, 1);
    QCOMPARE(countsOf(call, session).requests, 0);
    const CliRun forced = m_bench.run(again + QStringList{u"--force"_qs});
    QCOMPARE(contractProblem(forced), QString());
    QVERIFY2(forced.exitCode == 0, forced.everything().constData());
    QCOMPARE(countsOf(call, session).changes, 1);
    QCOMPARE(m_scene.unfinished().size(), 0);
}

QTEST_GUILESS_MAIN(TestCliResumeChange)
#include "tst_CliResumeChange.moc"
