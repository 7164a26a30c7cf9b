#include <QDir>
#include <QFile>
#include <QTest>

#include "CliBench.h"
#include "support/SoftHsm.h"

using namespace signet;
using namespace signet::test;
using sandbox::CardPersonalisation;

/**
 * Cards through PKCS#11 modules as the command line meets them: SoftHSM as it is, and behind a module that
 * crashes, hangs and prints on command. There is no smart card service here.
 */
class TestCliModules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void signsTen_data();
    void signsTen();
    void loginForEachSignature();
    void pinPad();
    void wrongPin();
    void lastTryNeedsTheWord();
    void crashAtLogin();
    void crashAmidTheRun();
    void hangInSign();
    void crashWhileLooking();
    void noToken();
    void readers();
    void certificatesAndDoctor();
    void settings();
    void wrongFiles();

private:
    QStringList module(const QString& path) const { return {QStringLiteral("--pkcs11-module"), path}; }
    QStringList unruly() const { return module(SoftHsm::unrulyModule()); }
    QStringList reader(const char* label) const {
        return {QStringLiteral("--reader"), m_names.value(QString::fromLatin1(label))};
    }
    CliRun sign(const QStringList& more) const {
        return m_bench.run(m_bench.signArguments(m_sessions, more));
    }
    static QString allEnded(const CliRun& run, const QString& state, const QString& code);
    /** The next run is none the worse for what happened before. */
    QString signsNow();
    QList<QJsonObject> jsonLines(const QStringList& arguments) const {
        return m_bench.run(QStringList(arguments) << QStringLiteral("--json")).lines;
    }

    SoftHsm m_token;
    CliBench m_bench;
    QStringList m_sessions;
    QMap<QString, QString> m_names;  ///< of readers, by their cards' labels
};

void TestCliModules::initTestCase() {
    QVERIFY2(m_token.problem().isEmpty(), qPrintable(m_token.problem()));
    QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    std::optional<sandbox::CardIdentity> rsa;
    std::optional<sandbox::CardIdentity> ec;
    m_bench.service().run([&](sandbox::Sandbox& sandbox) {
        const QString code = QStringLiteral("020290-11111");
        rsa = *sandbox.pki().issueCard(CardPersonalisation::Cosmo8Rsa, QStringLiteral("ANNA"),
                                       QStringLiteral("PARAUGA"), code);
        ec = *sandbox.pki().issueCard(CardPersonalisation::CosmoXEc, QStringLiteral("OTTO"),
                                      QStringLiteral("PARAUGS"), code);
    });
    problem = m_token.addToken(QStringLiteral("RSA"), *rsa);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = m_token.addToken(QStringLiteral("EC"), *ec);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    for (const QString& path : {m_token.module(), SoftHsm::unrulyModule()}) {
        const QString prefix = path == m_token.module() ? QString() : QStringLiteral("unruly ");
        for (const QJsonObject& line : jsonLines(QStringList{QStringLiteral("readers")} + module(path))) {
            const bool isRsa = line.value(QStringLiteral("holder")).toString().startsWith(u"ANNA");
            m_names.insert(QString(prefix % (isRsa ? QStringLiteral("RSA") : QStringLiteral("EC"))),
                           line.value(QStringLiteral("reader")).toString());
        }
    }
    QCOMPARE(m_names.size(), 4);
}

void TestCliModules::init() {
    m_token.order({});
    m_sessions = m_bench.addSessions(3);
}

QString TestCliModules::allEnded(const CliRun& run, const QString& state, const QString& code) {
    const QString problem = contractProblem(run);
    if (!problem.isEmpty())
        return problem;
    for (const QJsonObject& line : run.lines) {
        const QString found = line.value(QStringLiteral("code")).toString();
        if (line.value(QStringLiteral("state")).toString() != state || found != code)
            return QString::fromUtf8(run.everything());
    }
    return {};
}

QString TestCliModules::signsNow() {
    m_token.order({});
    m_sessions = m_bench.addSessions(2);
    const CliRun run = sign(unruly() + reader("unruly EC"));
    return run.count(QStringLiteral("finalized")) == 2 ? QString() : QString::fromUtf8(run.everything());
}

void TestCliModules::signsTen_data() {
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("RSA-2048") << QByteArray("RSA");
    QTest::newRow("P-384") << QByteArray("EC");
}

/** The sandbox checks each signature against the certificate before it finalizes the session. */
void TestCliModules::signsTen() {
    QFETCH(const QByteArray, token);
    m_sessions = m_bench.addSessions(10);
    const CliRun run = sign(module(m_token.module()) + reader(token.constData()));
    QCOMPARE(contractProblem(run), QString());
    QVERIFY2(run.exitCode == 0, run.everything().constData());
    QCOMPARE(run.count(QStringLiteral("finalized")), 10);
    QVERIFY(!run.everything().contains("123456"));
}

