#include <signal.h>

#include <QTest>

#include "CliBench.h"
#include "support/Terminal.h"

using namespace signet;
using namespace signet::test;

/** PIN2 asked of a person at a terminal. */
class TestCliTerminal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_bench.removeCards(); }
    void pinIsNotShown();
    void endOfInputCancels();
    void interruptPutsTheEchoBack();
    void progressGivesWay();
    void progressAndResultsOnOneTerminal();
    void eachSignatureIsAskedFor();

private:
    /** Runs until PIN2 is asked for. */
    std::unique_ptr<QProcess> untilAsked(const Terminal& terminal) {
        return untilAsked(terminal, m_bench.signArgumentsWithoutPin(m_sessions), CliBench::Output::Kept);
    }
    std::unique_ptr<QProcess> untilAsked(const Terminal& terminal, const QStringList& arguments,
                                         CliBench::Output output);

    CliBench m_bench;
    std::shared_ptr<sandbox::VirtualCard> m_card;
    QStringList m_sessions;
};

void TestCliTerminal::initTestCase() {
    QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = m_bench.startCards();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestCliTerminal::init() {
    m_card = m_bench.insert(sandbox::CardPersonalisation::CosmoXEc);
    QVERIFY(m_card);
    m_sessions.clear();
    m_bench.service().run([this](sandbox::Sandbox& service) {
        for (int i = 0; i < 2; ++i)
            m_sessions.append(service.addSession({{QString(), QStringLiteral("a.txt"), "a"}}));
    });
}

std::unique_ptr<QProcess> TestCliTerminal::untilAsked(const Terminal& terminal, const QStringList& arguments,
                                                      CliBench::Output output) {
    auto process = m_bench.beginWith(arguments, terminal.path(), output);
    const bool asked = QTest::qWaitFor([&] { return !terminal.showsWhatIsTyped(); }, 30'000);
    return asked ? std::move(process) : nullptr;
}

void TestCliTerminal::pinIsNotShown() {
    Terminal terminal;
    QVERIFY(terminal.showsWhatIsTyped());
    const auto process = untilAsked(terminal);
    QVERIFY(process);
    QVERIFY(terminal.type("123456\n"));
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 0);
    QVERIFY(terminal.showsWhatIsTyped());
    QVERIFY(terminal.shown().contains("ANNA PARAUGA"));
    QVERIFY(!QByteArray(terminal.shown() + run.output).contains("123456"));
}

void TestCliTerminal::endOfInputCancels() {
    const Terminal terminal;
    const auto process = untilAsked(terminal);
    QVERIFY(process);
    QVERIFY(terminal.type("\x04"));
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 130);
    QCOMPARE(run.count(QStringLiteral("cancelled")), 2);
    QCOMPARE(m_card->verifyCount(), 0);
    QVERIFY(terminal.showsWhatIsTyped());
}

void TestCliTerminal::interruptPutsTheEchoBack() {
    const Terminal terminal;
    const auto process = untilAsked(terminal);
    QVERIFY(process);
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 130);
    QCOMPARE(run.count(QStringLiteral("cancelled")), 2);
    QCOMPARE(m_card->verifyCount(), 0);
    QVERIFY(terminal.showsWhatIsTyped());
}

void TestCliTerminal::progressGivesWay() {
    Terminal terminal;
    const auto process = untilAsked(terminal);
    QVERIFY(process);
    QVERIFY(terminal.type("123456\n"));
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(terminal.shown().contains("of 2 done"), terminal.shown().constData());
    bool asked = false;
    for (const QString& line : terminal.lines()) {
        QVERIFY2(!line.contains(QLatin1StringView("done")), qPrintable(line));
        asked = asked || line == QLatin1StringView("PIN2: ");
    }
    QVERIFY2(asked, terminal.shown().constData());
}

void TestCliTerminal::progressAndResultsOnOneTerminal() {
    Terminal terminal;
    QStringList arguments = m_bench.signArgumentsWithoutPin(m_sessions);
    arguments.removeOne(QStringLiteral("--json"));
    arguments += {QStringLiteral("--chunk"), QStringLiteral("1")};
    const auto process = untilAsked(terminal, arguments, CliBench::Output::OnTerminal);
    QVERIFY(process);
    QVERIFY(terminal.type("123456\n"));
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(terminal.shown().contains("of 2 done"), terminal.shown().constData());
    const QStringList lines = terminal.lines();
    for (const QString& session : std::as_const(m_sessions))
        QVERIFY2(lines.contains(QString(u"finalized  " % session % u"  a.txt")),
                 terminal.shown().constData());
    for (const QString& line : lines)
        QVERIFY2(!line.contains(QLatin1StringView("done")), qPrintable(line));
}

/** One entry for each, and it says which one it is for. */
void TestCliTerminal::eachSignatureIsAskedFor() {
    Terminal terminal;
    const auto process = untilAsked(
        terminal, m_bench.signArgumentsWithoutPin(m_sessions) + QStringList{QStringLiteral("--ask-each")},
        CliBench::Output::Kept);
    QVERIFY(process);
    QCOMPARE(m_card->verifyCount(), 0);
    QVERIFY(terminal.type("123456\n"));
    const auto askedAgain = [&] {
        return terminal.shown().contains("signature 2 of 2") && !terminal.showsWhatIsTyped();
    };
    QVERIFY2(QTest::qWaitFor(askedAgain, 30'000), terminal.shown().constData());
    QVERIFY(terminal.shown().contains("signature 1 of 2"));
    QCOMPARE(m_card->signatureCount(), 1);
    QVERIFY(terminal.type("123456\n"));
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(m_card->verifyCount(), 2);
    QCOMPARE(m_card->signatureCount(), 2);
    QVERIFY(terminal.showsWhatIsTyped());
}

QTEST_GUILESS_MAIN(TestCliTerminal)
#include "tst_CliTerminal.moc"
