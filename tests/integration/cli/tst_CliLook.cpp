#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include "CliBench.h"
#include "sandbox/service/SampleDocuments.h"

using namespace signet;
using namespace signet::test;
using sandbox::Fault;
using sandbox::FaultKind;
using sandbox::Operation;
using sandbox::SandboxDocument;

namespace {

constexpr qint64 LargestFile = 200'000;

struct Ending {
    const char* state = "done";
    const char* stage = "";  ///< empty: null
    const char* code = "";
    int exitCode = 0;
    const char* verdict = "passed";  ///< of a report; empty: there is none
};

Fault at(FaultKind kind, Operation operation, int status = 0) {
    Fault fault{kind, operation};
    fault.status = status;
    return fault;
}

sandbox::SandboxOptions options() {
    sandbox::SandboxOptions options;
    options.fileMaxLength = LargestFile;
    return options;
}

/** The same container with another text in it, of the same length. */
SandboxDocument tampered(SandboxDocument container, const QByteArray& text, const QByteArray& other) {
    Q_ASSERT(text.size() == other.size());
    container.bytes.replace(text, other);
    return container;
}

}  // namespace

Q_DECLARE_METATYPE(Ending)

/** `signet-cli validate` and `download`: nothing is changed, and every trouble stands at its session. */
class TestCliLook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup() { m_bench.service().faults().clear(); }
    void validated_data();
    void validated();
    void validatedFile_data();
    void validatedFile();
    void validatedTogether();
    void downloaded_data();
    void downloaded();
    void existingFilesAreKept();
    void downloadedTogether();
    void unusable_data();
    void unusable();

private:
    QList<SandboxDocument> documentsOf(const QString& kind) const;
    QString newSession(const QString& kind);
    QString newFile(const QString& kind) const;
    CliRun validate(const QStringList& picks) { return m_bench.run(validateArguments(picks)); }
    QStringList validateArguments(const QStringList& picks) const {
        return QStringList{u"validate"_qs, u"--json"_qs} + m_bench.serviceOptions() + picks;
    }
    CliRun download(const QStringList& sessions, const QString& folder) {
        return m_bench.run(QStringList{u"download"_qs, u"--json"_qs, u"--out"_qs, folder} +
                           m_bench.serviceOptions() + CliBench::sessionOptions(sessions));
    }
    sandbox::CounterValues counts() { return m_bench.service().counters().values(); }
    static QString text(const QJsonObject& line, const char* member) {
        return line.value(QLatin1StringView(member)).toString();
    }
    static QString verdict(const QJsonObject& line) {
        return line.value(u"report"_qs).toObject().value(u"verdict"_qs).toString();
    }
    void verify(const QJsonObject& line, const Ending& ending);

    CliBench m_bench{options()};
    SandboxDocument m_container;
    SandboxDocument m_pdf;
};

void TestCliLook::initTestCase() {
    const QString problem = m_bench.startService();
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_container = m_bench.sealed({{}, u"līgums.txt"_qs, "Maksa: 100 EUR"});
    m_pdf = m_bench.sealed({{}, u"contract.pdf"_qs, sandbox::samplePdf({u"Contract"_qs})}, u"--pdf"_qs);
    QVERIFY(m_container.name.endsWith(u".asice"));
    QVERIFY(m_pdf.bytes.contains("/ByteRange"));
}

QList<SandboxDocument> TestCliLook::documentsOf(const QString& kind) const {
    const SandboxDocument notes{{}, u"notes.txt"_qs, "Notes"};
    const SandboxDocument draft{{}, u"draft.pdf"_qs, sandbox::samplePdf({u"Draft"_qs})};
    if (kind == u"container")
        return {m_container};
    if (kind == u"PDF")
        return {m_pdf};
    if (kind == u"tampered")
        return {tampered(m_pdf, "Contract", "Contrakt")};
    if (kind == u"text")
        return {notes};
    if (kind == u"unsigned PDF")
        return {draft};
    if (kind == u"several")
        return {notes, draft, m_container};
    if (kind == u"good and bad")
        return {m_container, tampered(m_pdf, "Contract", "Contrakt")};
    return {};
}

QString TestCliLook::newSession(const QString& kind) {
    return kind == u"unknown" ? QString(64, u'f') : m_bench.addSession(documentsOf(kind));
}

