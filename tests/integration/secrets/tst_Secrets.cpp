#include <unistd.h>

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "cli/CliBench.h"
#include "support/SecretWatch.h"
#include "support/SoftHsm.h"
#include "support/Terminal.h"

using namespace signet;
using namespace signet::test;
using sandbox::FaultKind;
using sandbox::Operation;

namespace {

const QByteArray Pin = "739402851164";
const QByteArray Password = "Zīmoga-parole-58203917";

}  // namespace

/** No secret anywhere but where it has to be: runs of the real command line, with every debug message on. */
class TestSecrets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void searchFindsEveryForm_data();
    void searchFindsEveryForm();
    void searchFindsMemory();
    void signing_data();
    void signing();
    void throughModule();
    void wrongPin();
    void sealing_data();
    void sealing();
    void wrongPassword();
    void typedPin();
    void typedPassword();

private:
    /** Lives where the program would leave something behind. */
    QString home(const QString& name) const { return m_bench.path(QStringLiteral("home/") + name); }
    QStringList newSessions(int count);
    /** The service's address, and a fresh token in a file. */
    QStringList tokenOptions();
    QStringList sealArguments(bool fromStandardInput, bool tokenFromFile, sandbox::PfxStyle style);
    QStringList inputFiles() const {
        return {m_bench.path(QStringLiteral("secret")), m_bench.path(QStringLiteral("pin")),
                m_bench.path(QStringLiteral("token")), m_bench.path(QStringLiteral("password"))};
    }
    QStringList withoutPasswordFile(QStringList arguments) const;
    /** Types when it is asked, looks until it is reached and afterwards, and judges what was seen. */
    void typeAndWatch(const QStringList& arguments, const QList<SecretForms>& secret, const QByteArray& typed,
                      const std::function<bool()>& isReached);
    /** Tokens of the service in a text: they look like the sessions' names, and the service knows its own. */
    int tokensIn(const QByteArray& text);
    /** What is left of any secret in what the run said, in its arguments, and in files. */
    QStringList leftovers(const CliRun& run, const SecretWatch& watch);

    CliBench m_bench;
    QList<SecretForms> m_pin{SecretForms::of(QStringLiteral("PIN2"), Pin)};
    QList<SecretForms> m_password{SecretForms::of(QStringLiteral("password"), Password)};
    QList<SecretForms> m_all = m_pin + m_password;
};

void TestSecrets::initTestCase() {
    if (::geteuid() != 0)
        QSKIP("Only root may look into another process.");
    QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    problem = m_bench.startCards();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    const base::SecretBytes secret = m_bench.service().clientSecret();
    m_all.append(SecretForms::of(QStringLiteral("client secret"), secret.view().toByteArray()));
    for (const char* folder : {"tmp", "config", "data", "cache", "runtime"})
        QVERIFY(QDir().mkpath(home(QString::fromLatin1(folder))));
    qputenv("HOME", m_bench.path(QStringLiteral("home")).toLocal8Bit());
    qputenv("TMPDIR", home(QStringLiteral("tmp")).toLocal8Bit());
    qputenv("XDG_DATA_HOME", home(QStringLiteral("data")).toLocal8Bit());
    qputenv("XDG_CACHE_HOME", home(QStringLiteral("cache")).toLocal8Bit());
    qputenv("XDG_RUNTIME_DIR", home(QStringLiteral("runtime")).toLocal8Bit());
    // Qt's own messages, too: its network speaks of headers.
    qputenv("QT_LOGGING_RULES", "*=true");
}

void TestSecrets::cleanup() {
    m_bench.service().faults().clear();
    m_bench.removeCards();
}

QStringList TestSecrets::newSessions(int count) {
    QStringList sessions;
    m_bench.service().run([&](sandbox::Sandbox& service) {
        for (int i = 0; i < count; ++i)
            sessions.append(service.addSession({{QString(), QStringLiteral("a.txt"), "a"}}));
    });
    return sessions;
}

