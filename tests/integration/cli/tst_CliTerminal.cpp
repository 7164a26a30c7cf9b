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

private:
    /** Runs until PIN2 is asked for. */
    std::unique_ptr<QProcess> untilAsked(const Terminal& terminal);

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

std::unique_ptr<QProcess> TestCliTerminal::untilAsked(const Terminal& terminal) {
    auto process = m_bench.beginWith(m_bench.signArgumentsWithoutPin(m_sessions), terminal.path());
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

QTEST_GUILESS_MAIN(TestCliTerminal)
#include "tst_CliTerminal.moc"
