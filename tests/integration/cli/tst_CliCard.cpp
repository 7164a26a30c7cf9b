#include <QFile>
#include <QJsonArray>
#include <QTest>

#include "CliBench.h"
#include "crypto/Certificate.h"

using namespace signet;
using namespace signet::test;
using sandbox::CardFault;
using sandbox::CardMishap;
using sandbox::CardPersonalisation;
using sandbox::VirtualCardOptions;

/** Cards, readers and PINs as the command line meets them, through the real pcscd. */
class TestCliCard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void noCard();
    void twoCards();
    void readerByName_data();
    void readerByName();
    void wrongPin();
    void pinOfWrongLength();
    void lastTryNeedsTheWord();
    void blocked();
    void cardRemoved_data();
    void cardRemoved();
    void pinFromStandardInput();
    void readers();
    void certificates();
    void warnsBeforeTheBatch();
    void expired();
    void contactless();

private:
    /** All failed, with this code, and nothing reached the service's documents. */
    static QString allFailedWith(const CliRun& run, const QString& code);
    static VirtualCardOptions withTries(int left) {
        VirtualCardOptions options;
        options.pin2Tries.left = left;
        return options;
    }
    QStringList sessions() const { return m_bench.sessions().mid(0, 3); }

    CliBench m_bench;
};

void TestCliCard::initTestCase() {
    QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = m_bench.startCards();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestCliCard::cleanup() {
    m_bench.removeCards();
    m_bench.setCertificates({});
}

QString TestCliCard::allFailedWith(const CliRun& run, const QString& code) {
    const QString problem = contractProblem(run);
    if (!problem.isEmpty())
        return problem;
    for (const QJsonObject& line : run.lines) {
        const QString found = line.value(QStringLiteral("code")).toString();
        const QString state = line.value(QStringLiteral("state")).toString();
        if (state != QLatin1StringView("failed") || found != code)
            return QString(state % u' ' % found);
    }
    return {};
}

void TestCliCard::noCard() {
    const CliRun run = m_bench.run(m_bench.signArguments(sessions()));
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(allFailedWith(run, QStringLiteral("no-usable-card")), QString());
    QVERIFY(!run.messages.isEmpty());
}

void TestCliCard::twoCards() {
    const auto one = m_bench.insert(CardPersonalisation::CosmoXEc, {}, 0);
    const auto other = m_bench.insert(CardPersonalisation::Cosmo8Rsa, {}, 1);
    QVERIFY(one && other);
    const CliRun run = m_bench.run(m_bench.signArguments(sessions()));
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(allFailedWith(run, QStringLiteral("several-cards")), QString());
    QVERIFY(run.messages.contains("Virtual PCD 00 00") && run.messages.contains("Virtual PCD 00 01"));
    QCOMPARE(one->verifyCount() + other->verifyCount(), 0);
}

void TestCliCard::readerByName_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("exact") << QStringLiteral("Virtual PCD 00 01") << QString();
    QTest::newRow("part") << QStringLiteral("00 01") << QString();
    QTest::newRow("ambiguous") << QStringLiteral("virtual") << QStringLiteral("reader-ambiguous");
    QTest::newRow("unknown") << QStringLiteral("Other") << QStringLiteral("reader-unknown");
}

void TestCliCard::readerByName() {
    QFETCH(const QString, name);
    QFETCH(const QString, code);
    const auto one = m_bench.insert(CardPersonalisation::CosmoXEc, {}, 0);
    const auto other = m_bench.insert(CardPersonalisation::Cosmo8Rsa, {}, 1);
    QVERIFY(one && other);
    QStringList session;
    m_bench.service().run([&](sandbox::Sandbox& service) {
        session.append(service.addSession({{QString(), QStringLiteral("a.txt"), "a"}}));
    });
    const CliRun run = m_bench.run(m_bench.signArguments(session, {QStringLiteral("--reader"), name}));
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, code.isEmpty() ? 0 : 3);
    QCOMPARE(run.lines.first().value(QStringLiteral("code")).toString(), code);
    QCOMPARE(one->signatureCount(), 0);
    QCOMPARE(other->signatureCount(), code.isEmpty() ? 1 : 0);
}

void TestCliCard::wrongPin() {
    const auto card = m_bench.insert(CardPersonalisation::CosmoXEc);
    QVERIFY(card);
    const CliRun run = m_bench.run(m_bench.signArguments(sessions(), m_bench.pinOptions("654321\n")));
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(allFailedWith(run, QStringLiteral("pin-wrong")), QString());
    QCOMPARE(card->verifyCount(), 1);
    QCOMPARE(card->triesLeft(sandbox::CardPin::Pin2), 2);
    QVERIFY(run.lines.first().value(QStringLiteral("message")).toString().contains(u'2'));
    QVERIFY(!QByteArray(run.output + run.messages).contains("654321"));
}