QString TestCliLook::newFile(const QString& kind) const {
    if (kind == u"missing")
        return m_bench.path(u"absent.asice"_qs);
    if (kind == u"empty")
        return m_bench.write(u"empty.asice"_qs, {});
    if (kind == u"too large")
        return m_bench.write(u"large.pdf"_qs, QByteArray(LargestFile + 1, 'x'));
    const SandboxDocument document = documentsOf(kind).first();
    return m_bench.write(document.name, document.bytes);
}

void TestCliLook::verify(const QJsonObject& line, const Ending& ending) {
    QCOMPARE(text(line, "state"), QLatin1StringView(ending.state));
    QCOMPARE(text(line, "stage"), QLatin1StringView(ending.stage));
    QCOMPARE(text(line, "code"), QLatin1StringView(ending.code));
    QCOMPARE(verdict(line), QLatin1StringView(ending.verdict));
}

void TestCliLook::validated_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QList<Fault>>("faults");
    QTest::addColumn<Ending>("ending");
    const auto row = [](const char* name, const QString& kind, const QList<Fault>& faults,
                        const Ending& ending) { QTest::newRow(name) << kind << faults << ending; };
    const Operation call = Operation::ValidateV2;
    row("container", u"container"_qs, {}, {});
    row("PDF", u"PDF"_qs, {}, {});
    row("among others", u"several"_qs, {}, {});
    row("changed afterwards", u"tampered"_qs, {}, {"done", "", "", 1, "failed"});
    row("the worst of two", u"good and bad"_qs, {}, {"done", "", "", 1, "failed"});
    row("no document with signatures", u"text"_qs, {}, {"failed", "confirm", "document-not-signed", 1, ""});
    row("unsigned", u"unsigned PDF"_qs, {}, {"failed", "confirm", "document-not-signed", 1, ""});
    row("empty", u"empty"_qs, {}, {"failed", "confirm", "session-empty", 1, ""});
    row("unknown or closed", u"unknown"_qs, {}, {"failed", "confirm", "session:notFound", 1, ""});
    row("the service fails", u"container"_qs, {at(FaultKind::Refused, call, 500)},
        {"failed", "confirm", "signing:validateV2", 1, ""});
    row("only version 1", u"container"_qs, {at(FaultKind::Refused, call, 404)}, {});
    row("a page in HTML", u"container"_qs, {at(FaultKind::Html, call)},
        {"failed", "confirm", "proxy-answer", 1, ""});
    row("cut off", u"container"_qs, {at(FaultKind::NotJson, call)},
        {"failed", "confirm", "answer-unreadable", 1, ""});
}

void TestCliLook::validated() {
    QFETCH(const QString, kind);
    QFETCH(const QList<Fault>, faults);
    QFETCH(const Ending, ending);
    const QString session = newSession(kind);
    for (const Fault& fault : faults)
        m_bench.service().faults().add(fault);
    m_bench.service().counters().reset();
    const CliRun run = validate(CliBench::sessionOptions({session}));
    QCOMPARE(contractProblem(run, Contract::Validate), QString());
    QCOMPARE(run.lines.size(), 1);
    verify(run.of(session), ending);
    QCOMPARE(run.exitCode, ending.exitCode);
    QCOMPARE(counts().sessionsClosed, 0);
}

