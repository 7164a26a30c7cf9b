#include <QDir>
#include <QJsonDocument>
#include <QTest>

#include "BatchBench.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString write(const QTemporaryDir& dir, const QString& name, const QByteArray& bytes) {
    QFile file(dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QStringList writeMany(const QTemporaryDir& dir, int count) {
    QStringList paths;
    for (int i = 0; i < count; ++i)
        paths.append(write(dir, QStringLiteral("act %1.pdf").arg(i), "text " + QByteArray::number(i)));
    return paths;
}

void pickFiles(BatchBench& bench, const QStringList& paths) {
    bench.order.sessions += bench.sessions.addFiles(paths);
}

}  // namespace

class TestBatchFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenFilesAreSavedBeside();
    void existingFilesAreKept();
    void outputFolder();
    void sessionsAreSavedOnlyWhenAsked();
    void fileTooLarge();
    void oneUploadFails();
    void lostUploadAnswer_data();
    void lostUploadAnswer();
    void aSessionThatIsTakenAlready();
    void startFails();
    void saveFails();
    void noSignedDocument();
    void withoutListingBefore();
    void signedAgain();
};

void TestBatchFiles::tenFilesAreSavedBeside() {
    const QTemporaryDir dir;
    BatchBench bench;
    pickFiles(bench, writeMany(dir, 10));
    bench.order.chunkSize = 4;
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 10);
    QCOMPARE(bench.service.countOf("upload"), 10);
    QCOMPARE(bench.service.countOf("start"), 3);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden).size(), 20);
    QSet<QString> saved;
    for (int row = 0; row < 10; ++row) {
        const Session& session = bench.session(row);
        const QString id = session.id->toString();
        QCOMPARE(bench.service.documents(id).first().bytes, contentOf(session.file));
        QCOMPARE(contentOf(session.savedAs), "container of " + id.toUtf8());
        QVERIFY(session.savedAs.startsWith(dir.path()));
        saved.insert(session.savedAs);
        QVERIFY(!session.saveError);
    }
    QCOMPARE(saved.size(), 10);
}

void TestBatchFiles::existingFilesAreKept() {
    const QTemporaryDir dir;
    write(dir, u"letter.asice"_qs, "an older one");
    BatchBench bench;
    pickFiles(bench, {write(dir, u"letter.docx"_qs, "words")});
    QCOMPARE(bench.run().finalized, 1);
    QCOMPARE(contentOf(dir.filePath(u"letter.asice"_qs)), QByteArray("an older one"));
    QVERIFY(bench.session(0).savedAs != dir.filePath(u"letter.asice"_qs));
    QVERIFY(contentOf(bench.session(0).savedAs).startsWith("container of"));
}

void TestBatchFiles::outputFolder() {
    const QTemporaryDir dir;
    BatchBench bench;
    pickFiles(bench, {write(dir, u"letter.docx"_qs, "words")});
    bench.pick(1);
    bench.order.outputFolder = dir.filePath(u"out"_qs);
    QCOMPARE(bench.run().finalized, 2);
    QVERIFY(bench.everythingSettled());
    for (int row = 0; row < 2; ++row)
        QVERIFY(bench.session(row).savedAs.startsWith(dir.filePath(u"out/"_qs)));
    QCOMPARE(QDir(dir.filePath(u"out"_qs)).entryList(QDir::Files).size(), 2);
}

void TestBatchFiles::sessionsAreSavedOnlyWhenAsked() {
    BatchBench bench;
    bench.pick(1);
    QCOMPARE(bench.run().finalized, 1);
    QCOMPARE(bench.service.countOf("download"), 0);
    QVERIFY(bench.session(0).savedAs.isEmpty() && !bench.session(0).saveError);
}

void TestBatchFiles::fileTooLarge() {
    const QTemporaryDir dir;
    BatchBench bench;
    bench.service.setFileLimit(100);
    pickFiles(bench, {write(dir, u"big.pdf"_qs, QByteArray(101, 'x')),
                      write(dir, u"fits.pdf"_qs, QByteArray(100, 'x'))});
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 1);
    QCOMPARE(bench.code(0), u"file-too-large"_qs);
    QCOMPARE(bench.stage(0), u"prepare"_qs);
    QCOMPARE(bench.service.countOf("upload"), 1);
}