QStringList TestSecrets::tokenOptions() {
    QByteArray token;
    m_bench.service().run(
        [&](sandbox::Sandbox& service) { token = service.issueToken().view().toByteArray(); });
    m_all.append(SecretForms::of(QStringLiteral("token"), token));
    const sandbox::SandboxInfo& info = m_bench.service().info();
    return {QStringLiteral("--api"),        info.api.toString(),
            QStringLiteral("--ca"),         info.caFile,
            QStringLiteral("--token-file"), m_bench.write(QStringLiteral("token"), token)};
}

void TestSecrets::searchFindsEveryForm_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << Pin;
    QTest::newRow("hexadecimal") << Pin.toHex();
    QTest::newRow("base64") << Pin.toBase64();
    QTest::newRow("base64 behind one") << QByteArray("x" + Pin).toBase64();
    QTest::newRow("base64 behind two and before others") << QByteArray("id" + Pin + "more").toBase64();
    const QString text = QString::fromLatin1(Pin);
    QTest::newRow("UTF-16") << QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
}

void TestSecrets::searchFindsEveryForm() {
    QFETCH(QByteArray, text);
    const QString folder = m_bench.path(QStringLiteral("forms"));
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(!m_bench.write(QStringLiteral("forms/found"), "before " + text + " behind").isEmpty());
    QCOMPARE(filesWith(m_all, folder).size(), 1);
    QVERIFY(!m_bench.write(QStringLiteral("forms/found"), "before " + text.first(text.size() / 2)).isEmpty());
    QCOMPARE(filesWith(m_all, folder).size(), 0);
}

void TestSecrets::searchFindsMemory() {
    const QByteArray inReverse = "elbatbuodnu-si-siht";
    QProcess process;
    process.start(QStringLiteral("perl"),
                  {QStringLiteral("-e"), QStringLiteral("$| = 1; our $x = reverse('%1'); print 1; sleep 60")
                                             .arg(QString::fromLatin1(inReverse))});
    QVERIFY(process.waitForReadyRead());
    QByteArray secret = inReverse;
    std::reverse(secret.begin(), secret.end());
    const auto hits = LiveProcess(process.processId()).find({SecretForms::of(QStringLiteral("x"), secret)});
    QVERIFY(!hits.isEmpty());
    QVERIFY(!hits.first().isLocked);
    process.kill();
    process.waitForFinished();
}

int TestSecrets::tokensIn(const QByteArray& text) {
    static const QRegularExpression word(QStringLiteral("[A-Za-z0-9_-]{16,}"));
    QSet<QByteArray> words;
    auto matches = word.globalMatch(QString::fromLatin1(text));
    while (matches.hasNext())
        words.insert(matches.next().captured().toLatin1());
    int tokens = 0;
    m_bench.service().run([&](sandbox::Sandbox& service) {
        for (const QByteArray& one : words)
            tokens += service.isToken(one) ? 1 : 0;
    });
    return tokens;
}

QStringList TestSecrets::leftovers(const CliRun& run, const SecretWatch& watch) {
    QStringList found = filesWith(m_all, m_bench.path(QString()), inputFiles());
    for (const SecretForms& secret : m_all) {
        if (secret.isIn(run.output))
            found.append(secret.name + QStringLiteral(" in the results"));
        if (secret.isIn(run.messages))
            found.append(secret.name + QStringLiteral(" in the log"));
        if (secret.isIn(watch.openly))
            found.append(secret.name + QStringLiteral(" in arguments or environment"));
    }
    for (const QByteArray& text : {run.output, run.messages, watch.openly}) {
        if (tokensIn(text) > 0)
            found.append(QStringLiteral("a token in the results, the log or the arguments"));
    }
    return found;
}

void TestSecrets::signing_data() {
    QTest::addColumn<bool>("fromStandardInput");
    QTest::addColumn<bool>("tokenFromFile");
    QTest::newRow("PIN from a file, token from the service") << false << false;
    QTest::newRow("PIN from standard input, token from a file") << true << true;
}

