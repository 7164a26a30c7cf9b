#include <QTest>

#include "BatchBench.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

const QString Signed = QStringLiteral("letter.asice");

}  // namespace

class TestBatchArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingArchived();
    void certificateOfTheOrder();
    void signingCertificateIsRefused();
    void noCard();
    void nothingToArchive();
    void fetchedWhenWanted();
    void sealedAndThenArchived();
    void ownErrors();
    void refusalWithoutAName();
    void refusedButInvisiblyDone();
    void refusedWhereListingIsForbidden();
    void hangUpBeforeTheWork();
    void hangUpAfterTheWork();
    void confirmedByValidationAlone();
    void archivedBeforeLeavesADoubt();
    void withoutValidation();
    void saidButNotDone();
    void abandonedWhileArchiving();
};

void TestBatchArchive::everythingArchived() {
    BatchBench bench;
    bench.pick(7, Signed);
    bench.orderArchive();
    bench.order.chunkSize = 3;
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(toString(summary.operation), u"archive"_qs);
    QCOMPARE(summary.finalized, 7);
    QVERIFY(!summary.endedBy);
    const QList<ServiceRequest> sent = bench.service.requests("addArchive");
    QCOMPARE(sent.size(), 3);
    QCOMPARE(sent.first().json()[u"authCertificate"].toString().toLatin1(),
             bench.cards.selected()->authenticationCertificate->toBase64());
    QVERIFY(bench.cardWasLeftAlone());
    for (int row = 0; row < 7; ++row) {
        QCOMPARE(bench.service.sentFor(bench.idOf(row)), 1);
        QCOMPARE(bench.session(row).results.size(), 1);
        QCOMPARE(bench.session(row).results.first().name, u"letter.extended.asice"_qs);
        QVERIFY(!bench.session(row).checkError);
        QVERIFY(bench.session(row).done == QList<Operation>{Operation::Archive});
    }
    QCOMPARE(bench.service.countOf("validate"), 14);
}

void TestBatchArchive::certificateOfTheOrder() {
    BatchBench other({}, sandbox::CardPersonalisation::Cosmo8Rsa);
    QTRY_VERIFY(other.cards.selected().has_value());
    BatchBench bench;
    bench.pick(1, Signed);
    bench.orderArchive();
    bench.hasCards = false;
    bench.order.authCertificate = other.cards.selected()->authenticationCertificate;
    QCOMPARE(bench.run().finalized, 1);
    QCOMPARE(bench.service.requests("addArchive").first().json()[u"authCertificate"].toString().toLatin1(),
             bench.order.authCertificate->toBase64());
}

void TestBatchArchive::signingCertificateIsRefused() {
    BatchBench bench;
    bench.pick(2, Signed);
    bench.orderArchive();
    QTRY_VERIFY(bench.cards.selected().has_value());
    bench.order.authCertificate = bench.cards.selected()->signingCertificate;
    QCOMPARE(bench.run().failed, 2);
    QCOMPARE(bench.code(1), u"certificate-wrong-usage"_qs);
    QCOMPARE(bench.service.received().size(), 0);
}

void TestBatchArchive::noCard() {
    BatchBench bench;
    bench.pick(1, Signed);
    bench.orderArchive();
    bench.hasCards = false;
    QCOMPARE(bench.run().failed, 1);
    QCOMPARE(bench.code(0), u"no-reader"_qs);
}

void TestBatchArchive::nothingToArchive() {
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"act.docx"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("words") == 5);
    file.close();
    BatchBench bench;
    bench.order.sessions = bench.sessions.addFiles({file.fileName()});
    bench.pick(1, u"letter.docx"_qs);
    bench.pick(1, u"letter.pdf"_qs);
    bench.pick(1, Signed);
    bench.orderArchive();
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 3);
    QCOMPARE(summary.finalized, 1);
    // By its name, by its listing, and by validation.
    for (int row = 0; row < 3; ++row) {
        QCOMPARE(bench.code(row), u"nothing-to-archive"_qs);
        QCOMPARE(bench.stage(row), u"prepare"_qs);
    }
    QCOMPARE(bench.service.countOf("upload"), 0);
    QCOMPARE(bench.service.requests("addArchive").first().sessions(), QStringList{bench.idOf(3)});
}