void TestCliCard::pinOfWrongLength() {
    const auto card = m_bench.insert(CardPersonalisation::CosmoXEc);
    QVERIFY(card);
    const CliRun run = m_bench.run(m_bench.signArguments(sessions(), m_bench.pinOptions("123\n")));
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(allFailedWith(run, QStringLiteral("pin-format")), QString());
    QCOMPARE(card->verifyCount(), 0);
}

void TestCliCard::lastTryNeedsTheWord() {
    const auto card = m_bench.insert(CardPersonalisation::CosmoXEc, withTries(1));
    QVERIFY(card);
    const CliRun run = m_bench.run(m_bench.signArguments(sessions()));
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(allFailedWith(run, QStringLiteral("pin-last-try")), QString());
    QCOMPARE(card->verifyCount(), 0);
    const CliRun allowed =
        m_bench.run(m_bench.signArguments(sessions(), {QStringLiteral("--allow-last-pin-try")}));
    QCOMPARE(contractProblem(allowed), QString());
    QCOMPARE(allowed.exitCode, 0);
}

void TestCliCard::blocked() {
    const auto card = m_bench.insert(CardPersonalisation::Cosmo8Rsa, withTries(0));
    QVERIFY(card);
    const CliRun run = m_bench.run(m_bench.signArguments(sessions()));
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(allFailedWith(run, QStringLiteral("pin-blocked")), QString());
    QCOMPARE(card->verifyCount(), 0);
}

void TestCliCard::cardRemoved_data() {
    QTest::addColumn<int>("atSignature");
    QTest::newRow("at the first") << 1;
    QTest::newRow("in the middle") << 5;
}

void TestCliCard::cardRemoved() {
    QFETCH(const int, atSignature);
    VirtualCardOptions options;
    options.faults = {CardFault{CardMishap::Removed, CardFault::Moment::Signature, atSignature, false}};
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc, options));
    QStringList sessions;
    m_bench.service().run([&](sandbox::Sandbox& service) {
        for (int i = 0; i < 8; ++i)
            sessions.append(service.addSession({{QString(), QStringLiteral("a.txt"), "a"}}));
    });
    const CliRun run = m_bench.run(m_bench.signArguments(sessions));
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(run.count(QStringLiteral("finalized")), atSignature - 1);
    for (const QJsonObject& line : run.inState(QStringLiteral("failed")))
        QCOMPARE(line.value(QStringLiteral("code")).toString(), QStringLiteral("card-removed"));
}

void TestCliCard::pinFromStandardInput() {
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc));
    QStringList session;
    m_bench.service().run([&](sandbox::Sandbox& service) {
        session.append(service.addSession({{QString(), QStringLiteral("a.txt"), "a"}}));
    });
    const CliRun run = m_bench.run(
        m_bench.signArguments(session, {QStringLiteral("--pin-file"), QStringLiteral("-")}), "123456\r\n");
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 0);
}

void TestCliCard::readers() {
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc, withTries(2), 1));
    const CliRun run = m_bench.run({QStringLiteral("readers"), QStringLiteral("--json")});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines.size(), 2);
    const QJsonObject empty = run.lines[0];
    QCOMPARE(empty.value(QStringLiteral("reader")).toString(), PcscDaemon::firstReader());
    QCOMPARE(empty.value(QStringLiteral("cardPresent")), QJsonValue(false));
    QCOMPARE(empty.value(QStringLiteral("usable")), QJsonValue(false));
    QCOMPARE(empty.value(QStringLiteral("reason")).toString(), QStringLiteral("no-card"));
    QVERIFY(empty.contains(QStringLiteral("holder")) && empty.value(QStringLiteral("holder")).isNull());
    const QJsonObject full = run.lines[1];
    QCOMPARE(full.value(QStringLiteral("cardPresent")), QJsonValue(true));
    QCOMPARE(full.value(QStringLiteral("usable")), QJsonValue(true));
    QVERIFY(full.contains(QStringLiteral("reason")) && full.value(QStringLiteral("reason")).isNull());
    QCOMPARE(full.value(QStringLiteral("holder")).toString(), QStringLiteral("ANNA OTRĀ"));
    QCOMPARE(full.value(QStringLiteral("pin2TriesLeft")).toInt(), 2);
    QCOMPARE(full.value(QStringLiteral("warnings")), QJsonValue(QJsonArray()));
    QCOMPARE(full.value(QStringLiteral("contactless")), QJsonValue(false));
}

