#include <QFile>
#include <QTest>
#include <functional>

#include "ResumeScene.h"
#include "signing/ProfileStore.h"
#include "signing/journal/Journal.h"
#include "support/Terminal.h"

using namespace signet;
using namespace signet::test;
using sandbox::Operation;

namespace {

/** Where the run that is gone on with had its token from. */
enum class Source { File, Variable, Client, StandardInput };

/** What becomes of that before it is gone on with. */
enum class Change { None, OtherToken, BadToken, Vanished };

const QString Variable = QStringLiteral("SIGNET_TEST_TOKEN");

}  // namespace

Q_DECLARE_METATYPE(Source)
Q_DECLARE_METATYPE(Change)

/** `signet-cli resume` reaches each service as the run before it did, or says why it cannot. */
class TestCliResumeAccess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void source_data();
    void source();
    void severalRuns();
    void givenAnew();
    void profile();
    void windowsProfile();
    void changedProfile();
    void noConnection();
    void notOurNote();

private:
    QByteArray newToken();
    QStringList optionsOf(Source source);
    void change(Source source, Change change);
    QStringList signOptions(const QStringList& access) {
        return QStringList{QStringLiteral("sign"), QStringLiteral("--json")} + access + m_bench.pinOptions() +
               CliBench::sessionOptions(m_sessions);
    }
    CliRun resume(const QStringList& more = {}) { return m_scene.resume(QStringList{u"--json"_qs} + more); }
    signing::Profile serviceProfile();
    bool leaveSigned(const signing::Profile& profile);
    int finalized() { return m_scene.counts().finalizations.value(m_sessions[0]); }

    ResumeScene m_scene;
    CliBench& m_bench = m_scene.bench();
    QStringList m_sessions;
};

void TestCliResumeAccess::initTestCase() {
    const QString problem = m_scene.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestCliResumeAccess::init() {
    m_bench.beginJournal();
    m_sessions = m_bench.addSessions(1);
    QVERIFY(m_bench.insert(sandbox::CardPersonalisation::CosmoXEc));
}

void TestCliResumeAccess::cleanup() {
    m_bench.setVariable(Variable, {});
    m_bench.removeCards();
    m_scene.clearFaults();
}

QByteArray TestCliResumeAccess::newToken() {
    QByteArray token;
    m_bench.service().run(
        [&](sandbox::Sandbox& service) { token = service.issueToken().view().toByteArray(); });
    return token;
}

QStringList TestCliResumeAccess::optionsOf(Source source) {
    const sandbox::SandboxInfo& info = m_bench.service().info();
    const QStringList api{QStringLiteral("--api"), info.api.toString(), QStringLiteral("--ca"), info.caFile};
    switch (source) {
        case Source::File:
            return api + QStringList{QStringLiteral("--token-file"),
                                     m_bench.write(QStringLiteral("token"), newToken() + '\n')};
        case Source::Variable:
            m_bench.setVariable(Variable, QString::fromLatin1(newToken()));
            return api + QStringList{QStringLiteral("--token-env"), Variable};
        case Source::StandardInput:
            return api + QStringList{QStringLiteral("--token-file"), QStringLiteral("-")};
        case Source::Client:
            break;
    }
    m_bench.write(QStringLiteral("secret of client"),
                  m_bench.service().clientSecret().view().toByteArray() + '\n');
    return api + QStringList{QStringLiteral("--client-id"),          info.clientId,
                             QStringLiteral("--token-url"),          info.tokenUrl.toString(),
                             QStringLiteral("--client-secret-file"), m_bench.path(u"secret of client"_qs)};
}

void TestCliResumeAccess::change(Source source, Change change) {
    const QString file = source == Source::Client ? u"secret of client"_qs : u"token"_qs;
    const QByteArray content = change == Change::OtherToken ? newToken() : "0123456789abcdef";
    if (change == Change::Vanished)
        QFile::remove(m_bench.path(file));
    else if (change != Change::None)
        m_bench.write(file, content);
    if (source == Source::Variable && change != Change::None)
        m_bench.setVariable(Variable, change == Change::Vanished ? QString() : QString::fromLatin1(content));
}

void TestCliResumeAccess::source_data() {
    QTest::addColumn<Source>("source");
    QTest::addColumn<Change>("change");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, Source source, Change change, int exitCode,
                        const QString& sentence = {}) {
        QTest::newRow(name) << source << change << exitCode << sentence;
    };
    row("token file", Source::File, Change::None, 0);
    row("token file with a newer token", Source::File, Change::OtherToken, 0);
    row("token file with rubbish", Source::File, Change::BadToken, 4);
    row("token file is gone", Source::File, Change::Vanished, 2, u"/token"_qs);
    row("variable", Source::Variable, Change::None, 0);
    row("variable with a newer token", Source::Variable, Change::OtherToken, 0);
    row("variable with rubbish", Source::Variable, Change::BadToken, 4);
    row("variable is not set", Source::Variable, Change::Vanished, 2, Variable);
    row("client", Source::Client, Change::None, 0);
    row("client with another secret", Source::Client, Change::BadToken, 4);
    row("client without secret", Source::Client, Change::Vanished, 2, u"secret of client"_qs);
    row("standard input", Source::StandardInput, Change::None, 2, u"--profile"_qs);
}

