#include <signal.h>

#include <QTest>

#include "CliBench.h"
#include "support/Terminal.h"

using namespace signet;
using namespace signet::test;
using sandbox::CardFault;
using sandbox::CardMishap;
using sandbox::CardPersonalisation;
using sandbox::CardPin;
using sandbox::VirtualCardOptions;

/** `signet-cli pin` as a person and a script meet it, through the real pcscd. */
class TestCliPins : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_bench.removeCards(); }
    void status();
    void statusOfTwoCards();
    void statusWithoutACard();
    void changes_data();
    void changes();
    void newPinSigns();
    void wrongPin();
    void wrongPuk();
    void unblocks();
    void blocked();
    void lastTry();
    void newPinThatWillNotDo_data();
    void newPinThatWillNotDo();
    void easilyGuessed();
    void twoCardsWantAName();
    void cardRemoved();
    void askedAtTheTerminal();
    void entriesThatDiffer();
    void endOfInput();
    void interrupted();
    void noTerminal();
    void cardThatDoesNotSay();

private:
    static VirtualCardOptions withTries(int pin1, int pin2, int puk) {
        VirtualCardOptions options;
        options.pin1Tries = {3, pin1};
        options.pin2Tries = {3, pin2};
        options.pukTries = {3, puk};
        return options;
    }
    std::shared_ptr<sandbox::VirtualCard> insert(const VirtualCardOptions& options = {}, int reader = 0) {
        return m_bench.insert(CardPersonalisation::CosmoXEc, options, reader);
    }
    /** `pin change` with files. */
    QStringList change(const QString& pin, const QByteArray& old, const QByteArray& fresh) const {
        return {QStringLiteral("pin"),
                QStringLiteral("change"),
                QStringLiteral("--pin"),
                pin,
                QStringLiteral("--pin-file"),
                m_bench.write(QStringLiteral("old"), old),
                QStringLiteral("--new-pin-file"),
                m_bench.write(QStringLiteral("new"), fresh),
                QStringLiteral("--json")};
    }
    QStringList unblock(const QString& pin, const QByteArray& puk, const QByteArray& fresh) const {
        QStringList arguments = change(pin, puk, fresh);
        arguments[1] = QStringLiteral("unblock");
        arguments[4] = QStringLiteral("--puk-file");
        return arguments;
    }
    /** The only line's state and code. */
    static QString ending(const CliRun& run) {
        if (run.crashed || run.lines.size() != 1)
            return QString::fromUtf8(run.everything());
        const QJsonObject& line = run.lines.first();
        for (const char* name : {"reader", "holder", "pin", "deed", "state", "code", "message", "hint",
                                 "triesLeft", "pukTriesLeft"}) {
            if (!line.contains(QLatin1StringView(name)))
                return QString(u"no " % QLatin1StringView(name));
        }
        return QString(line.value(QStringLiteral("state")).toString() % u' ' %
                       line.value(QStringLiteral("code")).toString())
            .trimmed();
    }
    std::unique_ptr<QProcess> untilAsked(const Terminal& terminal, const QStringList& arguments) {
        auto process = m_bench.beginWith(arguments, terminal.path());
        const bool asked = QTest::qWaitFor([&] { return !terminal.showsWhatIsTyped(); }, 30'000);
        return asked ? std::move(process) : nullptr;
    }
    static bool answers(Terminal& terminal, const char* question, const QByteArray& line) {
        return QTest::qWaitFor(
                   [&] { return terminal.shown().endsWith(question) && !terminal.showsWhatIsTyped(); },
                   30'000) &&
               terminal.type(line + '\n');
    }

    CliBench m_bench;
};

void TestCliPins::initTestCase() {
    QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = m_bench.startCards();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestCliPins::status() {
    const auto card = insert(withTries(2, 0, 1));
    QVERIFY(card);
    const QStringList arguments{QStringLiteral("pin"), QStringLiteral("status")};
    const CliRun text = m_bench.run(arguments);
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(text.output.contains("ANNA PARAUGA"), text.output.constData());
    QVERIFY2(text.output.contains("PIN1, for logging in: tries left: 2"), text.output.constData());
    QVERIFY2(text.output.contains("PIN2, for signing: blocked"), text.output.constData());
    const CliRun run = m_bench.run(arguments + QStringList{QStringLiteral("--json")});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines.size(), 3);
    const QList<int> left{2, 0, 1};
    const QStringList names{QStringLiteral("PIN1"), QStringLiteral("PIN2"), QStringLiteral("PUK")};
    for (int i = 0; i < 3; ++i) {
        const QJsonObject& line = run.lines[i];
        QCOMPARE(line.value(QStringLiteral("pin")).toString(), names[i]);
        QCOMPARE(line.value(QStringLiteral("triesLeft")).toInt(-1), left[i]);
        QCOMPARE(line.value(QStringLiteral("triesMaximum")).toInt(-1), 3);
        QCOMPARE(line.value(QStringLiteral("blocked")), QJsonValue(left[i] == 0));
        QCOMPARE(line.value(QStringLiteral("pinPad")), QJsonValue(false));
        QCOMPARE(line.value(QStringLiteral("holder")).toString(), QStringLiteral("ANNA PARAUGA"));
    }
    QCOMPARE(run.lines[1].value(QStringLiteral("minimumLength")).toInt(), 6);
    QCOMPARE(card->verifyCount(), 0);
}

void TestCliPins::statusOfTwoCards() {
    QVERIFY(insert(withTries(3, 3, 3), 0));
    QVERIFY(insert(withTries(3, 2, 3), 1));
    const QStringList arguments{QStringLiteral("pin"), QStringLiteral("status"), QStringLiteral("--json")};
    QCOMPARE(m_bench.run(arguments).lines.size(), 6);
    const CliRun one =
        m_bench.run(arguments + QStringList{QStringLiteral("--reader"), QStringLiteral("00 01")});
    QCOMPARE(one.lines.size(), 3);
    QCOMPARE(one.lines[1].value(QStringLiteral("triesLeft")).toInt(), 2);
}

void TestCliPins::statusWithoutACard() {
    const CliRun run = m_bench.run({QStringLiteral("pin"), QStringLiteral("status")});
    QCOMPARE(run.exitCode, 3);
    QVERIFY(!run.messages.isEmpty() && run.output.isEmpty());
}

void TestCliPins::changes_data() {
    QTest::addColumn<CardPersonalisation>("personalisation");
    QTest::addColumn<QString>("pin");
    QTest::newRow("PIN1, RSA") << CardPersonalisation::Cosmo8Rsa << QStringLiteral("1");
    QTest::newRow("PIN2, RSA") << CardPersonalisation::Cosmo8Rsa << QStringLiteral("2");
    QTest::newRow("PIN1, P-384") << CardPersonalisation::CosmoXEc << QStringLiteral("1");
    QTest::newRow("PIN2, P-384") << CardPersonalisation::Cosmo8Ec << QStringLiteral("2");
}

void TestCliPins::changes() {
    QFETCH(const CardPersonalisation, personalisation);
    QFETCH(const QString, pin);
    const auto card = m_bench.insert(personalisation, withTries(2, 2, 2));
    QVERIFY(card);
    const QByteArray old = pin == u"1" ? "1234\n" : "123456\r\n";
    const CliRun run = m_bench.run(change(pin, old, "803581\n"));
    QCOMPARE(ending(run), QStringLiteral("done"));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines[0].value(QStringLiteral("triesLeft")).toInt(), 3);
    QCOMPARE(run.lines[0].value(QStringLiteral("pin")).toString(), QString(u"PIN" % pin));
    QCOMPARE(run.lines[0].value(QStringLiteral("deed")).toString(), QStringLiteral("change"));
    QCOMPARE(ending(m_bench.run(change(pin, "803581", "55667788"))), QStringLiteral("done"));
}

