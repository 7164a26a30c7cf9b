#include <signal.h>

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

#include "CliBench.h"
#include "support/AsicVerifier.h"

using namespace signet;
using namespace signet::test;
using sandbox::CardPersonalisation;
using sandbox::Fault;
using sandbox::FaultKind;
using sandbox::Operation;

Q_DECLARE_METATYPE(signet::sandbox::CardPersonalisation)

/** The command line's main job, on the real pcscd and over TLS, and what becomes of it when the service errs.
 */
class TestCliSign : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void signsTwenty_data();
    void signsTwenty();
    void signsFiles();
    void savesUnderFreeNames();
    void mixedInPrepare();
    void mixedInFinalize();
    void hangUpAfterWork();
    void badToken();
    void noService();
    void repeatedAndBadIdentifiers();
    void cannotSave();
    void interrupted();
    void interruptedTwice();
    void interruptedWhileFetching();

private:
    QStringList first(int count) { return m_bench.sessions().mid(0, count); }
    /** Every test uses its own sessions: a finalized one is not signed again. */
    QStringList freshSessions(int count);
    void fault(const Fault& fault) { m_bench.service().faults().add(fault); }
    static QString text(const QJsonObject& line, const char* member) {
        return line.value(QLatin1StringView(member)).toString();
    }

    /** What other programs find wrong with the container in `file`; empty if nothing. */
    QByteArray containerProblem(const QString& file) {
        QFile container(file);
        if (!container.open(QIODevice::ReadOnly))
            return "cannot be opened: " + file.toUtf8();
        const AsicReport report = verifyContainer(container.readAll(), m_bench.service().info().caPem);
        return report.isValid() ? QByteArray() : "not valid: " + report.text();
    }

    CliBench m_bench;
};

void TestCliSign::initTestCase() {
    QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = m_bench.startCards();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestCliSign::cleanup() {
    m_bench.removeCards();
    m_bench.service().faults().clear();
}

QStringList TestCliSign::freshSessions(int count) {
    QStringList sessions;
    m_bench.service().run([&](sandbox::Sandbox& service) {
        for (int i = 0; i < count; ++i) {
            const QString name = QStringLiteral("document %1.txt").arg(i);
            sessions.append(service.addSession({{QString(), name, "Content of " + name.toUtf8()}}));
        }
    });
    return sessions;
}

void TestCliSign::signsTwenty_data() {
    QTest::addColumn<CardPersonalisation>("personalisation");
    QTest::newRow("RSA-2048") << CardPersonalisation::Cosmo8Rsa;
    QTest::newRow("P-384, Cosmo 8") << CardPersonalisation::Cosmo8Ec;
    QTest::newRow("P-384, Cosmo X") << CardPersonalisation::CosmoXEc;
}

void TestCliSign::signsTwenty() {
    QFETCH(const CardPersonalisation, personalisation);
    const auto card = m_bench.insert(personalisation);
    QVERIFY(card);
    const QStringList sessions = freshSessions(20);
    const QString folder = m_bench.path(QStringLiteral("twenty-%1").arg(static_cast<int>(personalisation)));
    const CliRun run = m_bench.run(m_bench.signArguments(sessions, {QStringLiteral("--out"), folder}));
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    QCOMPARE(run.count(QStringLiteral("finalized")), 20);
    QCOMPARE(card->signatureCount(), 20);
    const auto counts = m_bench.service().counters().values();
    QSet<QString> files;
    for (const QString& session : sessions) {
        QCOMPARE(counts.finalizations.value(session), 1);
        const QString file = text(run.of(session), "file");
        QCOMPARE(containerProblem(file), QByteArray());
        files.insert(file);
    }
    QCOMPARE(files.size(), 20);
}

void TestCliSign::signsFiles() {
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc));
    QStringList arguments{QStringLiteral("sign"), QStringLiteral("--json")};
    arguments += m_bench.serviceOptions() + m_bench.pinOptions();
    const QString folder = m_bench.path(QStringLiteral("signed files"));
    arguments += {QStringLiteral("--out"), folder};
    for (int i = 0; i < 10; ++i)
        arguments += {QStringLiteral("--file"),
                      m_bench.write(QStringLiteral("līgums %1.txt").arg(i), "Text " + QByteArray::number(i))};
    const CliRun run = m_bench.run(arguments);
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    QCOMPARE(run.count(QStringLiteral("finalized")), 10);
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 10);
    for (const QJsonObject& line : run.lines) {
        QVERIFY(QFile::exists(text(line, "source")));
        QCOMPARE(text(line, "file"), text(line, "savedAs"));
        QVERIFY(text(line, "file").startsWith(folder));
        QVERIFY(!text(line, "sessionId").isEmpty());
        QCOMPARE(containerProblem(text(line, "file")), QByteArray());
    }
}

