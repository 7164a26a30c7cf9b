#include <QDir>
#include <QFile>
#include <QTest>

#include "CliBench.h"
#include "sandbox/service/SampleDocuments.h"
#include "support/AsicVerifier.h"

using namespace signet;
using namespace signet::test;
using sandbox::Fault;
using sandbox::FaultKind;
using sandbox::Operation;
using sandbox::SandboxDocument;

namespace {

/** What a run over one session is to come to. */
struct Ending {
    const char* state = "finalized";
    const char* stage = "";  ///< empty: null
    const char* code = "";
    int exitCode = 0;
    int requests = 1;  ///< how often addArchive named the session
    int stamps = 1;    ///< how many archive time stamps were really added
};

Fault at(FaultKind kind, Operation operation, int status = 0, char shape = 'd') {
    Fault fault{kind, operation};
    fault.status = status;
    fault.shape = shape;
    return fault;
}

Fault once(Fault fault) {
    fault.times = 1;
    return fault;
}

}  // namespace

Q_DECLARE_METATYPE(Ending)

/** `signet-cli archive`, and what `seal` has in common with it, when something goes wrong. */
class TestCliArchive : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_bench.service().faults().clear(); }
    void session_data();
    void session();
    void refusedTogether_data();
    void refusedTogether();
    void mixed();
    void files();
    void existingFilesAreKept();
    void notSaved();
    void unusableFolder_data();
    void unusableFolder();
    void wrongCertificate_data();
    void wrongCertificate();
    void noAccess_data();
    void noAccess();

private:
    QString newSession(const QString& kind);
    CliRun archive(const QStringList& sessions, const QStringList& more = {});
    int changeRequests();
    static QString text(const QJsonObject& line, const char* member) {
        return line.value(QLatin1StringView(member)).toString();
    }

    CliBench m_bench;
    SandboxDocument m_container;
    SandboxDocument m_pdf;
    QStringList m_seal;
    QStringList m_auth;
};

void TestCliArchive::initTestCase() {
    const QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_container = m_bench.sealed({{}, u"līgums.txt"_qs, "Teksts"});
    m_pdf = m_bench.sealed({{}, u"contract.pdf"_qs, sandbox::samplePdf({u"Contract"_qs})}, u"--pdf"_qs);
    QVERIFY(m_container.name.endsWith(u".asice"));
    QVERIFY(m_pdf.bytes.contains("/ByteRange"));
    m_seal = m_bench.sealOptions();
    m_auth = m_seal.last(2);
}

QString TestCliArchive::newSession(const QString& kind) {
    if (kind == u"container")
        return m_bench.addSession({m_container});
    if (kind == u"PDF")
        return m_bench.addSession({m_pdf});
    if (kind == u"unsigned PDF")
        return m_bench.addSession({{{}, u"draft.pdf"_qs, sandbox::samplePdf({u"Draft"_qs})}});
    if (kind == u"text")
        return m_bench.addSession({{{}, u"notes.txt"_qs, "Notes"}});
    if (kind == u"empty")
        return m_bench.addSession({});
    return QString(64, u'f');  // unknown
}

CliRun TestCliArchive::archive(const QStringList& sessions, const QStringList& more) {
    const QStringList command{u"archive"_qs, u"--json"_qs, u"--confirm-seconds"_qs, u"3"_qs};
    return m_bench.run(command + m_bench.serviceOptions() + m_auth + CliBench::sessionOptions(sessions) +
                       more);
}

int TestCliArchive::changeRequests() {
    const auto counts = m_bench.service().counters().values().requests;
    return counts.value(Operation::AddArchive) + counts.value(Operation::ESealCreate);
}