/** What is remembered of the card stays right: the new PIN2 signs. */
void TestCliPins::newPinSigns() {
    QVERIFY(insert());
    const QStringList sessions = m_bench.addSessions(1);
    QCOMPARE(m_bench.run(m_bench.signArguments(sessions)).exitCode, 0);
    QCOMPARE(ending(m_bench.run(change(QStringLiteral("2"), "123456", "902731"))), QStringLiteral("done"));
    const QStringList more = m_bench.addSessions(1);
    const CliRun old = m_bench.run(m_bench.signArguments(more));
    QCOMPARE(old.exitCode, 5);
    QStringList arguments = m_bench.signArguments(more);
    arguments[arguments.indexOf(QStringLiteral("--pin-file")) + 1] =
        m_bench.write(QStringLiteral("new"), "902731\n");
    QCOMPARE(m_bench.run(arguments).exitCode, 0);
}

void TestCliPins::wrongPin() {
    const auto card = insert();
    QVERIFY(card);
    const CliRun run = m_bench.run(change(QStringLiteral("2"), "999999", "902731"));
    QCOMPARE(ending(run), QStringLiteral("failed pin-wrong"));
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(run.lines[0].value(QStringLiteral("triesLeft")).toInt(), 2);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 2);
    const CliRun one = m_bench.run(change(QStringLiteral("1"), "9999", "8035"));
    QCOMPARE(ending(one), QStringLiteral("failed pin1-wrong"));
    QCOMPARE(card->triesLeft(CardPin::Pin1), 2);
}