void TestCliCard::certificates() {
    QCOMPARE(m_bench.run({QStringLiteral("certificates"), QStringLiteral("--json")}).exitCode, 3);
    QVERIFY(m_bench.insert(CardPersonalisation::Cosmo8Rsa));
    const CliRun run = m_bench.run({QStringLiteral("certificates"), QStringLiteral("--json")});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.lines.size(), 2);
    QCOMPARE(run.lines[0].value(QStringLiteral("kind")).toString(), QStringLiteral("signing"));
    QCOMPARE(run.lines[1].value(QStringLiteral("kind")).toString(), QStringLiteral("authentication"));
    for (const QJsonObject& line : run.lines) {
        const QByteArray der =
            QByteArray::fromBase64(line.value(QStringLiteral("certificate")).toString().toLatin1());
        const auto certificate = crypto::Certificate::fromDer(der);
        QVERIFY(certificate);
        QCOMPARE(line.value(QStringLiteral("serialNumber")).toString(), QStringLiteral("PNOLV-020290-11111"));
        QCOMPARE(line.value(QStringLiteral("keyType")).toString(), QStringLiteral("RSA-2048"));
        QCOMPARE(QDateTime::fromString(line.value(QStringLiteral("notAfter")).toString(), Qt::ISODate),
                 certificate->notAfter());
    }
}

/** On standard error, before anything is sent; and in what scripts read. */
void TestCliCard::warnsBeforeTheBatch() {
    m_bench.setCertificates({-1000, 10, false});
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc));
    const QJsonArray both{QStringLiteral("certificate-expires-soon"),
                          QStringLiteral("certificate-not-qualified")};
    const CliRun readers = m_bench.run({QStringLiteral("readers"), QStringLiteral("--json")});
    QCOMPARE(readers.lines[0].value(QStringLiteral("usable")), QJsonValue(true));
    QCOMPARE(readers.lines[0].value(QStringLiteral("warnings")), QJsonValue(both));
    const CliRun certificates = m_bench.run({QStringLiteral("certificates"), QStringLiteral("--json")});
    QCOMPARE(certificates.lines[0].value(QStringLiteral("warnings")), QJsonValue(both));
    QCOMPARE(certificates.lines[1].value(QStringLiteral("warnings")), QJsonValue(QJsonArray{both[0]}));
    QVERIFY(certificates.lines[0].value(QStringLiteral("reason")).isNull());
    const CliRun words = m_bench.run({QStringLiteral("readers")});
    QVERIFY2(words.output.contains("Note: The certificate of ANNA PARAUGA expires on"),
             words.output.constData());

    const QStringList session = m_bench.addSessions(1);
    const CliRun run = m_bench.run(m_bench.signArguments(session));
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.messages.count("Note: "), 2);
    QVERIFY2(run.messages.contains("is not a qualified one"), run.messages.constData());
    QCOMPARE(run.count(QStringLiteral("finalized")), 1);
}

void TestCliCard::expired() {
    m_bench.setCertificates({-1000, -2, true});
    const auto card = m_bench.insert(CardPersonalisation::CosmoXEc);
    QVERIFY(card);
    const CliRun readers = m_bench.run({QStringLiteral("readers"), QStringLiteral("--json")});
    QCOMPARE(readers.lines[0].value(QStringLiteral("usable")), QJsonValue(false));
    QCOMPARE(readers.lines[0].value(QStringLiteral("reason")).toString(),
             QStringLiteral("certificate-expired"));
    QCOMPARE(readers.lines[0].value(QStringLiteral("holder")).toString(), QStringLiteral("ANNA PARAUGA"));
    const CliRun certificates = m_bench.run({QStringLiteral("certificates"), QStringLiteral("--json")});
    for (const QJsonObject& line : certificates.lines)
        QCOMPARE(line.value(QStringLiteral("reason")).toString(), QStringLiteral("certificate-expired"));
    const CliRun run = m_bench.run(m_bench.signArguments(sessions()));
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(allFailedWith(run, QStringLiteral("certificate-expired")), QString());
    QCOMPARE(card->verifyCount(), 0);
}

void TestCliCard::contactless() {
    VirtualCardOptions options;
    options.contactless = true;
    QVERIFY(m_bench.insert(CardPersonalisation::CosmoXEc, options));
    const CliRun readers = m_bench.run({QStringLiteral("readers"), QStringLiteral("--json")});
    QCOMPARE(readers.lines[0].value(QStringLiteral("reason")).toString(),
             QStringLiteral("reader-contactless"));
    QCOMPARE(readers.lines[0].value(QStringLiteral("contactless")), QJsonValue(true));
    const CliRun words = m_bench.run({QStringLiteral("readers")});
    QVERIFY2(words.output.contains("contact slot"), words.output.constData());
    const CliRun run = m_bench.run(m_bench.signArguments(sessions()));
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(allFailedWith(run, QStringLiteral("reader-contactless")), QString());
    QVERIFY(m_bench.run({QStringLiteral("doctor")}).output.contains("contact slot"));
}

QTEST_GUILESS_MAIN(TestCliCard)
#include "tst_CliCard.moc"