void TestCliArchive::session_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QList<Fault>>("faults");
    QTest::addColumn<Ending>("ending");
    const auto row = [](const char* name, const QString& kind, const QList<Fault>& faults,
                        const Ending& ending) { QTest::newRow(name) << kind << faults << ending; };
    const Operation call = Operation::AddArchive;
    const Fault blind = at(FaultKind::Refused, Operation::List, 500);
    const Ending done;
    Fault own = at(FaultKind::SessionError, call);
    own.code = u"signing:own"_qs;
    own.message = u"Nē"_qs;

    row("container", u"container"_qs, {}, done);
    row("PDF", u"PDF"_qs, {}, done);
    row("unsigned PDF", u"unsigned PDF"_qs, {}, {"failed", "prepare", "nothing-to-archive", 1, 0, 0});
    row("no document to sign", u"text"_qs, {}, {"failed", "prepare", "nothing-to-archive", 1, 0, 0});
    row("empty session", u"empty"_qs, {}, {"failed", "prepare", "nothing-to-archive", 1, 0, 0});
    row("unknown or closed", u"unknown"_qs, {}, {"failed", "finalize", "session:notFound", 1, 1, 0});
    row("the service's own words", u"container"_qs, {own}, {"failed", "finalize", "signing:own", 1, 1, 0});
    row("refused without a session's name", u"container"_qs, {at(FaultKind::Refused, call, 400, 'c')},
        {"failed", "finalize", "signing:addArchive", 1, 0, 0});
    row("refused with a page in HTML", u"container"_qs, {at(FaultKind::Refused, call, 400, 'h')},
        {"failed", "finalize", "proxy-answer", 1, 0, 0});
    row("left out of the answer", u"container"_qs, {at(FaultKind::SessionLeftOut, call)}, done);
    row("OK and nothing else", u"container"_qs, {at(FaultKind::OkText, call)}, done);
    row("hung up after the work", u"container"_qs, {at(FaultKind::HangUpAfterWork, call)}, done);
    row("error after the work", u"PDF"_qs, {at(FaultKind::ServerErrorAfterWork, call)}, done);
    row("answer cut off", u"container"_qs, {at(FaultKind::CutAnswer, call)}, done);
    row("hung up before the work", u"container"_qs, {at(FaultKind::HangUpBeforeWork, call)},
        {"unconfirmed", "confirm", "outcome-unknown", 1, 0, 0});
    row("hung up after the work, and no listing", u"container"_qs,
        {blind, at(FaultKind::HangUpAfterWork, call)},
        {"unconfirmed", "finalize", "outcome-unknown", 1, 1, 1});
    row("no listing", u"container"_qs, {blind}, done);
}

void TestCliArchive::session() {
    QFETCH(const QString, kind);
    QFETCH(const QList<Fault>, faults);
    QFETCH(const Ending, ending);
    const QString session = newSession(kind);
    for (const Fault& fault : faults)
        m_bench.service().faults().add(fault);
    m_bench.service().counters().reset();
    const CliRun run = archive({session});
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.lines.size(), 1);
    const QJsonObject line = run.of(session);
    QCOMPARE(text(line, "state"), QLatin1StringView(ending.state));
    QCOMPARE(text(line, "stage"), QLatin1StringView(ending.stage));
    QCOMPARE(text(line, "code"), QLatin1StringView(ending.code));
    QCOMPARE(run.exitCode, ending.exitCode);
    const auto counts = m_bench.service().counters().values();
    QCOMPARE(counts.archiveRequests.value(session), ending.requests);
    QCOMPARE(counts.archives.value(session), ending.stamps);
}

/** A refusal that does not say whom it means: those that show nothing new are asked for again, alone. */
void TestCliArchive::refusedTogether_data() {
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("archived");
    const Fault nameless = at(FaultKind::Refused, Operation::AddArchive, 400, 'c');
    QTest::newRow("once") << once(nameless) << 3;
    QTest::newRow("for ever") << nameless << 0;
}

void TestCliArchive::refusedTogether() {
    QFETCH(const Fault, fault);
    QFETCH(const int, archived);
    const QStringList sessions{newSession(u"container"_qs), newSession(u"PDF"_qs),
                               newSession(u"container"_qs)};
    m_bench.service().faults().add(fault);
    const CliRun run = archive(sessions);
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.count(u"finalized"_qs), archived);
    QCOMPARE(run.count(u"failed"_qs), 3 - archived);
    QCOMPARE(run.exitCode, archived == 3 ? 0 : 1);
    const auto counts = m_bench.service().counters().values();
    for (const QString& session : sessions)
        QCOMPARE(counts.archives.value(session), archived == 3 ? 1 : 0);
}

void TestCliArchive::mixed() {
    const QStringList good{newSession(u"container"_qs), newSession(u"PDF"_qs), newSession(u"container"_qs)};
    const QString bad = newSession(u"container"_qs);
    const QString empty = newSession(u"unsigned PDF"_qs);
    Fault own{FaultKind::SessionError, Operation::AddArchive, bad};
    own.code = u"signing:own"_qs;
    m_bench.service().faults().add(own);
    const QString folder = m_bench.path(u"mixed"_qs);
    const CliRun run = archive(good + QStringList{bad, empty, u"no good!"_qs, good.first(), u"unknown"_qs},
                               {u"--out"_qs, folder, u"--chunk"_qs, u"2"_qs});
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.lines.size(), 7);
    const auto counts = m_bench.service().counters().values();
    for (const QString& session : good) {
        QCOMPARE(text(run.of(session), "state"), u"finalized"_qs);
        QVERIFY(QFile::exists(text(run.of(session), "savedAs")));
        QCOMPARE(counts.archives.value(session), 1);
    }
    QCOMPARE(text(run.of(bad), "code"), u"signing:own"_qs);
    QCOMPARE(text(run.of(empty), "code"), u"nothing-to-archive"_qs);
    QCOMPARE(text(run.of(u"no good!"_qs), "stage"), u"pick"_qs);
    QCOMPARE(text(run.of(u"unknown"_qs), "code"), u"session:notFound"_qs);
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 3);
}

