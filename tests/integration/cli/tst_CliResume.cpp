#include <signal.h>

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

#include "ResumeScene.h"

using namespace signet;
using namespace signet::test;
using sandbox::CardPersonalisation;
using sandbox::Fault;
using sandbox::FaultKind;
using sandbox::Operation;
using signing::SessionState;

namespace {

/** What is wrong at the service when a run goes on. */
enum class Trouble { None, NoListing, NoFinalize };

struct Ending {
    const char* state = "finalized";
    int exitCode = 0;
    int requests = 1;       ///< how often finalizeSigning did its work or refused it, by session
    int finalizations = 1;  ///< how many signatures were really added
};

}  // namespace

Q_DECLARE_METATYPE(Trouble)
Q_DECLARE_METATYPE(Ending)

/** `signet-cli resume`, and `sign` over what an earlier run left: nothing is lost, and nothing done twice. */
class TestCliResume : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void nothing_data();
    void nothing();
    void doubt_data();
    void doubt();
    void resentInVain();
    void signedAnew();
    void killedWhenSigned();
    void keptIsReported();
    void savesWhatItFinishes();
    void listed();
    void takenByAnother();
    void interruptedLookingUp();
    void interruptedSending();

private:
    CliRun resume(const QStringList& more = {}) {
        return m_scene.resume(
            QStringList{QStringLiteral("--json"), QStringLiteral("--confirm-seconds"), QStringLiteral("3")} +
            more);
    }
    static QString text(const QJsonObject& line, const char* member) {
        return line.value(QLatin1StringView(member)).toString();
    }
    bool insert() {
        m_card = m_bench.insert(CardPersonalisation::CosmoXEc);
        return m_card != nullptr;
    }

    ResumeScene m_scene;
    CliBench& m_bench = m_scene.bench();
    std::shared_ptr<sandbox::VirtualCard> m_card;
};

void TestCliResume::initTestCase() {
    const QString problem = m_scene.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestCliResume::init() {
    m_bench.beginJournal();
}

void TestCliResume::cleanup() {
    m_bench.setVariable(QStringLiteral("PCSCLITE_CSOCK_NAME"), {});
    m_bench.removeCards();
    m_card.reset();
    m_scene.clearFaults();
}

void TestCliResume::nothing_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("output");
    const QByteArray words = "Nothing is left to go on with.\n";
    QTest::newRow("in words") << QStringList() << words;
    QTest::newRow("list in words") << QStringList{QStringLiteral("--list")} << words;
    QTest::newRow("list") << QStringList{QStringLiteral("--list"), QStringLiteral("--json")}
                          << QByteArray("{\"summary\":{\"unconfirmed\":0,\"unsent\":0}}\n");
    QTest::newRow("json") << QStringList{QStringLiteral("--json")} << QByteArray();
    QTest::newRow("resend") << QStringList{QStringLiteral("--resend")} << words;
}

void TestCliResume::nothing() {
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, output);
    const CliRun run = m_scene.resume(options);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.messages, QByteArray());
    if (!output.isEmpty()) {
        QCOMPARE(run.output, output);
        return;
    }
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.lines.size(), 0);
    QCOMPARE(run.summary.value(QStringLiteral("picked")).toInt(-1), 0);
}

void TestCliResume::doubt_data() {
    QTest::addColumn<FaultKind>("way");
    QTest::addColumn<Trouble>("trouble");
    QTest::addColumn<bool>("resend");
    QTest::addColumn<Ending>("ending");
    const auto row = [](const char* name, FaultKind way, Trouble trouble, bool resend, const Ending& ending) {
        QTest::newRow(name) << way << trouble << resend << ending;
    };
    const FaultKind done = FaultKind::HangAfterWork;
    const FaultKind notDone = FaultKind::Hang;
    row("done, and found", done, Trouble::None, false, {});
    row("done, and found in place of sending", done, Trouble::None, true, {});
    row("done, and still no listing", done, Trouble::NoListing, false, {"unconfirmed", 1, 1, 1});
    // The service says that it has it: that is no failure.
    row("done, no listing, and sent again", done, Trouble::NoListing, true, {"unconfirmed", 1, 2, 1});
    row("not done", notDone, Trouble::None, false, {"unconfirmed", 1, 0, 0});
    row("not done, and sent again", notDone, Trouble::None, true, {"finalized", 0, 1, 1});
    row("not done, and lost again", notDone, Trouble::NoFinalize, true, {"unconfirmed", 1, 0, 0});
}