void TestCliResumeAccess::source() {
    QFETCH(const Source, source);
    QFETCH(const Change, change);
    QFETCH(const int, exitCode);
    QFETCH(const QString, sentence);
    QVERIFY(m_scene.killWhenSigned(signOptions(optionsOf(source)), m_sessions,
                                   source == Source::StandardInput ? newToken() + '\n' : QByteArray()));
    this->change(source, change);
    const CliRun run = resume();
    QVERIFY2(run.exitCode == exitCode, run.everything().constData());
    QCOMPARE(finalized(), exitCode == 0 ? 1 : 0);
    QCOMPARE(m_scene.unfinished().size(), exitCode == 0 ? 0 : 1);
    if (exitCode != 2) {
        QCOMPARE(contractProblem(run), QString());
        QCOMPARE(run.lines.size(), 1);
        return;
    }
    QCOMPARE(run.output, QByteArray());
    QVERIFY2(run.messages.contains(sentence.toUtf8()), run.messages.constData());
    // To look, no secret is needed.
    QCOMPARE(m_scene.resume({u"--list"_qs}).exitCode, 0);
}

/** Two runs that were reached in the same way, and that way tells what it holds only once. */
void TestCliResumeAccess::severalRuns() {
    QVERIFY(m_scene.killWhenSigned(signOptions(optionsOf(Source::Variable)), m_sessions));
    m_sessions = m_bench.addSessions(2);
    QVERIFY(m_scene.killWhenSigned(signOptions(optionsOf(Source::Variable)), m_sessions));
    const CliRun run = resume();
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 0, run.everything().constData());
    QCOMPARE(run.count(QStringLiteral("finalized")), 3);
    QCOMPARE(m_scene.unfinished().size(), 0);
}

/** What standard input held is given once more, for all that it was given to. */
void TestCliResumeAccess::givenAnew() {
    for (int i = 0; i < 2; ++i) {
        m_sessions = m_bench.addSessions(1);
        QVERIFY(m_scene.killWhenSigned(signOptions(optionsOf(Source::StandardInput)), m_sessions,
                                       newToken() + '\n'));
    }
    const QStringList elsewhere{QStringLiteral("--api"), QStringLiteral("https://127.0.0.1:1"),
                                QStringLiteral("--token-env"), Variable};
    m_bench.setVariable(Variable, QString::fromLatin1(newToken()));
    const CliRun other = resume(elsewhere);
    QCOMPARE(other.exitCode, 0);
    QCOMPARE(other.lines.size(), 0);  // nothing of that service
    const QStringList arguments = QStringList{u"resume"_qs, u"--json"_qs} + optionsOf(Source::StandardInput);
    const CliRun run = m_bench.run(arguments, newToken() + '\n');
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 0, run.everything().constData());
    QCOMPARE(run.count(QStringLiteral("finalized")), 2);
    QCOMPARE(finalized(), 1);
}

signing::Profile TestCliResumeAccess::serviceProfile() {
    const sandbox::SandboxInfo& info = m_bench.service().info();
    signing::Profile profile;
    profile.name = QStringLiteral("Noliktava");
    profile.api = info.api;
    profile.tokenUrl = info.tokenUrl;
    profile.clientId = info.clientId;
    profile.caFile = info.caFile;
    return profile;
}