void TestCliSign::savesUnderFreeNames() {
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc));
    const QString file = m_bench.write(QStringLiteral("beside.txt"), "Text");
    QStringList arguments{QStringLiteral("sign"), QStringLiteral("--json"), QStringLiteral("--file"), file};
    arguments += m_bench.serviceOptions() + m_bench.pinOptions();
    const CliRun once = m_bench.run(arguments);
    const CliRun again = m_bench.run(arguments);
    QCOMPARE(once.exitCode, 0);
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(contractProblem(again), QString());
    const QString firstFile = text(once.lines.first(), "file");
    const QString secondFile = text(again.lines.first(), "file");
    QVERIFY(firstFile != secondFile);
    QVERIFY(QFile::exists(firstFile) && QFile::exists(secondFile));
    QVERIFY2(secondFile.contains(QLatin1StringView(" (2).")), qPrintable(secondFile));
    QFile original(file);
    QVERIFY(original.open(QIODevice::ReadOnly));
    QCOMPARE(original.readAll(), QByteArray("Text"));
}

void TestCliSign::mixedInPrepare() {
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc));
    const QStringList sessions = freshSessions(20);
    for (int i = 0; i < 3; ++i) {
        Fault error{FaultKind::SessionError, Operation::CalculateDigest, sessions[i]};
        error.code = QStringLiteral("signing:test:%1").arg(i);
        error.message = QStringLiteral("Nē, %1").arg(i);
        fault(error);
    }
    fault({FaultKind::SessionLeftOut, Operation::CalculateDigest, sessions[3]});
    const CliRun run = m_bench.run(m_bench.signArguments(sessions));
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.count(QStringLiteral("finalized")), 16);
    QCOMPARE(run.count(QStringLiteral("failed")), 4);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(text(run.of(sessions[i]), "code"), QStringLiteral("signing:test:%1").arg(i));
        QCOMPARE(text(run.of(sessions[i]), "message"), QStringLiteral("Nē, %1").arg(i));
        QCOMPARE(text(run.of(sessions[i]), "stage"), QStringLiteral("prepare"));
    }
    QCOMPARE(text(run.of(sessions[3]), "stage"), QStringLiteral("prepare"));
}

void TestCliSign::mixedInFinalize() {
    QVERIFY(m_bench.insert(CardPersonalisation::Cosmo8Rsa));
    const QStringList sessions = freshSessions(20);
    for (int i = 0; i < 3; ++i) {
        Fault error{FaultKind::SessionError, Operation::FinalizeSigning, sessions[i]};
        error.code = QStringLiteral("signing:test:%1").arg(i);
        error.message = QStringLiteral("No %1").arg(i);
        fault(error);
    }
    fault({FaultKind::SessionLeftOut, Operation::FinalizeSigning, sessions[3]});
    const CliRun run =
        m_bench.run(m_bench.signArguments(sessions, {QStringLiteral("--confirm-seconds"), u"5"_qs}));
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.count(QStringLiteral("failed")), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(text(run.of(sessions[i]), "code"), QStringLiteral("signing:test:%1").arg(i));
        QCOMPARE(text(run.of(sessions[i]), "stage"), QStringLiteral("finalize"));
    }
    // The work was done, and the listing shows it.
    QCOMPARE(text(run.of(sessions[3]), "state"), QStringLiteral("finalized"));
    QCOMPARE(m_bench.service().counters().values().finalizeRequests.value(sessions[3]), 1);
}

void TestCliSign::hangUpAfterWork() {
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc));
    const QStringList sessions = freshSessions(3);
    fault({FaultKind::HangUpAfterWork, Operation::FinalizeSigning});
    const CliRun run =
        m_bench.run(m_bench.signArguments(sessions, {QStringLiteral("--confirm-seconds"), u"5"_qs}));
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 0);
    const auto counts = m_bench.service().counters().values();
    for (const QString& session : sessions) {
        QCOMPARE(text(run.of(session), "state"), QStringLiteral("finalized"));
        QCOMPARE(counts.finalizeRequests.value(session), 1);
        QCOMPARE(counts.finalizations.value(session), 1);
    }
}

void TestCliSign::badToken() {
    const auto card = m_bench.insert(CardPersonalisation::CosmoXEc);
    QVERIFY(card);
    QStringList arguments{
        QStringLiteral("sign"),         QStringLiteral("--json"),
        QStringLiteral("--api"),        m_bench.service().info().api.toString(),
        QStringLiteral("--ca"),         m_bench.service().info().caFile,
        QStringLiteral("--token-file"), m_bench.write(QStringLiteral("bad token"), "0123456789abcdef\n")};
    arguments += CliBench::sessionOptions(first(3)) + m_bench.pinOptions();
    const CliRun run = m_bench.run(arguments);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 4);
    QCOMPARE(run.count(QStringLiteral("failed")), 3);
    QCOMPARE(card->verifyCount(), 0);
    QVERIFY(!QByteArray(run.output + run.messages).contains("0123456789abcdef"));
}