void TestBatchArchive::fetchedWhenWanted() {
    const QTemporaryDir dir;
    BatchBench bench;
    bench.pick(1, Signed);
    bench.orderArchive();
    bench.order.outputFolder = dir.path();
    QCOMPARE(bench.run().finalized, 1);
    QFile saved(bench.session(0).savedAs);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("words+stamp"));
}

void TestBatchArchive::sealedAndThenArchived() {
    BatchBench bench;
    bench.pick(3);
    bench.orderSeal();
    QCOMPARE(bench.run().finalized, 3);
    for (const SessionKey key : bench.order.sessions)
        QVERIFY(bench.sessions.apply(key, SessionEvent::PickNext));
    bench.settled.clear();
    bench.finishedCount = 0;
    bench.orderArchive();
    QCOMPARE(bench.run().finalized, 3);
    QVERIFY(bench.everythingSettled());
    QVERIFY(bench.session(0).done == QList<Operation>({Operation::Seal, Operation::Archive}));
    QCOMPARE(bench.session(0).results.first().name, u"letter.extended.asice"_qs);
}

void TestBatchArchive::ownErrors() {
    BatchBench bench;
    bench.pick(4, Signed);
    bench.orderArchive();
    bench.service.onCall("addArchive", [&](const ServiceRequest& request) {
        const QStringList ids = request.sessions();
        const ServiceReply reply = changed(bench.service.ordinary(request), u"results"_qs, ids[1],
                                           failing(ids[1], u"signing:addArchive"_qs, u"Not this one"_qs));
        return changed(reply, u"results"_qs, ids[2], {});
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 3);  // the one that was left out is found by its listing
    QCOMPARE(summary.failed, 1);
    QCOMPARE(bench.code(1), u"signing:addArchive"_qs);
}

void TestBatchArchive::refusalWithoutAName() {
    BatchBench bench;
    bench.pick(6, Signed);
    bench.orderArchive();
    const QString bad = bench.idOf(4);
    const QString done = bench.idOf(1);
    bench.service.onCall("addArchive", [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (!request.sessions().contains(bad))
            return std::nullopt;
        // One of them was archived all the same, and none is named.
        if (request.sessions().contains(done)) {
            for (auto& file : bench.service.files(done)) {
                ++file.archiveStamps;
                file.bytes += "+stamp";
            }
        }
        const QJsonObject words{{u"code"_qs, u"signing:addArchive"_qs}};
        return resultsReply(QJsonArray{QJsonObject{{u"error"_qs, words}}}, 400);
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 5);
    QCOMPARE(summary.failed, 1);
    QCOMPARE(bench.code(4), u"signing:addArchive"_qs);
    QCOMPARE(bench.service.sentFor(done), 1);
    for (int row = 0; row < 6; ++row)
        QCOMPARE(bench.service.documents(bench.idOf(row)).first().archiveStamps, row == 4 ? 0 : 1);
}

void TestBatchArchive::refusedButInvisiblyDone() {
    BatchBench bench;
    bench.pick(4, Signed);
    bench.orderArchive();
    const QString done = bench.idOf(2);
    bench.service.onCall("addArchive", [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.sessions().size() < 4)
            return std::nullopt;
        ++bench.service.files(done).first().archiveStamps;  // no listing shows it
        return refusal(400, u"signing:addArchive"_qs, {});
    });
    QCOMPARE(bench.run().finalized, 4);
    QCOMPARE(bench.service.sentFor(done), 1);
    QCOMPARE(bench.service.documents(done).first().archiveStamps, 1);
}

void TestBatchArchive::refusedWhereListingIsForbidden() {
    BatchBench bench;
    bench.pick(3, Signed);
    bench.orderArchive();
    bench.service.answerWith("list", refusal(403, u"storage:forbidden"_qs, u"No right"_qs));
    bench.service.answerWith("addArchive", refusal(400, u"signing:addArchive"_qs, {}));
    QCOMPARE(bench.run().unconfirmed, 3);
    QCOMPARE(bench.service.countOf("addArchive"), 1);
}

void TestBatchArchive::hangUpBeforeTheWork() {
    BatchBench bench;
    bench.pick(3, Signed);
    bench.orderArchive();
    bench.service.answerWith("addArchive", hangingUp());
    QCOMPARE(bench.run().unconfirmed, 3);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.service.countOf("addArchive"), 1);
}