void TestCliArchive::files() {
    const QString signedFile = m_bench.write(u"signed.asice"_qs, m_container.bytes);
    const QString notSigned = m_bench.write(u"notes.txt"_qs, "Notes");
    const CliRun run =
        archive({}, {u"--file"_qs, signedFile, u"--file"_qs, notSigned, u"--file"_qs,
                     m_bench.write(u"nothing.asice"_qs, {}), u"--file"_qs, m_bench.path(u"absent.asice"_qs)});
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.lines.size(), 4);
    QHash<QString, QJsonObject> bySource;
    for (const QJsonObject& line : run.lines)
        bySource.insert(QFileInfo(text(line, "source")).fileName(), line);
    const QJsonObject done = bySource.value(u"signed.asice"_qs);
    QCOMPARE(text(done, "state"), u"finalized"_qs);
    QVERIFY(text(done, "savedAs") != signedFile);
    QFile saved(text(done, "savedAs"));
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(verifyContainer(saved.readAll(), m_bench.service().info().caPem).archiveStamps, 1);
    QCOMPARE(text(bySource.value(u"notes.txt"_qs), "code"), u"nothing-to-archive"_qs);
    QCOMPARE(text(bySource.value(u"nothing.asice"_qs), "code"), u"file-empty"_qs);
    QCOMPARE(text(bySource.value(u"absent.asice"_qs), "code"), u"file-not-readable"_qs);
}

void TestCliArchive::existingFilesAreKept() {
    const QString folder = m_bench.path(u"kept"_qs);
    QStringList saved;
    for (int i = 0; i < 2; ++i) {
        const CliRun run = archive({newSession(u"container"_qs)}, {u"--out"_qs, folder});
        QCOMPARE(run.exitCode, 0);
        saved.append(text(run.lines.first(), "savedAs"));
    }
    QVERIFY(saved[0] != saved[1]);
    QVERIFY2(saved[1].contains(u" (2)."), qPrintable(saved[1]));
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

/** It is archived all the same, and says so; a second stamp would be the worse end. */
void TestCliArchive::notSaved() {
    m_bench.service().faults().add(at(FaultKind::Refused, Operation::Download, 500));
    const QString session = newSession(u"container"_qs);
    const QString folder = m_bench.path(u"not saved"_qs);
    const CliRun run = archive({session}, {u"--out"_qs, folder});
    QCOMPARE(contractProblem(run), QString());
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(text(run.lines.first(), "state"), u"finalized"_qs);
    QCOMPARE(text(run.lines.first(), "stage"), u"confirm"_qs);
    QVERIFY(run.lines.first().value(u"savedAs"_qs).isNull());
    QCOMPARE(run.summary.value(u"unsaved"_qs).toInt(), 1);
    QCOMPARE(m_bench.service().counters().values().archives.value(session), 1);
    QVERIFY(QDir(folder).isEmpty());
}

void TestCliArchive::unusableFolder_data() {
    QTest::addColumn<QString>("folder");
    QTest::newRow("inside a file") << QString(m_bench.write(u"file"_qs, "x") % u"/inside");
    QTest::newRow("where nobody may write") << u"/proc/nowhere"_qs;
}

void TestCliArchive::unusableFolder() {
    QFETCH(const QString, folder);
    const int before = changeRequests();
    const CliRun run = archive({newSession(u"container"_qs)}, {u"--out"_qs, folder});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.output, QByteArray());
    QVERIFY2(run.messages.contains(folder.toUtf8()), run.messages.constData());
    QCOMPARE(changeRequests(), before);
}

void TestCliArchive::wrongCertificate_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QByteArray>("words");
    QByteArray signing;
    QByteArray pfx;
    m_bench.service().run([&](sandbox::Sandbox& service) {
        const auto seal = service.pki().issueSeal();
        if (!seal)
            return;
        signing = seal->sealing.certificateDer;
        const base::SecretBytes password(QByteArrayView("right"));
        pfx = sandbox::makePfx(seal->authentication, {}, password, sandbox::PfxStyle::Modern)
                  .value_or(QByteArray());
    });
    QVERIFY(!signing.isEmpty() && !pfx.isEmpty());
    QTest::newRow("rubbish") << QByteArray("hello") << QByteArray() << QByteArray("no certificate");
    QTest::newRow("empty") << QByteArray() << QByteArray() << QByteArray("no certificate");
    QTest::newRow("to sign with") << signing << QByteArray() << QByteArray("for authentication");
    QTest::newRow("wrong password") << pfx << QByteArray("wrong") << QByteArray("password");
    QTest::newRow("no password") << pfx << QByteArray() << QByteArray("password");
    QTest::newRow("missing") << QByteArray("absent") << QByteArray() << QByteArray("cannot be read");
}