void TestCliResume::doubt() {
    QFETCH(const FaultKind, way);
    QFETCH(const Trouble, trouble);
    QFETCH(const bool, resend);
    QFETCH(const Ending, ending);
    QVERIFY(insert());
    const QStringList sessions = m_bench.addSessions(2);
    const CliRun lost = m_scene.loseSight(m_bench.signArguments(sessions), Operation::FinalizeSigning, way);
    QCOMPARE(contractProblem(lost), QString());
    QCOMPARE(lost.count(QStringLiteral("unconfirmed")), 2);
    QCOMPARE(m_scene.unfinished().size(), 2);
    const auto page = pageOf(m_bench.journalFile(), sessions[1]);
    QVERIFY(page && !page->signatureValue.isEmpty());

    m_scene.clearFaults();
    if (trouble == Trouble::NoFinalize)
        m_scene.fault({FaultKind::HangUpBeforeWork, Operation::FinalizeSigning});
    if (trouble == Trouble::NoListing)
        m_scene.fault(ResumeScene::noListing());
    const CliRun run = resume(resend ? QStringList{QStringLiteral("--resend")} : QStringList());
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.lines.size(), 2);
    QVERIFY2(run.count(QLatin1StringView(ending.state)) == 2, run.everything().constData());
    QCOMPARE(run.exitCode, ending.exitCode);
    for (const QString& session : sessions) {
        QCOMPARE(m_scene.counts().finalizeRequests.value(session), ending.requests);
        QCOMPARE(m_scene.counts().finalizations.value(session), ending.finalizations);
    }
    QCOMPARE(m_scene.unfinished().size(), ending.exitCode == 0 ? 0 : 2);
    QCOMPARE(m_card->signatureCount(), 2);
    if (ending.finalizations == 1)
        QVERIFY(holdsJust(m_bench.onlyDocument(sessions[1]).bytes, page->signatureValue));
}

/** A person's word counts once: what could not be sent again is in doubt as before. */
void TestCliResume::resentInVain() {
    QVERIFY(insert());
    const QStringList sessions = m_bench.addSessions(2);
    m_scene.loseSight(m_bench.signArguments(sessions), Operation::FinalizeSigning, FaultKind::HangAfterWork);
    m_scene.clearFaults();
    const QString token = m_bench.write(QStringLiteral("bad token"), "0123456789abcdef\n");
    const CliRun run = resume({QStringLiteral("--resend"), QStringLiteral("--api"),
                               m_bench.service().info().api.toString(), QStringLiteral("--ca"),
                               m_bench.service().info().caFile, QStringLiteral("--token-file"), token});
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 4);
    const CliRun list = m_scene.resume({QStringLiteral("--list"), QStringLiteral("--json")});
    QCOMPARE(list.count(QStringLiteral("unconfirmed")), 2);
    m_scene.fault(ResumeScene::noListing());
    QCOMPARE(resume().count(QStringLiteral("unconfirmed")), 2);
    m_scene.clearFaults();
    QCOMPARE(resume().count(QStringLiteral("finalized")), 2);
    QCOMPARE(m_scene.counts().finalizeRequests.value(sessions[0]), 1);
}