void TestCliModules::loginForEachSignature() {
    m_token.order("each\n");
    const CliRun run = sign(unruly() + reader("unruly RSA"));
    QVERIFY2(run.count(QStringLiteral("finalized")) == 3, run.everything().constData());
    QCOMPARE(m_token.calls().count("C_Login"), 1);
    QCOMPARE(m_token.calls().count("C_Login CKU_CONTEXT_SPECIFIC"), 3);
    QCOMPARE(m_token.calls().count("C_Sign"), 3);
}

void TestCliModules::pinPad() {
    m_token.order("pad\n");
    const QStringList arguments = m_bench.signArgumentsWithoutPin(m_sessions) + unruly() +
                                  reader("unruly EC") + QStringList{QStringLiteral("--pin-pad")};
    const CliRun run = m_bench.run(arguments);
    QVERIFY2(run.count(QStringLiteral("finalized")) == 3, run.everything().constData());
    QVERIFY(run.messages.contains("Enter PIN2 on the reader: signature 1 of 3.\n"));
    QCOMPARE(m_token.calls().count("C_Login"), 1);
    // and without one
    m_token.order({});
    m_sessions = m_bench.addSessions(1);
    const CliRun none = m_bench.run(m_bench.signArgumentsWithoutPin(m_sessions) + unruly() +
                                    reader("unruly EC") + QStringList{QStringLiteral("--pin-pad")});
    QCOMPARE(allEnded(none, QStringLiteral("failed"), QStringLiteral("pin-pad-missing")), QString());
    QCOMPARE(m_token.calls().count("C_Login"), 0);
}

void TestCliModules::wrongPin() {
    const CliRun run = sign(unruly() + reader("unruly RSA") + m_bench.pinOptions("654321\n"));
    QCOMPARE(allEnded(run, QStringLiteral("failed"), QStringLiteral("pin-wrong")), QString());
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(m_token.calls(), QList<QByteArray>{"C_Login"});  // once, and never again
    QCOMPARE(signsNow(), QString());
}

void TestCliModules::lastTryNeedsTheWord() {
    m_token.order("last\n");
    const CliRun run = sign(unruly() + reader("unruly RSA"));
    QCOMPARE(allEnded(run, QStringLiteral("failed"), QStringLiteral("pin-last-try")), QString());
    QVERIFY(m_token.calls().isEmpty());
    const CliRun again =
        sign(unruly() + reader("unruly RSA") + QStringList{QStringLiteral("--allow-last-pin-try")});
    QVERIFY2(again.count(QStringLiteral("finalized")) == 3, again.everything().constData());
}

void TestCliModules::crashAtLogin() {
    m_token.order("crash C_Login\n");
    const CliRun run = sign(unruly() + reader("unruly EC"));
    QCOMPARE(allEnded(run, QStringLiteral("failed"), QStringLiteral("module-crashed")), QString());
    QCOMPARE(run.lines.first().value(QStringLiteral("message")).toString(),
             QStringLiteral("The PKCS#11 module libsignet-unruly-module has crashed."));
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(m_token.calls(), QList<QByteArray>{"C_Login"});
    QCOMPARE(signsNow(), QString());
}