void TestCliPins::wrongPuk() {
    const auto card = insert(withTries(3, 0, 3));
    QVERIFY(card);
    const CliRun run = m_bench.run(unblock(QStringLiteral("2"), "99999999", "902731"));
    QCOMPARE(ending(run), QStringLiteral("failed puk-wrong"));
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(run.lines[0].value(QStringLiteral("pukTriesLeft")).toInt(), 2);
    QCOMPARE(run.lines[0].value(QStringLiteral("triesLeft")).toInt(-1), 0);
    QCOMPARE(card->triesLeft(CardPin::Puk), 2);
}

void TestCliPins::unblocks() {
    const auto card = insert(withTries(0, 0, 3));
    QVERIFY(card);
    for (const QString& pin : {QStringLiteral("1"), QStringLiteral("2")}) {
        const CliRun run = m_bench.run(unblock(pin, "12345678\n", "902731\n"));
        QCOMPARE(ending(run), QStringLiteral("done"));
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.lines[0].value(QStringLiteral("triesLeft")).toInt(), 3);
    }
    QCOMPARE(card->triesLeft(CardPin::Pin1), 3);
    QCOMPARE(ending(m_bench.run(change(QStringLiteral("1"), "902731", "803581"))), QStringLiteral("done"));
    QStringList words = unblock(QStringLiteral("1"), "12345678\n", "1357\n");
    words.removeLast();
    QCOMPARE(m_bench.run(words).output, QByteArray("PIN1 is unblocked; the new one holds.\n"));
}

void TestCliPins::blocked() {
    const auto card = insert(withTries(0, 3, 0));
    QVERIFY(card);
    const CliRun one = m_bench.run(change(QStringLiteral("1"), "1234", "8035"));
    QCOMPARE(ending(one), QStringLiteral("failed pin1-blocked"));
    QCOMPARE(one.exitCode, 5);
    const CliRun puk = m_bench.run(unblock(QStringLiteral("1"), "12345678", "8035"));
    QCOMPARE(ending(puk), QStringLiteral("failed puk-blocked"));
    QCOMPARE(puk.exitCode, 5);
    QVERIFY(puk.lines[0].value(QStringLiteral("hint")).toString().contains(QLatin1StringView("office")));
    QCOMPARE(card->verifyCount(), 0);
}

