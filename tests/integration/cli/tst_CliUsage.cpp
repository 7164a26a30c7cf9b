#include <QDir>
#include <QTest>

#include "CliBench.h"
#include "signing/ProfileStore.h"

using namespace signet;
using namespace signet::test;

/** What the program says without any service or card. */
class TestCliUsage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void wrong_data();
    void wrong();
    void profileThatAsksForEach();
    void helpAndVersion();
    void badIdentifiersAreResults();
    void unreadableFilesAreResults();
    void listsAreReadWithPatience();
    void lostResultsAreNoSuccess_data();
    void lostResultsAreNoSuccess();
    void closedInput();
    void rubbishIsShownShort();
    void unwritableFolderSaysWhy();

private:
    QStringList tokenOptions() const {
        return {QStringLiteral("--api"), QStringLiteral("https://127.0.0.1:9"),
                QStringLiteral("--token-file"), m_bench.path(QStringLiteral("token"))};
    }
    CliBench m_bench;
};

void TestCliUsage::initTestCase() {
    QVERIFY(!m_bench.write(QStringLiteral("token"), "abc\n").isEmpty());
    QVERIFY(!m_bench.write(QStringLiteral("pin"), "123456\n").isEmpty());
    QVERIFY(!m_bench.write(QStringLiteral("empty"), "\n \r\n").isEmpty());
    QVERIFY(!m_bench.write(QStringLiteral("nothing"), "\n").isEmpty());
}

void TestCliUsage::wrong_data() {
    QTest::addColumn<QStringList>("arguments");
    const auto row = [this](const char* what, const QString& line) {
        QStringList arguments;
        for (const QString& word : line.split(u' ', Qt::SkipEmptyParts)) {
            const bool isFile = word.startsWith(u'@');
            arguments.append(isFile ? m_bench.path(word.mid(1)) : word);
        }
        QTest::newRow(what) << arguments;
    };
    const QString token = QStringLiteral("sign --json --api https://127.0.0.1:9 --token-file @token ");
    const QString all = token + u"--session a --pin-file @pin ";
    row("nothing", QString());
    row("unknown command", QStringLiteral("archive"));
    row("unknown option", all + u"--verbose");
    row("no token source",
        QStringLiteral("sign --json --api https://127.0.0.1:9 --session a --pin-file @pin"));
    row("two token sources", all + u"--token-env T");
    row("http to another computer",
        QStringLiteral("sign --json --api http://signapi.example --token-file @token "
                       "--session a --pin-file @pin"));
    row("http for the token", QStringLiteral("sign --json --api https://127.0.0.1:9 --client-id c "
                                             "--client-secret-file @token --token-url http://t.example/token "
                                             "--session a --pin-file @pin"));
    row("address with a password",
        QStringLiteral("sign --json --api https://a:b@127.0.0.1:9 --token-file @token "
                       "--session a --pin-file @pin"));
    row("unknown profile", QStringLiteral("sign --json --profile nobody --session a --pin-file @pin"));
    row("no pin and no terminal", token + u"--session a");
    row("unreadable pin", token + u"--session a --pin-file @absent");
    row("empty pin", token + u"--session a --pin-file @nothing");
    row("unreadable token",
        QStringLiteral(
            "sign --json --api https://127.0.0.1:9 --token-file @absent --session a --pin-file @pin"));
    row("unset variable",
        QStringLiteral("sign --json --api https://127.0.0.1:9 --token-env SIGNET_TEST_UNSET "
                       "--session a --pin-file @pin"));
    row("unreadable list", token + u"--sessions-from @absent --pin-file @pin");
    row("empty list", token + u"--sessions-from @empty --pin-file @pin");
    row("unreadable CA file", all + u"--ca @absent");
    row("no CA file", all + u"--ca @token");
    row("no folder to save in", all + u"--out /proc/nowhere");
    row("standard input twice", token + u"--sessions-from - --pin-file -");
    row("chunk", all + u"--chunk 0");
    row("asked for each, from a file", all + u"--ask-each");
}

void TestCliUsage::wrong() {
    QFETCH(const QStringList, arguments);
    const CliRun run = m_bench.run(arguments);
    QVERIFY(!run.crashed);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.output, QByteArray());
    QVERIFY(run.messages.size() > 20);
}

/** What an administrator has set cannot be got round by a file. */
void TestCliUsage::profileThatAsksForEach() {
    signing::Profile profile = signing::ProfileStore::suggestions().first();
    profile.name = QStringLiteral("strict");
    profile.clientId = QStringLiteral("c");
    profile.askForEachSignature = true;
    signing::ProfileStore(m_bench.path(QStringLiteral("config/signet/profiles.ini"))).save(profile);
    const CliRun run =
        m_bench.run({QStringLiteral("sign"), QStringLiteral("--json"), QStringLiteral("--profile"),
                     profile.name, QStringLiteral("--session"), QStringLiteral("a"),
                     QStringLiteral("--pin-file"), m_bench.path(QStringLiteral("pin"))});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.output, QByteArray());
    QVERIFY2(run.messages.contains("before every signature"), run.messages.constData());
}

void TestCliUsage::helpAndVersion() {
    for (const QStringList& arguments :
         {QStringList{QStringLiteral("--help")}, QStringList{QStringLiteral("help"), QStringLiteral("sign")},
          QStringList{QStringLiteral("--version")}}) {
        const CliRun run = m_bench.run(arguments);
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.output.contains("signet-cli") || run.output.contains("sign "));
        QCOMPARE(run.messages, QByteArray());
    }
}