void TestBatchFiles::oneUploadFails() {
    const QTemporaryDir dir;
    BatchBench bench;
    pickFiles(bench, writeMany(dir, 4));
    bench.service.onCall("upload", [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (!request.body.contains("text 2"))
            return std::nullopt;
        return refusal(422, u"storage:virus"_qs, u"Not this file"_qs);
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 3);
    QCOMPARE(bench.code(2), u"storage:virus"_qs);
    QCOMPARE(bench.session(2).error->message(), u"Not this file"_qs);
    QCOMPARE(bench.stage(2), u"prepare"_qs);
}

void TestBatchFiles::lostUploadAnswer_data() {
    QTest::addColumn<bool>("arrived");
    QTest::newRow("the file arrived") << true;
    QTest::newRow("the file did not arrive") << false;
}

void TestBatchFiles::lostUploadAnswer() {
    QFETCH(const bool, arrived);
    const QTemporaryDir dir;
    BatchBench bench;
    pickFiles(bench, writeMany(dir, 1));
    bench.service.onCall("upload", [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (bench.service.countOf("upload") > 1)
            return std::nullopt;
        if (arrived)
            bench.service.ordinary(request);
        return hangingUp();
    });
    QCOMPARE(bench.run().finalized, 1);
    QCOMPARE(bench.service.countOf("upload"), arrived ? 1 : 2);
    // The file is in the session once, and beside it the container.
    QCOMPARE(bench.service.documents(bench.session(0).id->toString()).size(), 2);
}

void TestBatchFiles::aSessionThatIsTakenAlready() {
    const QTemporaryDir dir;
    BatchBench bench;
    const QString taken = bench.service.addSessions(1).first();
    bench.sessions.addIdentifiers({taken});
    pickFiles(bench, writeMany(dir, 1));
    bench.service.answerWith("start", dataReply({{u"sessionId"_qs, taken}}, 201));
    QCOMPARE(bench.run().failed, 1);
    QCOMPARE(bench.code(1), u"answer-repeated"_qs);
    QCOMPARE(bench.service.countOf("upload"), 0);
}

void TestBatchFiles::startFails() {
    const QTemporaryDir dir;
    BatchBench bench;
    pickFiles(bench, writeMany(dir, 2));
    bench.pick(1);
    bench.service.answerWith("start", refusal(403, u"session:forbidden"_qs, u"No"_qs));
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 2);
    QCOMPARE(summary.finalized, 1);
    QCOMPARE(bench.code(0), u"session:forbidden"_qs);
}

void TestBatchFiles::saveFails() {
    const QTemporaryDir dir;
    BatchBench bench;
    pickFiles(bench, writeMany(dir, 1));
    bench.order.outputFolder = write(dir, u"no folder"_qs, "a file stands here");
    QCOMPARE(bench.run().finalized, 1);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(toString(bench.session(0).state), toString(SessionState::Finalized));
    QCOMPARE(base::toString(bench.session(0).saveError->code()),
             base::toString(base::ErrorCode::OutputNotWritable));
    QVERIFY(bench.session(0).savedAs.isEmpty());
}

void TestBatchFiles::noSignedDocument() {
    const QTemporaryDir dir;
    BatchBench bench;
    pickFiles(bench, writeMany(dir, 1));
    bench.service.onCall("finalizeSigning", [&](const ServiceRequest& request) {
        const QJsonArray results{QJsonObject{{u"sessionId"_qs, request.sessions().first()}}};
        return resultsReply(results);
    });
    QCOMPARE(bench.run().finalized, 1);
    QCOMPARE(base::toString(bench.session(0).saveError->code()),
             base::toString(base::ErrorCode::NoSignedDocument));
    QCOMPARE(bench.service.countOf("download"), 0);
}

void TestBatchFiles::withoutListingBefore() {
    const QTemporaryDir dir;
    BatchBench bench;
    bench.pick(1);
    bench.order.outputFolder = dir.path();
    bench.service.onCall("list", [&](const ServiceRequest&) -> std::optional<ServiceReply> {
        if (bench.service.countOf("finalizeSigning") > 0)
            return std::nullopt;
        return ServiceReply{403, "{\"error\":\"forbidden\"}"};
    });
    QCOMPARE(bench.run().finalized, 1);
    // There is one container: that is the signed document. The letter is not.
    QVERIFY(bench.session(0).savedAs.endsWith(u"letter.asice"));
}

void TestBatchFiles::signedAgain() {
    const QTemporaryDir dir;
    BatchBench bench;
    pickFiles(bench, writeMany(dir, 1));
    ScriptedAttendant::Reaction no;
    no.refuses = true;
    bench.attendant.reactions = {no};
    QCOMPARE(bench.run().cancelled, 1);
    QVERIFY(bench.sessions.apply(bench.order.sessions.first(), SessionEvent::PickAgain));
    bench.settled.clear();
    bench.finishedCount = 0;
    QCOMPARE(bench.run().finalized, 1);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.service.countOf("upload"), 2);
}

QTEST_GUILESS_MAIN(TestBatchFiles)
#include "tst_BatchFiles.moc"