/** What was signed by then is finalized; the PIN is not presented to the process that comes after it. */
void TestCliModules::crashAmidTheRun() {
    m_token.order("slow C_Sign\n");
    const auto process =
        m_bench.begin(m_bench.signArguments(m_bench.addSessions(40), unruly() + reader("unruly EC")));
    QVERIFY(QTest::qWaitFor([this] { return m_token.calls().count("C_Sign") >= 3; }, 60'000));
    QFile orders(qEnvironmentVariable("SIGNET_TEST_MODULE_ORDERS"));
    QVERIFY(orders.open(QIODevice::WriteOnly));
    orders.write("crash C_Sign\n");
    orders.close();
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(contractProblem(run), QString());
    const int made = static_cast<int>(m_token.calls().count("C_Sign")) - 1;
    QCOMPARE(m_token.calls().count("C_Login"), 1);
    QCOMPARE(run.count(QStringLiteral("finalized")), made);
    QCOMPARE(run.count(QStringLiteral("failed")), 40 - made);
    for (const QJsonObject& line : run.inState(QStringLiteral("failed")))
        QCOMPARE(line.value(QStringLiteral("code")).toString(), QStringLiteral("module-crashed"));
    QCOMPARE(signsNow(), QString());
}

void TestCliModules::hangInSign() {
    m_token.order("hang C_Sign\n");
    const CliRun run = sign(unruly() + reader("unruly EC"));
    QCOMPARE(allEnded(run, QStringLiteral("failed"), QStringLiteral("card-silent")), QString());
    QCOMPARE(m_token.calls(), (QList<QByteArray>{"C_Login", "C_Sign"}));
    QCOMPARE(signsNow(), QString());
}

void TestCliModules::crashWhileLooking() {
    m_token.order("crash C_GetSlotList\n");
    const QList<QJsonObject> lines = jsonLines(QStringList{QStringLiteral("readers")} + unruly());
    QVERIFY(lines.isEmpty());  // there is no smart card service either, and that is what is said
    const CliRun both = m_bench.run(QStringList{QStringLiteral("readers"), QStringLiteral("--json")} +
                                    module(m_token.module()) + unruly());
    QCOMPARE(both.lines.size(), 3);
    const QJsonObject broken = both.lines.last();
    QCOMPARE(broken.value(QStringLiteral("reader")).toString(), QStringLiteral("libsignet-unruly-module"));
    QCOMPARE(broken.value(QStringLiteral("reason")).toString(), QStringLiteral("module-crashed"));
}

void TestCliModules::noToken() {
    m_token.order("none\n");
    const CliRun run = sign(unruly());
    QCOMPARE(run.exitCode, 3);
    QVERIFY(m_token.calls().isEmpty());
}

void TestCliModules::readers() {
    const QStringList arguments = QStringList{QStringLiteral("readers")} + module(m_token.module());
    const QList<QJsonObject> lines = jsonLines(arguments);
    QCOMPARE(lines.size(), 2);
    for (const QJsonObject& line : lines) {
        QVERIFY(line.value(QStringLiteral("reader")).toString().endsWith(u" (libsofthsm2)"));
        QCOMPARE(line.value(QStringLiteral("usable")).toBool(), true);
        QCOMPARE(line.value(QStringLiteral("pinPad")).toBool(true), false);
        QVERIFY(line.value(QStringLiteral("pin2TriesLeft")).isNull());
        QVERIFY(line.value(QStringLiteral("sameCardAs")).isNull());
    }
    const CliRun text = m_bench.run(arguments);
    QVERIFY2(text.output.contains("OTTO PARAUGS, EC"), text.everything().constData());
    QVERIFY(text.output.contains("Ready to sign."));
}

void TestCliModules::certificatesAndDoctor() {
    const auto lines = jsonLines(QStringList{QStringLiteral("certificates")} + module(m_token.module()));
    QCOMPARE(lines.size(), 4);
    const CliRun doctor = m_bench.run(QStringList{QStringLiteral("doctor"), QStringLiteral("--json")} +
                                      module(m_token.module()));
    QVERIFY2(doctor.output.contains("ANNA PARAUGA"), doctor.everything().constData());
}

/** The window's settings hold for the command line, too. */
void TestCliModules::settings() {
    QDir().mkpath(m_bench.path(QStringLiteral("config/signet")));
    const QString file = m_bench.write(
        QStringLiteral("config/signet/cards.ini"),
        QByteArray("[General]\npkcs11Modules=relative.so, ") + m_token.module().toUtf8() + '\n');
    QVERIFY(!file.isEmpty());
    QCOMPARE(jsonLines({QStringLiteral("readers")}).size(), 2);
    QVERIFY(QFile::remove(file));
    QCOMPARE(jsonLines({QStringLiteral("readers")}).size(), 0);
}

void TestCliModules::wrongFiles() {
    const CliRun relative = m_bench.run(
        {QStringLiteral("readers"), QStringLiteral("--pkcs11-module"), QStringLiteral("libsofthsm2.so")});
    QCOMPARE(relative.exitCode, 2);
    QVERIFY(relative.messages.contains("is not an absolute path"));
    const CliRun missing =
        m_bench.run(QStringList{QStringLiteral("readers")} + module(QStringLiteral("/nowhere/module.so")));
    QCOMPARE(missing.exitCode, 2);
    QVERIFY(missing.messages.contains("“/nowhere/module.so” is not there"));
    const QString text = m_bench.write(QStringLiteral("text.so"), "this is none");
    const QStringList both = QStringList{QStringLiteral("readers"), QStringLiteral("--json")} +
                             module(m_token.module()) + module(text);
    const CliRun wrong = m_bench.run(both);
    QCOMPARE(wrong.lines.size(), 3);
    QCOMPARE(wrong.lines.last().value(QStringLiteral("reason")).toString(),
             QStringLiteral("module-unusable"));
}

QTEST_GUILESS_MAIN(TestCliModules)
#include "tst_CliModules.moc"