void TestCliLook::validatedFile_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QList<Fault>>("faults");
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<int>("started");
    QTest::addColumn<int>("closed");
    const auto row = [](const char* name, const QString& kind, const QList<Fault>& faults,
                        const Ending& ending, int started = 1, int closed = 1) {
        QTest::newRow(name) << kind << faults << ending << started << closed;
    };
    row("container", u"container"_qs, {}, {});
    row("PDF", u"PDF"_qs, {}, {});
    row("changed afterwards", u"tampered"_qs, {}, {"done", "", "", 1, "failed"});
    row("no signature possible", u"text"_qs, {}, {"failed", "confirm", "document-not-signed", 1, ""});
    row("missing", u"missing"_qs, {}, {"failed", "pick", "file-not-readable", 1, ""}, 0, 0);
    row("empty", u"empty"_qs, {}, {"failed", "pick", "file-empty", 1, ""}, 0, 0);
    row("too large", u"too large"_qs, {}, {"failed", "prepare", "file-too-large", 1, ""}, 0, 0);
    row("no session to be had", u"container"_qs, {at(FaultKind::Refused, Operation::StartSession, 403)},
        {"failed", "prepare", "signing:startSession", 4, ""}, 0, 0);
    row("not taken", u"container"_qs, {at(FaultKind::Refused, Operation::Upload, 422)},
        {"failed", "prepare", "signing:upload", 1, ""});
    row("upload's answer lost", u"container"_qs, {at(FaultKind::HangUpAfterWork, Operation::Upload)}, {});
    row("no report to be had", u"container"_qs, {at(FaultKind::Refused, Operation::ValidateV2, 500)},
        {"failed", "confirm", "signing:validateV2", 1, ""});
    row("cannot be closed", u"container"_qs, {at(FaultKind::Refused, Operation::CloseSession, 500)}, {}, 1,
        0);
}

void TestCliLook::validatedFile() {
    QFETCH(const QString, kind);
    QFETCH(const QList<Fault>, faults);
    QFETCH(const Ending, ending);
    QFETCH(const int, started);
    QFETCH(const int, closed);
    const QString file = newFile(kind);
    for (const Fault& fault : faults)
        m_bench.service().faults().add(fault);
    m_bench.service().counters().reset();
    const CliRun run = validate({u"--file"_qs, file});
    QCOMPARE(contractProblem(run, Contract::Validate), QString());
    QCOMPARE(run.lines.size(), 1);
    const QJsonObject line = run.lines.first();
    verify(line, ending);
    QVERIFY2(run.exitCode == ending.exitCode, run.everything().constData());
    QCOMPARE(text(line, "file"), file);
    QCOMPARE(line.value(u"sessionId"_qs).isString(), started == 1);
    QCOMPARE(counts().sessionsStarted, started);
    QCOMPARE(counts().sessionsClosed, closed);
    QVERIFY(counts().documentsUploaded <= 1);
}

void TestCliLook::validatedTogether() {
    const QString good = newSession(u"container"_qs);
    const QString bad = newSession(u"tampered"_qs);
    const QString draft = newSession(u"unsigned PDF"_qs);
    m_bench.service().counters().reset();
    const CliRun sessions =
        validate(CliBench::sessionOptions({good, bad, draft, good, u"no good!"_qs, u"no"_qs}));
    QCOMPARE(contractProblem(sessions, Contract::Validate), QString());
    QCOMPARE(sessions.exitCode, 1);
    QCOMPARE(sessions.lines.size(), 5);
    QCOMPARE(verdict(sessions.of(good)), u"passed"_qs);
    QCOMPARE(verdict(sessions.of(bad)), u"failed"_qs);
    QCOMPARE(text(sessions.of(draft), "code"), u"document-not-signed"_qs);
    QCOMPARE(text(sessions.of(u"no good!"_qs), "stage"), u"pick"_qs);
    QCOMPARE(text(sessions.of(u"no"_qs), "code"), u"session:notFound"_qs);

    QStringList picks;
    for (const char* kind : {"container", "PDF", "missing", "text", "container"})
        picks += {u"--file"_qs, newFile(QString::fromLatin1(kind))};
    const CliRun files = validate(picks);
    QCOMPARE(contractProblem(files, Contract::Validate), QString());
    QCOMPARE(files.exitCode, 1);
    QCOMPARE(files.lines.size(), 4);
    QCOMPARE(files.count(u"done"_qs), 2);
    QCOMPARE(counts().sessionsStarted, 3);
    QCOMPARE(counts().sessionsClosed, 3);
}

void TestCliLook::downloaded_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QList<Fault>>("faults");
    QTest::addColumn<Ending>("ending");
    QTest::addColumn<int>("files");
    const auto row = [](const char* name, const QString& kind, const QList<Fault>& faults,
                        const Ending& ending,
                        int files) { QTest::newRow(name) << kind << faults << ending << files; };
    const Operation call = Operation::Download;
    row("container", u"container"_qs, {}, {"done", "", "", 0, ""}, 1);
    row("three files", u"several"_qs, {}, {"done", "", "", 0, ""}, 3);
    row("empty", u"empty"_qs, {}, {"failed", "confirm", "session-empty", 1, ""}, 0);
    row("unknown or closed", u"unknown"_qs, {}, {"failed", "confirm", "session:notFound", 1, ""}, 0);
    row("refused", u"container"_qs, {at(FaultKind::Refused, call, 422)},
        {"failed", "confirm", "signing:download", 1, ""}, 0);
    row("cut off", u"container"_qs, {at(FaultKind::CutAnswer, call)},
        {"failed", "confirm", "connection-broken", 1, ""}, 0);
}