/** `sign` over sessions whose outcome is not known makes no second signature; a person's word does. */
void TestCliResume::signedAnew() {
    QVERIFY(insert());
    const QStringList sessions = m_bench.addSessions(2);
    m_scene.loseSight(m_bench.signArguments(sessions), Operation::FinalizeSigning, FaultKind::Hang);
    m_scene.clearFaults();
    const int verified = m_card->verifyCount();
    const QStringList again =
        m_bench.signArguments(sessions, {QStringLiteral("--confirm-seconds"), QStringLiteral("1")});
    const CliRun second = m_bench.run(again);
    QCOMPARE(contractProblem(second), QString());
    QCOMPARE(second.exitCode, 1);
    QCOMPARE(second.count(QStringLiteral("unconfirmed")), 2);
    QCOMPARE(text(second.lines.first(), "code"), QStringLiteral("outcome-unknown"));
    QCOMPARE(m_card->signatureCount(), 2);
    QCOMPARE(m_card->verifyCount(), verified);
    QCOMPARE(m_scene.counts().finalizeRequests.value(sessions[0]), 0);

    const CliRun forced = m_bench.run(again + QStringList{QStringLiteral("--force")});
    QCOMPARE(contractProblem(forced), QString());
    QVERIFY2(forced.exitCode == 0, forced.everything().constData());
    QCOMPARE(m_card->signatureCount(), 4);
    for (const QString& session : sessions)
        QCOMPARE(m_scene.counts().finalizations.value(session), 1);
    QCOMPARE(m_scene.unfinished().size(), 0);
}

/** Neither a card nor a card service is needed to send what was signed. */
void TestCliResume::killedWhenSigned() {
    QVERIFY(insert());
    const QStringList sessions = m_bench.addSessions(3);
    QVERIFY(m_scene.killWhenSigned(m_bench.signArguments(sessions), sessions));
    QCOMPARE(m_scene.counts().finalizeRequests.value(sessions[0]), 0);
    const auto page = pageOf(m_bench.journalFile(), sessions[0]);
    m_bench.removeCards();
    m_bench.setVariable(QStringLiteral("PCSCLITE_CSOCK_NAME"), m_bench.path(QStringLiteral("no pcscd")));
    const CliRun run = resume();
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 0, run.everything().constData());
    QCOMPARE(run.count(QStringLiteral("finalized")), 3);
    for (const QString& session : sessions) {
        QCOMPARE(m_scene.counts().finalizeRequests.value(session), 1);
        QCOMPARE(m_scene.counts().finalizations.value(session), 1);
    }
    QVERIFY(holdsJust(m_bench.onlyDocument(sessions[0]).bytes, page->signatureValue));
    QCOMPARE(m_scene.unfinished().size(), 0);
    QCOMPARE(resume().lines.size(), 0);
}

void TestCliResume::keptIsReported() {
    QVERIFY(insert());
    const QStringList sessions = m_bench.addSessions(2);
    QVERIFY(m_scene.killWhenSigned(m_bench.signArguments(sessions), sessions));
    const CliRun again = m_bench.run(m_bench.signArguments(sessions));
    QCOMPARE(contractProblem(again), QString());
    QCOMPARE(again.exitCode, 1);
    QCOMPARE(again.count(QStringLiteral("failed")), 2);
    for (const QJsonObject& line : again.lines) {
        QCOMPARE(text(line, "code"), QStringLiteral("signature-kept"));
        QCOMPARE(text(line, "stage"), QStringLiteral("prepare"));
        QVERIFY(text(line, "hint").contains(QLatin1StringView("signet-cli resume")));
    }
    QCOMPARE(m_card->signatureCount(), 2);
    QCOMPARE(m_scene.unfinished().size(), 2);
    QCOMPARE(resume().count(QStringLiteral("finalized")), 2);
    QCOMPARE(m_card->signatureCount(), 2);
}