void TestCliPins::lastTry() {
    const auto card = insert(withTries(1, 3, 1));
    QVERIFY(card);
    QCOMPARE(ending(m_bench.run(change(QStringLiteral("1"), "1234", "8035"))),
             QStringLiteral("failed pin1-last-try"));
    QCOMPARE(ending(m_bench.run(unblock(QStringLiteral("1"), "12345678", "8035"))),
             QStringLiteral("failed puk-last-try"));
    QCOMPARE(card->verifyCount(), 0);
    QCOMPARE(card->triesLeft(CardPin::Pin1), 1);
    const CliRun run = m_bench.run(unblock(QStringLiteral("1"), "12345678", "8035") +
                                   QStringList{QStringLiteral("--allow-last-puk-try")});
    QCOMPARE(ending(run), QStringLiteral("done"));
    QCOMPARE(run.lines[0].value(QStringLiteral("pukTriesLeft")).toInt(), 3);
}

void TestCliPins::newPinThatWillNotDo_data() {
    QTest::addColumn<QByteArray>("fresh");
    QTest::addColumn<QString>("code");
    QTest::newRow("too short") << QByteArray("90273") << QStringLiteral("pin-format");
    QTest::newRow("too long") << QByteArray("9027319027319") << QStringLiteral("pin-format");
    QTest::newRow("letters") << QByteArray("90273a") << QStringLiteral("pin-format");
    QTest::newRow("the same") << QByteArray("123456") << QStringLiteral("pin-unchanged");
}

void TestCliPins::newPinThatWillNotDo() {
    QFETCH(const QByteArray, fresh);
    QFETCH(const QString, code);
    const auto card = insert(withTries(3, 2, 3));
    QVERIFY(card);
    const CliRun run = m_bench.run(change(QStringLiteral("2"), "123456", fresh));
    QCOMPARE(ending(run), QString(u"failed " % code));
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 2);
    QVERIFY(!run.everything().contains(fresh));
}

void TestCliPins::easilyGuessed() {
    QVERIFY(insert());
    const CliRun run = m_bench.run(change(QStringLiteral("1"), "1234", "2222"));
    QCOMPARE(ending(run), QStringLiteral("done"));
    QVERIFY2(run.messages.contains("easily guessed"), run.messages.constData());
    const CliRun other = m_bench.run(change(QStringLiteral("1"), "2222", "8035"));
    QVERIFY2(!other.messages.contains("easily guessed"), other.messages.constData());
}

void TestCliPins::twoCardsWantAName() {
    const auto one = insert({}, 0);
    const auto other = insert({}, 1);
    QVERIFY(one && other);
    const CliRun run = m_bench.run(change(QStringLiteral("1"), "1234", "8035"));
    QCOMPARE(ending(run), QStringLiteral("failed several-cards"));
    QCOMPARE(run.exitCode, 3);
    const CliRun named = m_bench.run(change(QStringLiteral("1"), "1234", "8035") +
                                     QStringList{QStringLiteral("--reader"), QStringLiteral("00 01")});
    QCOMPARE(ending(named), QStringLiteral("done"));
    QCOMPARE(ending(m_bench.run(change(QStringLiteral("1"), "1234", "8035") +
                                QStringList{QStringLiteral("--reader"), QStringLiteral("00 00")})),
             QStringLiteral("done"));
}

void TestCliPins::cardRemoved() {
    const auto card = insert();
    QVERIFY(card);
    // the first one also reads the card's certificates
    QCOMPARE(ending(m_bench.run(change(QStringLiteral("1"), "1234", "8035"))), QStringLiteral("done"));
    const int before = card->exchangeCount();
    QCOMPARE(ending(m_bench.run(change(QStringLiteral("1"), "8035", "1234"))), QStringLiteral("done"));
    constexpr int LookAfterwards = 5;
    const int number = card->exchangeCount() - before - LookAfterwards;
    card->addFault({CardMishap::Removed, CardFault::Moment::Exchange, number, true});
    const CliRun run = m_bench.run(change(QStringLiteral("1"), "1234", "5566"));
    QCOMPARE(ending(run), QStringLiteral("unconfirmed pin-outcome-unknown"));
    QCOMPARE(run.exitCode, 1);
}