void TestCliSign::noService() {
    const auto card = m_bench.insert(CardPersonalisation::CosmoXEc);
    QVERIFY(card);
    QStringList arguments{QStringLiteral("sign"),         QStringLiteral("--json"),
                          QStringLiteral("--api"),        QStringLiteral("https://127.0.0.1:1"),
                          QStringLiteral("--token-file"), m_bench.write(QStringLiteral("token"), "abc\n")};
    arguments += CliBench::sessionOptions(first(2)) + m_bench.pinOptions();
    const CliRun run = m_bench.run(arguments);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 4);
    QCOMPARE(text(run.lines.first(), "code"), QStringLiteral("no-connection"));
    QCOMPARE(card->verifyCount(), 0);
}

void TestCliSign::repeatedAndBadIdentifiers() {
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc));
    const QStringList good = freshSessions(2);
    const QStringList picked{good[0], QStringLiteral("no good!"), good[1], good[0],
                             QStringLiteral("no good!")};
    const CliRun run = m_bench.run(m_bench.signArguments(picked));
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.lines.size(), 3);
    QCOMPARE(run.count(QStringLiteral("finalized")), 2);
    QCOMPARE(text(run.of(QStringLiteral("no good!")), "stage"), QStringLiteral("pick"));
}

void TestCliSign::cannotSave() {
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc));
    const QStringList sessions = freshSessions(1);
    fault({FaultKind::Refused, Operation::Download});
    const QString folder = m_bench.path(QStringLiteral("unsaved"));
    const CliRun run = m_bench.run(m_bench.signArguments(sessions, {QStringLiteral("--out"), folder}));
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(text(run.lines.first(), "state"), QStringLiteral("finalized"));
    QVERIFY(!text(run.lines.first(), "code").isEmpty());
    QVERIFY(!text(run.lines.first(), "hint").isEmpty());
    QVERIFY(QDir(folder).isEmpty());
}

void TestCliSign::interrupted() {
    sandbox::VirtualCardOptions slow;
    slow.timePerSignature = std::chrono::milliseconds(300);
    const auto card = m_bench.insert(CardPersonalisation::CosmoXEc, slow);
    QVERIFY(card);
    const QStringList sessions = freshSessions(20);
    const auto process = m_bench.begin(m_bench.signArguments(sessions, {QStringLiteral("--chunk"), u"2"_qs}));
    QTRY_VERIFY_WITH_TIMEOUT(card->signatureCount() >= 3, 60'000);
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 130);
    QCOMPARE(run.lines.size(), 20);
    QVERIFY(run.count(QStringLiteral("cancelled")) > 0);
    const auto counts = m_bench.service().counters().values();
    for (const QString& session : sessions) {
        const bool done = text(run.of(session), "state") == QLatin1StringView("finalized");
        QCOMPARE(counts.finalizations.value(session), done ? 1 : 0);
    }
}

void TestCliSign::interruptedTwice() {
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc));
    const QStringList sessions = freshSessions(2);
    fault({FaultKind::HangAfterWork, Operation::FinalizeSigning});
    const auto process = m_bench.begin(m_bench.signArguments(sessions));
    const auto sent = [&] {
        return m_bench.service().counters().values().finalizeRequests.value(sessions[0]) > 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(sent(), 60'000);
    const auto id = static_cast<pid_t>(process->processId());
    QCOMPARE(::kill(id, SIGTERM), 0);
    QTest::qWait(500);
    QCOMPARE(process->state(), QProcess::Running);  // what has been sent is waited for
    QCOMPARE(::kill(id, SIGINT), 0);
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 130);
    QCOMPARE(run.count(QStringLiteral("unconfirmed")), 2);
}

void TestCliSign::interruptedWhileFetching() {
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc));
    fault({FaultKind::Hang, Operation::Download});
    const QStringList sessions = freshSessions(2);
    for (const bool json : {true, false}) {
        QStringList arguments = m_bench.signArguments(sessions.mid(json ? 0 : 1, 1));
        arguments += {QStringLiteral("--out"), m_bench.path(QStringLiteral("unfetched"))};
        if (!json)
            arguments.removeOne(QStringLiteral("--json"));
        const auto process = m_bench.begin(arguments);
        const QString session = sessions[json ? 0 : 1];
        QTRY_VERIFY_WITH_TIMEOUT(m_bench.service().counters().values().finalizations.value(session) > 0,
                                 60'000);
        QTest::qWait(300);
        const auto id = static_cast<pid_t>(process->processId());
        QCOMPARE(::kill(id, SIGINT), 0);
        QTest::qWait(300);
        QCOMPARE(::kill(id, SIGINT), 0);
        const CliRun run = CliBench::finish(*process);
        QCOMPARE(run.exitCode, 130);
        if (!json) {
            QVERIFY2(run.output.contains("Finalized, but not saved here: 1."), run.output.constData());
            continue;
        }
        QCOMPARE(contractProblem(run), QString());
        QCOMPARE(text(run.lines.first(), "state"), QStringLiteral("finalized"));
        QCOMPARE(text(run.lines.first(), "code"), QStringLiteral("document-not-fetched"));
        QCOMPARE(run.summary.value(QStringLiteral("unsaved")).toInt(), 1);
    }
}

QTEST_GUILESS_MAIN(TestCliSign)
#include "tst_CliSign.moc"