void TestCliUsage::badIdentifiersAreResults() {
    const QStringList bad{QStringLiteral("a b"), QString(65, u'x'), QStringLiteral("ā"),
                          QStringLiteral("../x"), QString()};
    QStringList arguments{QStringLiteral("sign"), QStringLiteral("--json")};
    arguments += tokenOptions() + m_bench.pinOptions();
    for (const QString& identifier : bad)
        arguments += {QString(u"--session=" % identifier), QString(u"--session=" % identifier)};
    const CliRun run = m_bench.run(arguments);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.lines.size(), bad.size());
    for (const QString& identifier : bad) {
        const QJsonObject line = run.of(identifier);
        QVERIFY2(line.value(QStringLiteral("sessionId")).isString(), qPrintable(identifier));
        QCOMPARE(line.value(QStringLiteral("state")).toString(), QStringLiteral("failed"));
        QCOMPARE(line.value(QStringLiteral("stage")).toString(), QStringLiteral("pick"));
        QCOMPARE(line.value(QStringLiteral("code")).toString(), QStringLiteral("identifier-invalid"));
    }
}

void TestCliUsage::unreadableFilesAreResults() {
    QStringList arguments{QStringLiteral("sign"), QStringLiteral("--json")};
    arguments += tokenOptions() + m_bench.pinOptions();
    arguments += {QStringLiteral("--file"), m_bench.path(QStringLiteral("absent.pdf"))};
    const CliRun run = m_bench.run(arguments);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.lines.size(), 1);
    QVERIFY(run.lines.first().value(QStringLiteral("sessionId")).isNull());
    QCOMPARE(run.lines.first().value(QStringLiteral("file")).toString(),
             m_bench.path(QStringLiteral("absent.pdf")));
    QCOMPARE(run.lines.first().value(QStringLiteral("code")).toString(), QStringLiteral("file-not-readable"));
}

void TestCliUsage::listsAreReadWithPatience() {
    QStringList arguments{QStringLiteral("sign"), QStringLiteral("--json"), QStringLiteral("--sessions-from"),
                          QStringLiteral("-")};
    arguments += tokenOptions() + m_bench.pinOptions();
    const CliRun run = m_bench.run(arguments,
                                   "\xEF\xBB\xBF"
                                   " a! \r\n\r\n\tb!\r\na!\nb! c");
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.lines.size(), 3);
    for (const char* identifier : {"a!", "b!", "b! c"})
        QVERIFY(!run.of(QString::fromLatin1(identifier)).isEmpty());
}

void TestCliUsage::lostResultsAreNoSuccess_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("redirection");
    QTest::addColumn<int>("exitCode");
    const QStringList version{QStringLiteral("--version")};
    QStringList sign{QStringLiteral("sign"), QStringLiteral("--json"), QStringLiteral("--session=a b")};
    sign += tokenOptions() + m_bench.pinOptions();
    QTest::newRow("full") << version << QStringLiteral(">/dev/full") << 1;
    QTest::newRow("closed") << version << QStringLiteral(">&-") << 1;
    QTest::newRow("all closed") << version << QStringLiteral("<&- >&- 2>&-") << 1;
    QTest::newRow("results") << sign << QStringLiteral(">/dev/full") << 1;
    QTest::newRow("results closed") << sign << QStringLiteral(">&-") << 1;
    QTest::newRow("messages full") << version << QStringLiteral("2>/dev/full") << 0;
    QTest::newRow("messages closed") << version << QStringLiteral("2>&-") << 0;
}

void TestCliUsage::lostResultsAreNoSuccess() {
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, redirection);
    QFETCH(const int, exitCode);
    const CliRun run = m_bench.runRedirected(arguments, redirection);
    QVERIFY(!run.crashed);
    QCOMPARE(run.exitCode, exitCode);
    QCOMPARE(run.output.isEmpty(), exitCode != 0);
    if (!redirection.contains(QLatin1StringView("2>")))
        QVERIFY2(run.messages.contains("standard output"), run.messages.constData());
}

/** Whatever the program opens first must not be taken for standard input. */
void TestCliUsage::closedInput() {
    QStringList arguments{QStringLiteral("sign"), QStringLiteral("--json"),     QStringLiteral("--session"),
                          QStringLiteral("a"),    QStringLiteral("--pin-file"), QStringLiteral("-")};
    const CliRun run = m_bench.runRedirected(arguments + tokenOptions(), QStringLiteral("<&-"));
    QVERIFY(!run.crashed);
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.messages.contains("standard input cannot be read: it is closed."), run.messages.constData());
}

void TestCliUsage::rubbishIsShownShort() {
    const QString rubbish = QString(5000, u'x') + QStringLiteral("\x1b[31m");
    QStringList arguments{QStringLiteral("sign"), QString(u"--session=" % rubbish)};
    arguments += tokenOptions() + m_bench.pinOptions();
    const CliRun text = m_bench.run(arguments);
    QCOMPARE(text.exitCode, 1);
    QVERIFY2(text.output.size() < 1000 && !text.output.contains('\x1b'), text.output.constData());
    const CliRun json = m_bench.run(arguments << QStringLiteral("--json"));
    QCOMPARE(contractProblem(json), QString());
    QCOMPARE(json.lines.first().value(QStringLiteral("sessionId")).toString(), rubbish.left(1024));
    const CliRun usage = m_bench.run({rubbish});
    QCOMPARE(usage.exitCode, 2);
    QVERIFY(usage.messages.size() < 500 && !usage.messages.contains('\x1b'));
}

void TestCliUsage::unwritableFolderSaysWhy() {
    QStringList arguments{QStringLiteral("sign"), QStringLiteral("--session"), QStringLiteral("a"),
                          QStringLiteral("--out"), m_bench.path(QStringLiteral("token/inside"))};
    const CliRun run = m_bench.run(arguments + tokenOptions() + m_bench.pinOptions());
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.messages.contains("Not a directory"), run.messages.constData());
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_CliUsage.moc"