void TestCliArchive::wrongCertificate() {
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, password);
    QFETCH(const QByteArray, words);
    const QString file =
        content == "absent" ? m_bench.path(u"absent.pem"_qs) : m_bench.write(u"wrong.pem"_qs, content);
    const QString session = newSession(u"container"_qs);
    m_bench.service().counters().reset();
    QStringList arguments{u"archive"_qs, u"--session"_qs, session, u"--auth-certificate"_qs, file};
    if (!password.isEmpty())
        arguments += {u"--pfx-password-file"_qs, m_bench.write(u"pfx password"_qs, password)};
    for (const QStringList& form : {QStringList(), QStringList{u"--json"_qs}}) {
        const CliRun run = m_bench.run(arguments + m_bench.serviceOptions() + form);
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.output, QByteArray());
        QVERIFY2(run.messages.contains(file.toUtf8()) && run.messages.contains(words),
                 run.messages.constData());
        QVERIFY2(!run.messages.contains("card") && !run.messages.contains("reader"),
                 run.messages.constData());
    }
    QVERIFY(m_bench.service().counters().values().requests.isEmpty());
}

/** Nobody was let in: 4, for whatever operation and however many, and nothing is in doubt. */
void TestCliArchive::noAccess_data() {
    QTest::addColumn<QString>("operation");
    QTest::addColumn<QString>("access");
    QTest::addColumn<int>("sessions");
    for (const char* operation : {"seal", "seal with a key", "archive", "validate", "download"}) {
        for (const char* access : {"secret", "token", "401", "403", "connection", "token service"}) {
            for (const int sessions : {1, 3})
                QTest::addRow("%s, %s, %d", operation, access, sessions)
                    << QString::fromLatin1(operation) << QString::fromLatin1(access) << sessions;
        }
    }
}

void TestCliArchive::noAccess() {
    QFETCH(const QString, operation);
    QFETCH(const QString, access);
    QFETCH(const int, sessions);
    QStringList picked;
    for (int i = 0; i < sessions; ++i)
        picked.append(newSession(u"container"_qs));
    QStringList arguments{operation.section(u' ', 0, 0), u"--json"_qs};
    QStringList service = m_bench.serviceOptions();
    const auto replace = [&service](const QString& option, const QString& value) {
        service[service.indexOf(option) + 1] = value;
    };
    if (access == u"secret")
        replace(u"--client-secret-file"_qs, m_bench.write(u"wrong secret"_qs, "wrong"));
    if (access == u"token service")
        replace(u"--token-url"_qs, u"https://127.0.0.1:1/token"_qs);
    if (access == u"connection")
        replace(u"--api"_qs, u"https://127.0.0.1:1"_qs);
    if (access == u"token")
        service = QStringList{u"--api"_qs,        m_bench.service().info().api.toString(),
                              u"--ca"_qs,         m_bench.service().info().caFile,
                              u"--token-file"_qs, m_bench.write(u"token"_qs, "0123456789abcdef")};
    for (const Operation call : {Operation::List, Operation::PublicKey, Operation::ESealCreate,
                                 Operation::AddArchive, Operation::ValidateV2, Operation::Download}) {
        if (access == u"401" || access == u"403")
            m_bench.service().faults().add(at(FaultKind::Refused, call, access.toInt()));
    }
    arguments += service + CliBench::sessionOptions(picked);
    if (operation == u"archive")
        arguments += m_auth;
    if (operation.startsWith(u"seal"))
        arguments += m_seal;
    if (operation == u"seal with a key") {
        QByteArray key;
        m_bench.service().run(
            [&key](sandbox::Sandbox& sandbox) { key = sandbox.pki().centralKey()->certificateDer; });
        arguments += {u"--central-key"_qs, m_bench.write(u"central.der"_qs, key)};
    }
    if (operation == u"download")
        arguments += {u"--out"_qs, m_bench.path(u"no access"_qs)};
    m_bench.service().counters().reset();
    const CliRun run = m_bench.run(arguments);
    const Contract contract = operation == u"validate"   ? Contract::Validate
                              : operation == u"download" ? Contract::Download
                                                         : Contract::Change;
    QCOMPARE(contractProblem(run, contract), QString());
    QVERIFY2(run.exitCode == 4, run.everything().constData());
    QCOMPARE(run.count(u"failed"_qs), sessions);
    const auto counts = m_bench.service().counters().values();
    QVERIFY(counts.seals.isEmpty() && counts.archives.isEmpty());
    if (access != u"403")
        QCOMPARE(changeRequests(), 0);
    QVERIFY(!run.output.contains("0123456789abcdef"));
}

QTEST_GUILESS_MAIN(TestCliArchive)
#include "tst_CliArchive.moc"