void TestCliResume::savesWhatItFinishes() {
    QVERIFY(insert());
    const QString folder = m_bench.path(QStringLiteral("results"));
    const QString file = m_bench.write(QStringLiteral("vēstule.txt"), "Teksts");
    QStringList arguments{QStringLiteral("sign"),   QStringLiteral("--json"),
                          QStringLiteral("--file"), file,
                          QStringLiteral("--out"),  folder};
    arguments += m_bench.serviceOptions() + m_bench.pinOptions();
    m_scene.fault({FaultKind::Hang, Operation::List});
    const auto process = m_bench.begin(arguments);
    const auto isSigned = [&] {
        const auto pages = pagesIn(m_bench.journalFile());
        return pages.size() == 1 && pages[0].state == SessionState::Signed;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSigned(), 60'000);
    process->kill();
    process->waitForFinished();
    m_scene.clearFaults();
    const CliRun run = resume();
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 0, run.everything().constData());
    QCOMPARE(run.lines.size(), 1);
    QCOMPARE(text(run.lines[0], "source"), file);
    QVERIFY(text(run.lines[0], "savedAs").startsWith(folder));
    QVERIFY(QFile::exists(text(run.lines[0], "savedAs")));
}

void TestCliResume::listed() {
    QVERIFY(insert());
    const QStringList lost = m_bench.addSessions(1);
    const QStringList unsent = m_bench.addSessions(2);
    m_scene.loseSight(m_bench.signArguments(lost), Operation::FinalizeSigning, FaultKind::Hang);
    m_scene.clearFaults();
    QVERIFY(m_scene.killWhenSigned(m_bench.signArguments(unsent), unsent));

    const CliRun json = m_scene.resume({QStringLiteral("--list"), QStringLiteral("--json")});
    QCOMPARE(json.exitCode, 0);
    QCOMPARE(json.lines.size(), 3);
    QCOMPARE(json.summary, (QJsonObject{{QStringLiteral("unsent"), 2}, {QStringLiteral("unconfirmed"), 1}}));
    for (const QJsonObject& line : json.lines) {
        QStringList members = line.keys();
        QCOMPARE(members.join(u' '),
                 QStringLiteral("batch changedAt code operation profile service sessionId "
                                "signed signer source startedAt state title"));
        QVERIFY(line.value(QStringLiteral("signed")).toBool());
        QCOMPARE(text(line, "operation"), QStringLiteral("sign"));
        QCOMPARE(text(line, "service"), m_bench.service().info().api.toString());
        QVERIFY(text(line, "signer").contains(QLatin1StringView("PARAUGA")));
        QVERIFY(QDateTime::fromString(text(line, "changedAt"), Qt::ISODate).isValid());
    }
    QCOMPARE(text(json.of(lost[0]), "state"), QStringLiteral("unconfirmed"));
    QCOMPARE(text(json.of(lost[0]), "code"), QStringLiteral("outcome-unknown"));
    QCOMPARE(text(json.of(unsent[1]), "state"), QStringLiteral("signed"));
    QVERIFY(json.of(unsent[1]).value(QStringLiteral("code")).isNull());

    const CliRun words = m_scene.resume({QStringLiteral("--list")});
    QCOMPARE(words.exitCode, 0);
    QCOMPARE(words.output.count("Signing, begun "), 2);
    QCOMPARE(words.output.count("signed, not sent"), 2);
    QCOMPARE(words.output.count("sent, outcome not known"), 1);
    for (const QString& session : lost + unsent)
        QVERIFY(words.output.contains(session.toUtf8()));
    // Looking changes nothing.
    QCOMPARE(m_scene.counts().finalizeRequests.value(unsent[0]), 0);
    QCOMPARE(m_scene.unfinished().size(), 3);
}