void TestCliPins::askedAtTheTerminal() {
    const auto card = insert(withTries(3, 2, 3));
    QVERIFY(card);
    Terminal terminal;
    const auto process =
        untilAsked(terminal, {QStringLiteral("pin"), QStringLiteral("change"), QStringLiteral("--pin=2")});
    QVERIFY(process);
    QVERIFY2(answers(terminal, "Present PIN2: ", "123456"), terminal.shown().constData());
    QVERIFY2(answers(terminal, "New PIN2 (6 to 12 digits): ", "902731"), terminal.shown().constData());
    QVERIFY2(answers(terminal, "New PIN2 again: ", "902731"), terminal.shown().constData());
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output, QByteArray("PIN2 is changed.\n"));
    QVERIFY(terminal.showsWhatIsTyped());
    const QByteArray shown = terminal.shown();
    QVERIFY2(shown.contains("ANNA PARAUGA") && shown.contains("tries left: 2"), shown.constData());
    QVERIFY(!shown.contains("123456") && !shown.contains("902731"));
    QCOMPARE(card->triesLeft(CardPin::Pin2), 3);
}

void TestCliPins::entriesThatDiffer() {
    const auto card = insert(withTries(3, 2, 2));
    QVERIFY(card);
    Terminal terminal;
    const auto process = untilAsked(terminal, {QStringLiteral("pin"), QStringLiteral("unblock"),
                                               QStringLiteral("--pin=2"), QStringLiteral("--json")});
    QVERIFY(process);
    QVERIFY(answers(terminal, "PUK (8 to 12 digits): ", "12345678"));
    QVERIFY(answers(terminal, "New PIN2 (6 to 12 digits): ", "902731"));
    QVERIFY(answers(terminal, "New PIN2 again: ", "902732"));
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(ending(run), QStringLiteral("failed pin-entries-differ"));
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(card->verifyCount(), 0);
    QCOMPARE(card->triesLeft(CardPin::Puk), 2);
}

void TestCliPins::endOfInput() {
    const auto card = insert();
    QVERIFY(card);
    Terminal terminal;
    const auto process = untilAsked(terminal, {QStringLiteral("pin"), QStringLiteral("change"),
                                               QStringLiteral("--pin=1"), QStringLiteral("--json")});
    QVERIFY(process);
    QVERIFY(terminal.type("\x04"));
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(ending(run), QStringLiteral("failed cancelled"));
    QCOMPARE(run.exitCode, 130);
    QVERIFY(terminal.showsWhatIsTyped());
    QCOMPARE(card->verifyCount(), 0);
}

void TestCliPins::interrupted() {
    const auto card = insert();
    QVERIFY(card);
    Terminal terminal;
    const auto process = untilAsked(terminal, {QStringLiteral("pin"), QStringLiteral("change"),
                                               QStringLiteral("--pin=1"), QStringLiteral("--json")});
    QVERIFY(process);
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(run.exitCode, 130);
    QVERIFY(terminal.showsWhatIsTyped());
    QCOMPARE(card->triesLeft(CardPin::Pin1), 3);
}

void TestCliPins::noTerminal() {
    const CliRun run =
        m_bench.run({QStringLiteral("pin"), QStringLiteral("unblock"), QStringLiteral("--pin=1")});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.messages.contains("--puk-file"), run.messages.constData());
}

void TestCliPins::cardThatDoesNotSay() {
    VirtualCardOptions options;
    options.tellsTries = false;
    QVERIFY(insert(options));
    const CliRun run =
        m_bench.run({QStringLiteral("pin"), QStringLiteral("status"), QStringLiteral("--json")});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines.size(), 3);
    QVERIFY(run.lines[0].value(QStringLiteral("triesLeft")).isNull());
    QVERIFY(run.lines[0].value(QStringLiteral("blocked")).isNull());
    QCOMPARE(ending(m_bench.run(change(QStringLiteral("1"), "1234", "8035"))), QStringLiteral("done"));
}

QTEST_GUILESS_MAIN(TestCliPins)
#include "tst_CliPins.moc"
