#include <QTest>

#include "CliBench.h"
#include "support/PadReader.h"

using namespace signet;
using namespace signet::test;
using sandbox::CardPersonalisation;
using sandbox::CardPin;
using sandbox::Pin2Habit;
using sandbox::VirtualCard;
using sandbox::VirtualCardOptions;

/** `sign --pin-pad` as a person at a reader with a PIN pad meets it: the program itself, the real pcscd, a
 * reader with keys, a service. */
class TestCliPinPad : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void signsFive_data();
    void signsFive();
    void wrongPin();
    void cancelledAtTheReader();
    void timedOut();
    void wrongLength();
    void cancelledAtTheThird();
    void wrongAtTheThird();
    void pinFileInstead();
    void readers();
    void changesAPin();
    void unblocksAPin();

private:
    std::shared_ptr<VirtualCard> insert(CardPersonalisation personalisation,
                                        Pin2Habit habit = Pin2Habit::DropsAfterSignature);
    CliRun sign(const QStringList& sessions) const {
        return m_bench.run(m_bench.signArgumentsWithoutPin(sessions) << QStringLiteral("--pin-pad"));
    }
    /** All ended in this state, with this code. */
    static QString allEnded(const CliRun& run, const QString& state, const QString& code);

    CliBench m_bench;
    PadReader m_reader;
    sandbox::VpcdLink m_link{{QStringLiteral("127.0.0.1"), PadReader::Port}};
    QStringList m_sessions;
};

void TestCliPinPad::initTestCase() {
    QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = m_reader.start();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestCliPinPad::init() {
    m_reader.person().will({});
    m_sessions = m_bench.addSessions(5);
}

void TestCliPinPad::cleanup() {
    m_link.remove();
    QTRY_VERIFY_WITH_TIMEOUT(!PadReader::hasCard(), 10'000);
}

std::shared_ptr<VirtualCard> TestCliPinPad::insert(CardPersonalisation personalisation, Pin2Habit habit) {
    VirtualCardOptions options;
    options.pin2Habit = habit;
    auto card = m_bench.makeCard(personalisation, options);
    if (card)
        m_link.insert(card);
    return QTest::qWaitFor(&PadReader::hasCard, 10'000) ? card : nullptr;
}

QString TestCliPinPad::allEnded(const CliRun& run, const QString& state, const QString& code) {
    const QString problem = contractProblem(run);
    if (!problem.isEmpty())
        return problem;
    for (const QJsonObject& line : run.lines) {
        const QString found = line.value(QStringLiteral("code")).toString();
        if (line.value(QStringLiteral("state")).toString() != state || found != code)
            return QString(line.value(QStringLiteral("state")).toString() % u' ' % found);
    }
    return {};
}

void TestCliPinPad::signsFive_data() {
    QTest::addColumn<CardPersonalisation>("personalisation");
    QTest::addColumn<Pin2Habit>("habit");
    QTest::addColumn<int>("entries");
    QTest::newRow("RSA that keeps PIN2")
        << CardPersonalisation::Cosmo8Rsa << Pin2Habit::KeepsUntilDeselected << 1;
    QTest::newRow("P-384 that drops it")
        << CardPersonalisation::CosmoXEc << Pin2Habit::DropsAfterSignature << 5;
}

void TestCliPinPad::signsFive() {
    QFETCH(const CardPersonalisation, personalisation);
    QFETCH(const Pin2Habit, habit);
    QFETCH(const int, entries);
    const auto card = insert(personalisation, habit);
    QVERIFY(card);
    const CliRun run = sign(m_sessions);
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 0, run.everything().constData());
    QCOMPARE(run.count(QStringLiteral("finalized")), 5);
    QCOMPARE(card->signatureCount(), 5);
    QCOMPARE(m_reader.person().entries().size(), entries);
    // each entry is announced, and none that does not come
    QCOMPARE(run.messages.count("Enter PIN2 on the reader: "), entries);
    for (int i = 1; i <= entries; ++i) {
        const QByteArray words = "Enter PIN2 on the reader: signature " + QByteArray::number(i) + " of 5.\n";
        QVERIFY2(run.messages.contains(words), run.messages.constData());
    }
    QVERIFY(!run.everything().contains("123456"));
}

void TestCliPinPad::wrongPin() {
    const auto card = insert(CardPersonalisation::CosmoXEc);
    QVERIFY(card);
    m_reader.person().will({PadPerson::types("654321")});
    const CliRun run = sign(m_sessions);
    QCOMPARE(allEnded(run, QStringLiteral("failed"), QStringLiteral("pin-wrong")), QString());
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(card->verifyCount(), 1);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 2);
    QVERIFY(run.lines.first().value(QStringLiteral("message")).toString().contains(u'2'));
}

void TestCliPinPad::cancelledAtTheReader() {
    const auto card = insert(CardPersonalisation::CosmoXEc);
    QVERIFY(card);
    m_reader.person().will({PadPerson::cancels()});
    const CliRun run = sign(m_sessions);
    QCOMPARE(allEnded(run, QStringLiteral("cancelled"), QStringLiteral("pin-pad-cancelled")), QString());
    QCOMPARE(run.exitCode, 130);
    QCOMPARE(card->verifyCount(), 0);
}

void TestCliPinPad::timedOut() {
    const auto card = insert(CardPersonalisation::Cosmo8Rsa);
    QVERIFY(card);
    m_reader.person().will({PadPerson::leaves()});
    const CliRun run = sign(m_sessions);
    QCOMPARE(allEnded(run, QStringLiteral("failed"), QStringLiteral("pin-pad-timeout")), QString());
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(card->verifyCount(), 0);
}

void TestCliPinPad::wrongLength() {
    const auto card = insert(CardPersonalisation::Cosmo8Rsa);
    QVERIFY(card);
    m_reader.person().will({PadPerson::types("1234")});
    const CliRun run = sign(m_sessions);
    QCOMPARE(allEnded(run, QStringLiteral("failed"), QStringLiteral("pin-format")), QString());
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(card->verifyCount(), 0);
}

void TestCliPinPad::cancelledAtTheThird() {
    const auto card = insert(CardPersonalisation::CosmoXEc);
    QVERIFY(card);
    m_reader.person().will({PadPerson::types("123456"), PadPerson::types("123456"), PadPerson::cancels()});
    const CliRun run = sign(m_sessions);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 130);
    QCOMPARE(card->signatureCount(), 2);
    for (int i = 0; i < 5; ++i) {
        const QJsonObject line = run.of(m_sessions[i]);
        QCOMPARE(line.value(QStringLiteral("state")).toString(),
                 i < 2 ? QStringLiteral("finalized") : QStringLiteral("cancelled"));
        QCOMPARE(line.value(QStringLiteral("code")).toString(),
                 i < 2 ? QString() : QStringLiteral("pin-pad-cancelled"));
        // what the service has is what is said of it
        const bool isSigned = m_bench.onlyDocument(m_sessions[i]).name.endsWith(QLatin1StringView(".edoc")) ||
                              m_bench.onlyDocument(m_sessions[i]).name.endsWith(QLatin1StringView(".asice"));
        QCOMPARE(isSigned, i < 2);
    }
    // the others can be signed afterwards
    const CliRun rest = sign(m_sessions.mid(2));
    QCOMPARE(rest.count(QStringLiteral("finalized")), 3);
    QVERIFY(rest.messages.contains("signature 3 of 3."));
}