void TestBatchArchive::hangUpAfterTheWork() {
    BatchBench bench;
    bench.pick(3, Signed);
    bench.orderArchive();
    bench.service.onCall("addArchive", [&](const ServiceRequest& request) {
        bench.service.ordinary(request);
        return hangingUp();
    });
    QCOMPARE(bench.run().finalized, 3);
    QCOMPARE(bench.service.countOf("addArchive"), 1);
}

void TestBatchArchive::confirmedByValidationAlone() {
    BatchBench bench;
    bench.pick(2, Signed);
    bench.orderArchive();
    bench.service.onCall("addArchive", [&](const ServiceRequest& request) {
        // The listing shows no difference.
        for (const QString& id : request.sessions())
            ++bench.service.files(id).first().archiveStamps;
        return hangingUp();
    });
    QCOMPARE(bench.run().finalized, 2);
    QCOMPARE(bench.service.countOf("addArchive"), 1);
}

void TestBatchArchive::archivedBeforeLeavesADoubt() {
    BatchBench bench;
    bench.pick(1, Signed);
    bench.service.files(bench.idOf(0)).first().archiveStamps = 1;
    bench.orderArchive();
    bench.service.answerWith("addArchive", hangingUp());
    // It has a time stamp, but that is the old one.
    QCOMPARE(bench.run().unconfirmed, 1);
}

void TestBatchArchive::withoutValidation() {
    BatchBench bench;
    bench.pick(2, Signed);
    bench.orderArchive();
    bench.service.answerWith("validate", refusal(403, u"validation:forbidden"_qs, u"No right"_qs));
    bench.service.onCall("addArchive", [&](const ServiceRequest& request) {
        bench.service.ordinary(request);
        return hangingUp();
    });
    QCOMPARE(bench.run().finalized, 2);
    QVERIFY(!bench.session(0).checkError);
}

void TestBatchArchive::saidButNotDone() {
    BatchBench bench;
    bench.pick(1, Signed);
    bench.orderArchive();
    bench.service.onCall("addArchive", [&](const ServiceRequest& request) {
        return resultsReply(QJsonArray{success(request.sessions().first())});
    });
    QCOMPARE(bench.run().finalized, 1);
    QVERIFY(bench.everythingSettled());
    QVERIFY(bench.session(0).checkError.has_value());
    QCOMPARE(base::toString(bench.session(0).checkError->code()), u"archive-not-seen"_qs);
}

void TestBatchArchive::abandonedWhileArchiving() {
    BatchBench bench;
    bench.pick(3, Signed);
    bench.orderArchive();
    bench.order.chunkSize = 2;
    bench.order.changesInFlight = 1;
    bench.service.delay("addArchive", 20'000);
    Batch& batch = bench.start();
    QTRY_COMPARE(bench.service.countOf("addArchive"), 1);
    batch.requestStop();
    batch.abandon();
    QVERIFY(bench.waitForEnd(1'000));
    QVERIFY(bench.everythingSettled());
    QCOMPARE(batch.summary()->unconfirmed, 2);
    QCOMPARE(batch.summary()->cancelled, 1);
}

QTEST_GUILESS_MAIN(TestBatchArchive)
#include "tst_BatchArchive.moc"