void TestSecrets::signing() {
    QFETCH(bool, fromStandardInput);
    QFETCH(bool, tokenFromFile);
    sandbox::VirtualCardOptions options;
    options.timePerSignature = std::chrono::milliseconds(250);
    sandbox::CardPins pins = sandbox::CardPins::demo();
    pins.pin2 = base::SecretBytes(QByteArrayView(Pin));
    const auto card = m_bench.insert(sandbox::CardPersonalisation::CosmoXEc, options, 0, std::move(pins));
    QVERIFY(card);
    m_bench.service().faults().add(
        {.kind = FaultKind::Delay, .operation = Operation::FinalizeSigning, .amount = 4'000});
    const auto requestsBefore = m_bench.service().counters().values().finalizeRequests.size();
    const QString out = home(QStringLiteral("out"));
    QStringList arguments{QStringLiteral("sign"), QStringLiteral("--json"), QStringLiteral("--out"), out};
    arguments += CliBench::sessionOptions(newSessions(6));
    arguments += tokenFromFile ? tokenOptions() : m_bench.serviceOptions();
    arguments += fromStandardInput ? QStringList{QStringLiteral("--pin-file"), QStringLiteral("-")}
                                   : m_bench.pinOptions(Pin + '\n');
    const auto process = m_bench.begin(arguments);
    if (fromStandardInput) {
        process->write(Pin + '\n');
        process->closeWriteChannel();
    }
    const LiveProcess live(process->processId());
    SecretWatch whileSigning;
    const auto isFinalizing = [&] {
        return m_bench.service().counters().values().finalizeRequests.size() > requestsBefore;
    };
    const bool isReached = whileSigning.lookUntil(isFinalizing, *process, m_pin);
    QVERIFY2(isReached, process->readAllStandardError());
    // The answers take their time: the PIN has done its work, and is gone.
    QTest::qWait(500);
    SecretWatch afterwards;
    afterwards.look(live, m_pin);
    const CliRun run = CliBench::finish(*process);
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.messages.contains("signet."));
    QVERIFY(whileSigning.looks > 3);
    QVERIFY2(whileSigning.inLockedMemory, "The PIN was never seen; the test looks in the wrong place.");
    QCOMPARE(whileSigning.elsewhere.join(u'\n'), QString());
    QCOMPARE(afterwards.elsewhere.join(u'\n'), QString());
    QVERIFY(!afterwards.inLockedMemory);
    QCOMPARE(whileSigning.coreLimit, QStringLiteral("0 0"));
    QCOMPARE(leftovers(run, whileSigning).join(u'\n'), QString());
}

/** The PIN's way to signet-cardhost leads through a pipe of Qt's. */
void TestSecrets::throughModule() {
    SoftHsm token;
    QVERIFY2(token.problem().isEmpty(), qPrintable(token.problem()));
    QString problem;
    m_bench.service().run([&](sandbox::Sandbox& sandbox) {
        const auto identity =
            sandbox.pki().issueCard(sandbox::CardPersonalisation::CosmoXEc, QStringLiteral("ANNA"),
                                    QStringLiteral("PARAUGA"), QStringLiteral("020290-11111"));
        problem = token.addToken(QStringLiteral("ANNA"), *identity, QString::fromLatin1(Pin));
    });
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    token.order("slow C_Sign\n");
    m_bench.service().faults().add(
        {.kind = FaultKind::Delay, .operation = Operation::FinalizeSigning, .amount = 4'000});
    const auto requestsBefore = m_bench.service().counters().values().finalizeRequests.size();
    QStringList arguments{QStringLiteral("sign"), QStringLiteral("--json"), QStringLiteral("--pkcs11-module"),
                          SoftHsm::unrulyModule()};
    arguments += CliBench::sessionOptions(newSessions(6)) + m_bench.serviceOptions();
    const auto process = m_bench.begin(arguments + m_bench.pinOptions(Pin + '\n'));
    SecretWatch whileSigning;
    const bool isReached = whileSigning.lookUntil(
        [&] { return m_bench.service().counters().values().finalizeRequests.size() > requestsBefore; },
        *process, m_pin);
    QVERIFY2(isReached, process->readAllStandardError());
    const CliRun run = CliBench::finish(*process);
    QVERIFY2(run.exitCode == 0, run.everything());
    QVERIFY2(whileSigning.inLockedMemory, "The PIN was never seen; the test looks in the wrong place.");
    QCOMPARE(whileSigning.elsewhere.join(u'\n'), QString());
    QCOMPARE(leftovers(run, whileSigning).join(u'\n'), QString());
}

void TestSecrets::wrongPin() {
    const auto card = m_bench.insert(sandbox::CardPersonalisation::CosmoXEc);
    QVERIFY(card);
    const CliRun run = m_bench.run(m_bench.signArguments(newSessions(2), m_bench.pinOptions(Pin + '\n')));
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(leftovers(run, {}).join(u'\n'), QString());
}

QStringList TestSecrets::sealArguments(bool fromStandardInput, bool tokenFromFile, sandbox::PfxStyle style) {
    QStringList arguments{QStringLiteral("seal"), QStringLiteral("--json"), QStringLiteral("--out"),
                          home(QStringLiteral("out"))};
    arguments += CliBench::sessionOptions(newSessions(3));
    arguments += tokenFromFile ? tokenOptions() : m_bench.serviceOptions();
    QStringList seal = m_bench.sealOptions(Password + '\n', Password, style);
    if (fromStandardInput)
        seal[seal.indexOf(QStringLiteral("--pfx-password-file")) + 1] = QStringLiteral("-");
    return arguments + seal;
}

void TestSecrets::sealing_data() {
    QTest::addColumn<bool>("fromStandardInput");
    QTest::addColumn<bool>("tokenFromFile");
    QTest::addColumn<sandbox::PfxStyle>("style");
    using sandbox::PfxStyle;
    QTest::newRow("modern PFX, password from a file") << false << false << PfxStyle::Modern;
    QTest::newRow("modern PFX, password from standard input") << true << true << PfxStyle::Modern;
    QTest::newRow("old PFX, password from a file") << false << true << PfxStyle::Old;
    QTest::newRow("old PFX, password from standard input") << true << false << PfxStyle::Old;
}

void TestSecrets::sealing() {
    QFETCH(bool, fromStandardInput);
    QFETCH(bool, tokenFromFile);
    QFETCH(sandbox::PfxStyle, style);
    // Needed until the service's key is there, and not while the seals are waited for.
    sandbox::SandboxThread& service = m_bench.service();
    service.faults().add({.kind = FaultKind::Delay, .operation = Operation::PublicKey, .amount = 2'500});
    service.faults().add({.kind = FaultKind::Delay, .operation = Operation::ESealCreate, .amount = 4'000});
    const auto requestsBefore = service.counters().values().sealRequests.size();
    const auto process = m_bench.begin(sealArguments(fromStandardInput, tokenFromFile, style));
    if (fromStandardInput) {
        process->write(Password + '\n');
        process->closeWriteChannel();
    }
    SecretWatch beforehand;
    const auto isSealing = [&] { return service.counters().values().sealRequests.size() > requestsBefore; };
    const bool isReached = beforehand.lookUntil(isSealing, *process, m_password);
    QVERIFY2(isReached, process->readAllStandardError());
    QTest::qWait(500);
    SecretWatch afterwards;
    afterwards.look(LiveProcess(process->processId()), m_password);
    QCOMPARE(process->state(), QProcess::Running);
    const CliRun run = CliBench::finish(*process);
    QVERIFY2(run.exitCode == 0, run.messages);
    QVERIFY(run.messages.contains("signet."));
    QVERIFY(beforehand.looks > 3);
    QVERIFY2(beforehand.inLockedMemory, "The password was never seen; the test looks in the wrong place.");
    QCOMPARE(beforehand.elsewhere.join(u'\n'), QString());
    QCOMPARE(afterwards.elsewhere.join(u'\n'), QString());
    QVERIFY(!afterwards.inLockedMemory);
    QCOMPARE(beforehand.coreLimit, QStringLiteral("0 0"));
    QCOMPARE(leftovers(run, beforehand).join(u'\n'), QString());
}

void TestSecrets::wrongPassword() {
    const QStringList arguments = sealArguments(false, false, sandbox::PfxStyle::Modern);
    const QStringList seal = m_bench.sealOptions(Password + '\n', "something else");
    const CliRun run = m_bench.run(arguments.first(arguments.indexOf(QStringLiteral("--pfx"))) + seal);
    QVERIFY(run.exitCode != 0);
    QVERIFY2(run.output.contains("pfx-password-wrong"), run.output);
    QCOMPARE(leftovers(run, {}).join(u'\n'), QString());
}

QStringList TestSecrets::withoutPasswordFile(QStringList arguments) const {
    const qsizetype at = arguments.indexOf(QStringLiteral("--pfx-password-file"));
    arguments.remove(at, 2);
    return arguments;
}

void TestSecrets::typeAndWatch(const QStringList& arguments, const QList<SecretForms>& secret,
                               const QByteArray& typed, const std::function<bool()>& isReached) {
    Terminal terminal;
    const auto process = m_bench.beginWith(arguments, terminal.path());
    QVERIFY(QTest::qWaitFor([&] { return !terminal.showsWhatIsTyped(); }, 30'000));
    const LiveProcess live(process->processId());
    SecretWatch watch;
    // A line that is not finished is not the program's yet.
    QVERIFY(terminal.type(typed));
    watch.look(live, secret);
    QVERIFY(!watch.inLockedMemory);
    QVERIFY(terminal.type("\n"));
    QVERIFY2(watch.lookUntil(isReached, *process, secret), terminal.shown());
    QTest::qWait(500);
    SecretWatch afterwards;
    afterwards.look(live, secret);
    QCOMPARE(process->state(), QProcess::Running);
    CliRun run = CliBench::finish(*process);
    run.messages = terminal.shown();
    QVERIFY2(run.exitCode == 0, run.messages);
    QVERIFY(run.messages.contains("signet."));
    QVERIFY2(watch.inLockedMemory, "It was never seen; the test looks in the wrong place.");
    QCOMPARE(watch.elsewhere.join(u'\n'), QString());
    QCOMPARE(afterwards.elsewhere.join(u'\n'), QString());
    QVERIFY(!afterwards.inLockedMemory);
    QCOMPARE(leftovers(run, watch).join(u'\n'), QString());
}

void TestSecrets::typedPin() {
    sandbox::VirtualCardOptions options;
    options.timePerSignature = std::chrono::milliseconds(250);
    sandbox::CardPins pins = sandbox::CardPins::demo();
    pins.pin2 = base::SecretBytes(QByteArrayView(Pin));
    QVERIFY(m_bench.insert(sandbox::CardPersonalisation::CosmoXEc, options, 0, std::move(pins)));
    sandbox::SandboxThread& service = m_bench.service();
    service.faults().add(
        {.kind = FaultKind::Delay, .operation = Operation::FinalizeSigning, .amount = 4'000});
    const auto before = service.counters().values().finalizeRequests.size();
    typeAndWatch(m_bench.signArgumentsWithoutPin(newSessions(6)), m_pin, Pin,
                 [&] { return service.counters().values().finalizeRequests.size() > before; });
}

void TestSecrets::typedPassword() {
    sandbox::SandboxThread& service = m_bench.service();
    service.faults().add({.kind = FaultKind::Delay, .operation = Operation::PublicKey, .amount = 2'500});
    service.faults().add({.kind = FaultKind::Delay, .operation = Operation::ESealCreate, .amount = 4'000});
    const auto before = service.counters().values().sealRequests.size();
    const QStringList arguments = withoutPasswordFile(sealArguments(false, false, sandbox::PfxStyle::Modern));
    typeAndWatch(arguments, m_password, Password,
                 [&] { return service.counters().values().sealRequests.size() > before; });
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_Secrets.moc"