void TestCliResume::takenByAnother() {
    QVERIFY(insert());
    const QStringList sessions = m_bench.addSessions(2);
    m_scene.fault({FaultKind::HangAfterWork, Operation::FinalizeSigning});
    const int before = m_scene.counts().requests.value(Operation::FinalizeSigning);
    const auto first =
        m_bench.begin(m_bench.signArguments(sessions, {QStringLiteral("--timeout"), QStringLiteral("600")}));
    QVERIFY(m_scene.waitForRequests(Operation::FinalizeSigning, before + 1));
    const CliRun second = m_bench.run(m_bench.signArguments(sessions));
    const CliRun third = resume();
    QCOMPARE(::kill(static_cast<pid_t>(first->processId()), SIGKILL), 0);
    first->waitForFinished();
    QCOMPARE(contractProblem(second), QString());
    QCOMPARE(second.exitCode, 1);
    QCOMPARE(second.count(QStringLiteral("failed")), 2);
    for (const QString& session : sessions) {
        QCOMPARE(text(second.of(session), "code"), QStringLiteral("session-taken"));
        QCOMPARE(text(second.of(session), "stage"), QStringLiteral("prepare"));
    }
    QCOMPARE(contractProblem(third), QString());
    QCOMPARE(third.exitCode, 0);
    QCOMPARE(third.lines.size(), 0);
    m_scene.clearFaults();
    // What a dead program had taken is free.
    const CliRun last = resume();
    QVERIFY2(last.exitCode == 0, last.everything().constData());
    QCOMPARE(last.count(QStringLiteral("finalized")), 2);
    for (const QString& session : sessions) {
        QCOMPARE(m_scene.counts().finalizeRequests.value(session), 1);
        QCOMPARE(m_scene.counts().finalizations.value(session), 1);
    }
}

void TestCliResume::interruptedLookingUp() {
    QVERIFY(insert());
    const QStringList sessions = m_bench.addSessions(2);
    m_scene.loseSight(m_bench.signArguments(sessions), Operation::FinalizeSigning, FaultKind::HangAfterWork);
    m_scene.clearFaults();
    m_scene.fault({FaultKind::Hang, Operation::List});
    const int before = m_scene.counts().requests.value(Operation::List);
    const auto process = m_bench.begin({QStringLiteral("resume"), QStringLiteral("--json"),
                                        QStringLiteral("--confirm-seconds"), QStringLiteral("600")});
    QVERIFY(m_scene.waitForRequests(Operation::List, before + 1));
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 130);
    QCOMPARE(run.count(QStringLiteral("unconfirmed")), 2);
    QCOMPARE(m_scene.unfinished().size(), 2);
    m_scene.clearFaults();
    QCOMPARE(resume().count(QStringLiteral("finalized")), 2);
    QCOMPARE(m_scene.counts().finalizeRequests.value(sessions[0]), 1);
}

void TestCliResume::interruptedSending() {
    QVERIFY(insert());
    const QStringList sessions = m_bench.addSessions(2);
    QVERIFY(m_scene.killWhenSigned(m_bench.signArguments(sessions), sessions));
    m_scene.fault({FaultKind::HangAfterWork, Operation::FinalizeSigning});
    const int before = m_scene.counts().requests.value(Operation::FinalizeSigning);
    const auto process = m_bench.begin({QStringLiteral("resume"), QStringLiteral("--json")});
    QVERIFY(m_scene.waitForRequests(Operation::FinalizeSigning, before + 1));
    const auto id = static_cast<pid_t>(process->processId());
    QCOMPARE(::kill(id, SIGINT), 0);
    QByteArray said;
    QTRY_VERIFY((said += process->readAllStandardError()).contains("Ctrl-C"));
    QCOMPARE(::kill(id, SIGINT), 0);
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 130, QByteArray(said + run.everything()).constData());
    QCOMPARE(run.count(QStringLiteral("unconfirmed")), 2);
    m_scene.clearFaults();
    const CliRun last = resume();
    QVERIFY2(last.count(QStringLiteral("finalized")) == 2, last.everything().constData());
    for (const QString& session : sessions) {
        QCOMPARE(m_scene.counts().finalizeRequests.value(session), 1);
        QCOMPARE(m_scene.counts().finalizations.value(session), 1);
    }
}

QTEST_GUILESS_MAIN(TestCliResume)
#include "tst_CliResume.moc"