/** A run with a profile; its secret is typed. */
bool TestCliResumeAccess::leaveSigned(const signing::Profile& profile) {
    signing::ProfileStore(m_bench.path(u"config/signet/profiles.ini"_qs)).save(profile);
    m_scene.fault({sandbox::FaultKind::Hang, Operation::List});
    const Terminal terminal;
    const auto process =
        m_bench.beginWith(signOptions({QStringLiteral("--profile"), profile.name}), terminal.path());
    return QTest::qWaitFor([&] { return !terminal.showsWhatIsTyped(); }, 30'000) &&
           terminal.type(m_bench.service().clientSecret().view().toByteArray() + '\n') &&
           m_scene.killWhenSigned(*process, m_sessions);
}

void TestCliResumeAccess::profile() {
    QVERIFY(leaveSigned(serviceProfile()));
    const CliRun nobodyThere = resume();
    QCOMPARE(nobodyThere.exitCode, 2);
    QVERIFY2(nobodyThere.messages.contains("Noliktava"), nobodyThere.messages.constData());
    QCOMPARE(nobodyThere.output, QByteArray());

    const Terminal terminal;
    const auto process = m_bench.beginWith({u"resume"_qs, u"--json"_qs}, terminal.path());
    QTRY_VERIFY_WITH_TIMEOUT(!terminal.showsWhatIsTyped(), 30'000);
    QVERIFY(terminal.type(m_bench.service().clientSecret().view().toByteArray() + '\n'));
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 0, run.everything().constData());
    QCOMPARE(finalized(), 1);
}

/** The window's pages name the profile, and nothing else. */
void TestCliResumeAccess::windowsProfile() {
    QVERIFY(leaveSigned(serviceProfile()));
    const QList<signing::UnfinishedEntry> left = m_scene.unfinished();
    QCOMPARE(left.size(), 1);
    signing::JournalBatch batch = left[0].batch;
    batch.access.clear();
    m_bench.beginJournal();
    QVERIFY(signing::Journal(m_bench.journalFile()).begin(batch, {left[0].entry}).result());
    const Terminal terminal;
    const auto process = m_bench.beginWith({u"resume"_qs, u"--json"_qs}, terminal.path());
    QTRY_VERIFY_WITH_TIMEOUT(!terminal.showsWhatIsTyped(), 30'000);
    QVERIFY(terminal.type(m_bench.service().clientSecret().view().toByteArray() + '\n'));
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 0, run.everything().constData());
    QCOMPARE(finalized(), 1);
}

void TestCliResumeAccess::changedProfile() {
    signing::Profile profile = serviceProfile();
    QVERIFY(leaveSigned(profile));
    signing::ProfileStore store(m_bench.path(u"config/signet/profiles.ini"_qs));
    profile.api = QUrl(u"https://127.0.0.1:1"_qs);
    store.save(profile);
    const CliRun elsewhere = resume();
    QCOMPARE(elsewhere.exitCode, 2);
    QVERIFY2(elsewhere.messages.contains("--api"), elsewhere.messages.constData());
    store.remove(profile.name);
    const CliRun gone = resume();
    QCOMPARE(gone.exitCode, 2);
    QVERIFY2(gone.messages.contains("Noliktava"), gone.messages.constData());
    QCOMPARE(resume(optionsOf(Source::Client)).exitCode, 0);
    QCOMPARE(finalized(), 1);
}

void TestCliResumeAccess::noConnection() {
    QVERIFY(m_scene.killWhenSigned(signOptions(optionsOf(Source::File)), m_sessions));
    m_scene.fault({sandbox::FaultKind::HangUpBeforeWork, Operation::Any});
    const CliRun run = resume({u"--confirm-seconds"_qs, u"0"_qs});
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 1 || run.exitCode == 4, run.everything().constData());
    QCOMPARE(m_scene.unfinished().size(), 1);
}

/** A journal that was written by another program of Signet's, or by nobody knows whom. */
void TestCliResumeAccess::notOurNote() {
    QVERIFY(m_scene.killWhenSigned(signOptions(optionsOf(Source::File)), m_sessions));
    const QString address = m_bench.service().info().api.toString();
    const QList<signing::UnfinishedEntry> left = m_scene.unfinished();
    QCOMPARE(left.size(), 1);
    signing::JournalBatch batch = left[0].batch;
    QVERIFY(batch.access.contains(u"tokenFile"));
    batch.access = u"{\"window\":1}"_qs;
    m_bench.beginJournal();
    QVERIFY(signing::Journal(m_bench.journalFile()).begin(batch, {left[0].entry}).result());
    const CliRun run = resume();
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.messages.contains(address.toUtf8()), run.messages.constData());
    QCOMPARE(resume(optionsOf(Source::Client)).exitCode, 0);
    QCOMPARE(finalized(), 1);
}

QTEST_GUILESS_MAIN(TestCliResumeAccess)
#include "tst_CliResumeAccess.moc"
