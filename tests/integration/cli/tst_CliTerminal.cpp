#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <QTest>

#include "CliBench.h"

using namespace signet;
using namespace signet::test;

namespace {

/** A terminal with a person at it: what they type, and whether it would be shown. */
class Terminal {
public:
    Terminal() : m_master(::posix_openpt(O_RDWR | O_NOCTTY)) {
        if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
            return;
        m_path = QString::fromLocal8Bit(::ptsname(m_master));
        m_slave = ::open(::ptsname(m_master), O_RDWR | O_NOCTTY);
    }
    ~Terminal() {
        ::close(m_slave);
        ::close(m_master);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    const QString& path() const { return m_path; }
    bool showsWhatIsTyped() const {
        termios state{};
        return ::tcgetattr(m_slave, &state) == 0 && (state.c_lflag & ECHO) != 0;
    }
    /** All that has been shown so far, as it was sent. */
    const QByteArray& shown() {
        char bytes[4096];
        pollfd waiting{m_master, POLLIN, 0};
        while (::poll(&waiting, 1, 0) == 1 && (waiting.revents & POLLIN) != 0) {
            const ssize_t count = ::read(m_master, bytes, sizeof bytes);
            if (count <= 0)
                break;
            m_shown.append(bytes, count);
        }
        return m_shown;
    }
    /** The lines as they stand there in the end. */
    QStringList lines() {
        QStringList lines{QString()};
        for (const QString& piece : QString::fromUtf8(shown()).split(QStringLiteral("\r\n"))) {
            lines.last() =
                piece.mid(piece.lastIndexOf(QStringLiteral("\r\x1b[K")) + 1).remove(QStringLiteral("\x1b[K"));
            lines.append(QString());
        }
        return lines;
    }
    bool type(const QByteArray& text) const {
        return ::write(m_master, text.constData(), static_cast<std::size_t>(text.size())) == text.size();
    }

private:
    int m_master;
    int m_slave = -1;
    QString m_path;
    QByteArray m_shown;
};

}  // namespace

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

QTEST_GUILESS_MAIN(TestCliTerminal)
#include "tst_CliTerminal.moc"
