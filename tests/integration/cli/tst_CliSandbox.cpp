#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include "CliBench.h"
#include "support/AsicVerifier.h"

using namespace signet;
using namespace signet::test;

/** The programs as a stranger starts them: signet-sandbox with its card in pcscd, signet-cli, and the demo.
 */
class TestCliSandbox : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void signsTheSamples_data();
    void signsTheSamples();
    void demoInWords();

private:
    QJsonObject startSandbox(QProcess& process, const QStringList& more) const;

    CliBench m_bench;
};

void TestCliSandbox::initTestCase() {
    const QString problem = m_bench.startCards();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QJsonObject TestCliSandbox::startSandbox(QProcess& process, const QStringList& more) const {
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const QString place = QStringLiteral("127.0.0.1:%1").arg(static_cast<int>(PcscDaemon::FirstPort));
    process.start(QStringLiteral(SIGNET_SANDBOX_PROGRAM),
                  QStringList{QStringLiteral("--vpcd"), place} + more);
    while (!process.canReadLine() && process.waitForReadyRead(30'000)) {
    }
    return QJsonDocument::fromJson(process.readLine()).object();
}

void TestCliSandbox::signsTheSamples_data() {
    QTest::addColumn<QStringList>("card");
    QTest::addColumn<QByteArray>("pin2");
    QTest::addColumn<QStringList>("facts");  // of the certificate: holder, serial number
    QTest::newRow("the usual card") << QStringList() << QByteArray("123456")
                                    << QStringList{QStringLiteral("ANDRIS PARAUDZIŅŠ"),
                                                   QStringLiteral("PNOLV-010180-12345")};
    const QStringList estonianFacts{QStringLiteral("KADRI-LIIS NÄIDIS"), QStringLiteral("PNOEE-48001010005")};
    for (const auto* kind : {"estonian-cosmo8", "estonian-cosmox"}) {
        QTest::newRow(kind) << QStringList{QStringLiteral("--personalisation"), QString::fromLatin1(kind),
                                           QStringLiteral("--pin2"), QStringLiteral("12345")}
                            << QByteArray("12345") << estonianFacts;
    }
}

void TestCliSandbox::signsTheSamples() {
    QFETCH(const QStringList, card);
    QFETCH(const QByteArray, pin2);
    QFETCH(const QStringList, facts);
    m_bench.beginJournal();
    QProcess sandbox;
    const QJsonObject info = startSandbox(sandbox, card);
    const auto said = [&info](const char* name) { return info.value(QLatin1StringView(name)).toString(); };
    QVERIFY(said("api").startsWith(QLatin1StringView("https://")));
    QByteArray list;
    const QJsonArray sessions = info.value(QStringLiteral("sessions")).toArray();
    for (const QJsonValue& session : sessions)
        list += session.toString().toUtf8() + "\r\n";
    const QString folder =
        m_bench.path(QStringLiteral("samples of ") + QString::fromUtf8(QTest::currentDataTag()));
    QStringList arguments{QStringLiteral("sign"),
                          QStringLiteral("--json"),
                          QStringLiteral("--api"),
                          said("api"),
                          QStringLiteral("--token-url"),
                          said("tokenUrl"),
                          QStringLiteral("--client-id"),
                          said("clientId"),
                          QStringLiteral("--client-secret-file"),
                          said("clientSecretFile"),
                          QStringLiteral("--ca"),
                          said("ca"),
                          QStringLiteral("--sessions-from"),
                          QStringLiteral("-"),
                          QStringLiteral("--out"),
                          folder};
    QVERIFY(CliBench::waitForCard(0));
    const CliRun reader = m_bench.run({QStringLiteral("readers"), QStringLiteral("--json")});
    const CliRun certificates = m_bench.run({QStringLiteral("certificates"), QStringLiteral("--json")});
    const CliRun run = m_bench.run(arguments + m_bench.pinOptions(pin2 + '\n'), list);
    QFile ca(said("ca"));
    QVERIFY(ca.open(QIODevice::ReadOnly));
    const QByteArray caPem = ca.readAll();
    sandbox.terminate();
    QVERIFY(sandbox.waitForFinished());

    QCOMPARE(reader.lines.value(0).value(QStringLiteral("holder")).toString(), facts[0]);
    QCOMPARE(certificates.lines.value(0).value(QStringLiteral("serialNumber")).toString(), facts[1]);
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    QCOMPARE(run.count(QStringLiteral("finalized")), sessions.size());
    for (const QJsonObject& line : run.lines) {
        QFile container(line.value(QStringLiteral("file")).toString());
        QVERIFY(container.open(QIODevice::ReadOnly));
        const AsicReport report = verifyContainer(container.readAll(), caPem);
        QVERIFY2(report.isValid(), report.text().constData());
    }
}

void TestCliSandbox::demoInWords() {
    m_bench.beginJournal();
    const QString folder = m_bench.path(QStringLiteral("demo"));
    const CliRun run = m_bench.run({QStringLiteral("demo"), QStringLiteral("--out"), folder});
    QVERIFY2(run.exitCode == 0, run.messages.constData());
    const auto saved = QDir(folder).entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(saved.size(), 20);
    for (const QString& file : saved)
        QVERIFY2(run.output.contains(file.toUtf8()), qPrintable(file));
    QCOMPARE(run.output.count("finalized  "), 20);
    QVERIFY(run.output.trimmed().endsWith(folder.toUtf8()));
    // It is no work of a person's, and its sessions are gone with it.
    QVERIFY(!QFileInfo::exists(QFileInfo(m_bench.journalFile()).path()));
}

QTEST_GUILESS_MAIN(TestCliSandbox)
#include "tst_CliSandbox.moc"