void TestCliPinPad::wrongAtTheThird() {
    const auto card = insert(CardPersonalisation::CosmoXEc);
    QVERIFY(card);
    m_reader.person().will(
        {PadPerson::types("123456"), PadPerson::types("123456"), PadPerson::types("654321")});
    const CliRun run = sign(m_sessions);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(run.count(QStringLiteral("finalized")), 2);
    QCOMPARE(run.count(QStringLiteral("failed")), 3);
    for (const QJsonObject& line : run.inState(QStringLiteral("failed")))
        QCOMPARE(line.value(QStringLiteral("code")).toString(), QStringLiteral("pin-wrong"));
    QCOMPARE(card->verifyCount(), 3);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 2);
}

/** The reader's keys are an offer. */
void TestCliPinPad::pinFileInstead() {
    QVERIFY(insert(CardPersonalisation::CosmoXEc));
    const CliRun run = m_bench.run(m_bench.signArguments(m_sessions));
    QCOMPARE(run.exitCode, 0);
    QVERIFY(m_reader.person().entries().isEmpty());
    QVERIFY(!run.messages.contains("on the reader"));
}

void TestCliPinPad::readers() {
    const QStringList command{QStringLiteral("readers"), QStringLiteral("--json")};
    CliRun run = m_bench.run(command);
    QCOMPARE(run.lines.size(), 1);
    QVERIFY(run.lines[0].contains(QStringLiteral("pinPad")));
    QVERIFY(run.lines[0].value(QStringLiteral("pinPad")).isNull());
    QVERIFY(insert(CardPersonalisation::CosmoXEc));
    run = m_bench.run(command);
    QCOMPARE(run.lines[0].value(QStringLiteral("reader")).toString(), PadReader::name());
    QCOMPARE(run.lines[0].value(QStringLiteral("pinPad")), QJsonValue(true));
    QVERIFY(m_bench.run(command.first(1)).output.contains("--pin-pad"));
}

void TestCliPinPad::changesAPin() {
    const auto card = insert(CardPersonalisation::CosmoXEc);
    QVERIFY(card);
    const QStringList command{QStringLiteral("pin"), QStringLiteral("change"), QStringLiteral("--pin=2"),
                              QStringLiteral("--pin-pad")};
    m_reader.person().will({PadPerson::types("999999 902731 902731")});
    CliRun run = m_bench.run(command);
    QCOMPARE(run.exitCode, 5);
    QVERIFY2(run.messages.contains("Enter the present PIN2 on the reader, then the new one twice."),
             run.messages.constData());
    QVERIFY2(run.messages.contains("2 tries left"), run.messages.constData());
    m_reader.person().will({PadPerson::cancels()});
    run = m_bench.run(command);
    QCOMPARE(run.exitCode, 130);
    QCOMPARE(card->triesLeft(CardPin::Pin2), 2);
    m_reader.person().will({PadPerson::types("123456 902731 902731")});
    run = m_bench.run(command);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.output, QByteArray("PIN2 is changed.\n"));
    QCOMPARE(card->triesLeft(CardPin::Pin2), 3);
    QVERIFY(m_bench.run({QStringLiteral("pin"), QStringLiteral("status"), QStringLiteral("--json")})
                .output.contains("\"pinPad\":true"));
}

void TestCliPinPad::unblocksAPin() {
    const auto card = insert(CardPersonalisation::Cosmo8Rsa);
    QVERIFY(card);
    m_reader.person().will({PadPerson::types("12345678"), PadPerson::types("8035 8035")});
    const CliRun run = m_bench.run({QStringLiteral("pin"), QStringLiteral("unblock"),
                                    QStringLiteral("--pin=1"), QStringLiteral("--pin-pad")});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.messages.contains("Enter the PUK on the reader.") &&
                 run.messages.contains("Enter the new PIN1 on the reader, twice."),
             run.messages.constData());
    QCOMPARE(m_reader.person().entries().size(), 2);
}

QTEST_GUILESS_MAIN(TestCliPinPad)
#include "tst_CliPinPad.moc"