void TestCliLook::downloaded() {
    QFETCH(const QString, kind);
    QFETCH(const QList<Fault>, faults);
    QFETCH(const Ending, ending);
    QFETCH(const int, files);
    const QString session = newSession(kind);
    for (const Fault& fault : faults)
        m_bench.service().faults().add(fault);
    QTemporaryDir folder;
    const CliRun run = download({session}, folder.path());
    QCOMPARE(contractProblem(run, Contract::Download), QString());
    verify(run.of(session), ending);
    QVERIFY2(run.exitCode == ending.exitCode, run.everything().constData());
    const QJsonArray told = run.of(session).value(u"files"_qs).toArray();
    QCOMPARE(told.size(), files);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), files);
    const QList<SandboxDocument> documents = documentsOf(kind);
    for (const SandboxDocument& document : files > 0 ? documents : QList<SandboxDocument>()) {
        QFile saved(QDir(folder.path()).filePath(document.name));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), document.bytes);
        QVERIFY(told.contains(saved.fileName()));
    }
}

void TestCliLook::existingFilesAreKept() {
    QTemporaryDir folder;
    QFile there(folder.filePath(m_container.name));
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
    there.close();
    const CliRun run = download({newSession(u"container"_qs)}, folder.path());
    QCOMPARE(run.exitCode, 0);
    const QString saved = text(run.lines.first(), "file");
    QVERIFY(saved != there.fileName());
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), QByteArray("mine"));
    QFile other(saved);
    QVERIFY(other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), m_container.bytes);
}

void TestCliLook::downloadedTogether() {
    const QString good = newSession(u"container"_qs);
    const QString more = newSession(u"several"_qs);
    QTemporaryDir folder;
    const CliRun run = download({good, u"no"_qs, more, u"no good!"_qs, good}, folder.path());
    QCOMPARE(contractProblem(run, Contract::Download), QString());
    QCOMPARE(run.exitCode, 1);
    QCOMPARE(run.lines.size(), 4);
    QCOMPARE(run.count(u"done"_qs), 2);
    QCOMPARE(text(run.of(u"no"_qs), "code"), u"session:notFound"_qs);
    QCOMPARE(text(run.of(u"no good!"_qs), "stage"), u"pick"_qs);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 4);
}

void TestCliLook::unusable_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const QString inside = QString(m_bench.write(u"file"_qs, "x") % u"/inside");
    QTest::newRow("folder inside a file")
        << QStringList{u"download"_qs, u"--session"_qs, u"a"_qs, u"--out"_qs, inside} << inside.toUtf8();
    QTest::newRow("download of a file")
        << QStringList{u"download"_qs, u"--file"_qs, u"a"_qs, u"--out"_qs, m_bench.path(u"out"_qs)}
        << QByteArray("“signet-cli download” has no option “--file”");
    QTest::newRow("download of nothing") << QStringList{u"download"_qs, u"--out"_qs, m_bench.path(u"out"_qs)}
                                         << QByteArray("One of these is needed: --session, --sessions-from.");
    QTest::newRow("validation of nothing")
        << QStringList{u"validate"_qs}
        << QByteArray("One of these is needed: --session, --sessions-from, --file.");
    QTest::newRow("session and file")
        << QStringList{u"validate"_qs, u"--session"_qs, u"a"_qs, u"--file"_qs, u"a"_qs}
        << QByteArray("--session and --file exclude each other");
}

void TestCliLook::unusable() {
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, words);
    m_bench.service().counters().reset();
    const CliRun run = m_bench.run(arguments + m_bench.serviceOptions());
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.output, QByteArray());
    QVERIFY2(run.messages.contains(words), run.messages.constData());
    QVERIFY(counts().requests.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliLook)
#include "tst_CliLook.moc"
