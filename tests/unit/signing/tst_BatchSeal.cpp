#include <QJsonDocument>
#include <QTest>

#include "BatchBench.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

class TestBatchSeal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingSealed();
    void whatIsSent();
    void withoutCardAndPerson();
    void withoutASeal();
    void filesAreSealedAndSaved();
    void ownErrorsInBothShapes_data();
    void ownErrorsInBothShapes();
    void hangUpBeforeTheWork();
    void hangUpAfterTheWork();
    void serverErrorIsNeverFailed();
    void newButNotSigned();
    void oneBadSession();
    void refusedWhereListingIsForbidden();
    void tooLargeIsSplit();
    void noConnectionEndsTheRun();
    void cancelledBefore();
    void stoppedWhileSealing();
    void abandonedWhileSealing();
};

void TestBatchSeal::everythingSealed() {
    BatchBench bench;
    bench.pick(7);
    bench.orderSeal();
    bench.order.chunkSize = 3;
    QSet<QString> states;
    QObject::connect(&bench.sessions, &SessionList::changed, &bench.sessions,
                     [&](int row) { states.insert(toString(bench.session(row).state)); });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(toString(summary.operation), u"seal"_qs);
    QCOMPARE(summary.finalized, 7);
    QVERIFY(!summary.endedBy);
    QCOMPARE(states, QSet<QString>({u"picked"_qs, u"finalizing"_qs, u"finalized"_qs}));
    QCOMPARE(bench.service.countOf("eSealCreate"), 3);
    QCOMPARE(bench.service.countOf("CalculateDigest") + bench.service.countOf("finalizeSigning"), 0);
    QVERIFY(bench.cardWasLeftAlone());
    QVERIFY(bench.session(6).done == QList<Operation>{Operation::Seal});
}

void TestBatchSeal::whatIsSent() {
    BatchBench bench;
    bench.pick(2);
    bench.orderSeal();
    bench.order.form = ResultForm::NewContainer;
    QCOMPARE(bench.run().finalized, 2);
    const QJsonObject sent = bench.service.requests("eSealCreate").first().json();
    QCOMPARE(sent[u"signKey"].toString().toLatin1(), QByteArray("the PFX file").toBase64());
    QCOMPARE(sent[u"signKeyPassword"].toString().toLatin1(), QByteArray("the encrypted password").toBase64());
    QCOMPARE(sent[u"authCertificate"].toString().toLatin1(), bench.order.seal->authCertificate.toBase64());
    QCOMPARE(sent[u"sessions"].toArray().size(), 2);
    QCOMPARE(sent[u"signAsPdf"], QJsonValue(false));
    QCOMPARE(sent[u"createNewEdoc"], QJsonValue(true));
}

void TestBatchSeal::withoutCardAndPerson() {
    BatchBench bench;
    bench.pick(2);
    bench.orderSeal();
    bench.hasCards = false;
    bench.start();
    QVERIFY(bench.waitForEnd());
    QCOMPARE(bench.batch->summary()->finalized, 2);
}

void TestBatchSeal::withoutASeal() {
    BatchBench bench;
    bench.pick(2);
    bench.order.operation = Operation::Seal;
    QCOMPARE(bench.run().failed, 2);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.service.received().size(), 0);
}

void TestBatchSeal::filesAreSealedAndSaved() {
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"act.docx"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("words") == 5);
    file.close();
    BatchBench bench;
    bench.order.sessions = bench.sessions.addFiles({file.fileName()});
    bench.orderSeal();
    QCOMPARE(bench.run().finalized, 1);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.service.countOf("upload"), 1);
    QCOMPARE(bench.session(0).savedAs, dir.filePath(u"letter.asice"_qs));
}

void TestBatchSeal::ownErrorsInBothShapes_data() {
    QTest::addColumn<bool>("insideData");
    QTest::newRow("inside data, as in the examples") << true;
    QTest::newRow("at the top, as in the schema") << false;
}

void TestBatchSeal::ownErrorsInBothShapes() {
    QFETCH(const bool, insideData);
    BatchBench bench;
    bench.pick(5);
    bench.orderSeal();
    bench.service.onCall("eSealCreate", [&](const ServiceRequest& request) {
        const QStringList ids = request.sessions();
        const QJsonArray entries{success(ids[0]), failing(ids[1], u"signing:eSealCreate"_qs, u"Closed"_qs),
                                 success(ids[2]), success(ids[4])};
        const QJsonObject object{{u"results"_qs, entries}};
        return insideData ? dataReply(object) : ServiceReply{200, QJsonDocument(object).toJson()};
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 3);
    QCOMPARE(summary.failed, 1);
    QCOMPARE(summary.unconfirmed, 1);
    QCOMPARE(bench.code(1), u"signing:eSealCreate"_qs);
    QCOMPARE(bench.session(1).error->message(), u"Closed"_qs);
    QCOMPARE(bench.stage(1), u"finalize"_qs);
    QCOMPARE(toString(bench.session(3).state), u"unconfirmed"_qs);
    QCOMPARE(bench.service.countOf("eSealCreate"), 1);
}

void TestBatchSeal::hangUpBeforeTheWork() {
    BatchBench bench;
    bench.pick(3);
    bench.orderSeal();
    bench.service.answerWith("eSealCreate", hangingUp());
    QCOMPARE(bench.run().unconfirmed, 3);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.stage(0), u"confirm"_qs);
    QCOMPARE(bench.code(0), u"outcome-unknown"_qs);
    QCOMPARE(bench.service.countOf("eSealCreate"), 1);
}

void TestBatchSeal::hangUpAfterTheWork() {
    BatchBench bench;
    bench.pick(3);
    bench.orderSeal();
    bench.service.onCall("eSealCreate", [&](const ServiceRequest& request) {
        bench.service.ordinary(request);
        return hangingUp();
    });
    QCOMPARE(bench.run().finalized, 3);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.service.countOf("eSealCreate"), 1);
    QCOMPARE(bench.session(2).results.first().name, u"letter.asice"_qs);
}

void TestBatchSeal::serverErrorIsNeverFailed() {
    BatchBench bench;
    bench.pick(2);
    bench.orderSeal();
    bench.service.answerWith("eSealCreate", refusal(500, u"signing:broken"_qs, u"No time stamp"_qs));
    QCOMPARE(bench.run().unconfirmed, 2);
    QCOMPARE(bench.code(1), u"signing:broken"_qs);
    QCOMPARE(bench.service.countOf("eSealCreate"), 1);
}

void TestBatchSeal::newButNotSigned() {
    BatchBench bench;
    bench.pick(1);
    bench.orderSeal();
    bench.service.onCall("eSealCreate", [&](const ServiceRequest& request) {
        bench.service.ordinary(request);
        for (auto& file : bench.service.files(request.sessions().first()))
            file.isSigned = false;
        return hangingUp();
    });
    // A container has come, but validation finds no signature in it.
    QCOMPARE(bench.run().unconfirmed, 1);
    QVERIFY(bench.service.countOf("validate") > 0);
}

void TestBatchSeal::oneBadSession() {
    BatchBench bench;
    bench.pick(8);
    bench.orderSeal();
    const QString bad = bench.idOf(5);
    bench.service.onCall("eSealCreate", [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (!request.sessions().contains(bad))
            return std::nullopt;
        return refusal(400, u"signing:closed"_qs, u"A document is closed"_qs);
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 7);
    QCOMPARE(summary.failed, 1);
    QCOMPARE(bench.code(5), u"signing:closed"_qs);
    for (int row = 0; row < 8; ++row)
        QCOMPARE(bench.service.documents(bench.idOf(row)).size(), row == 5 ? 1 : 2);
}

void TestBatchSeal::refusedWhereListingIsForbidden() {
    BatchBench bench;
    bench.pick(4);
    bench.orderSeal();
    bench.service.answerWith("list", refusal(403, u"storage:forbidden"_qs, u"No right"_qs));
    bench.service.answerWith("eSealCreate", refusal(400, u"signing:closed"_qs, u"One of them is closed"_qs));
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    // Nobody can see which of them are sealed now: none is sent again.
    QCOMPARE(summary.unconfirmed, 4);
    QCOMPARE(bench.service.countOf("eSealCreate"), 1);
    QCOMPARE(bench.code(0), u"signing:closed"_qs);
}

void TestBatchSeal::tooLargeIsSplit() {
    BatchBench bench;
    bench.pick(5);
    bench.orderSeal();
    bench.service.answerWith("list", refusal(403, u"storage:forbidden"_qs, u"No right"_qs));
    bench.service.onCall("eSealCreate", [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.sessions().size() <= 2)
            return std::nullopt;
        return refusal(413, {}, {});
    });
    QCOMPARE(bench.run().finalized, 5);
    for (int row = 0; row < 5; ++row)
        QCOMPARE(bench.service.documents(bench.idOf(row)).size(), 2);
}

void TestBatchSeal::noConnectionEndsTheRun() {
    BatchBench bench;
    bench.pick(5);
    bench.orderSeal();
    bench.order.chunkSize = 2;
    bench.service.goAway();
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 5);
    QCOMPARE(base::toString(summary.endedBy->code()), u"no-connection"_qs);
    for (int row = 0; row < 5; ++row)
        QCOMPARE(bench.stage(row), u"prepare"_qs);
}

void TestBatchSeal::cancelledBefore() {
    BatchBench bench;
    bench.pick(3);
    bench.orderSeal();
    bench.service.delay("list", 20'000);
    Batch& batch = bench.start();
    QTRY_VERIFY(bench.service.countOf("list") > 0);
    batch.requestStop();
    QVERIFY(bench.waitForEnd(5'000));
    QVERIFY(bench.everythingSettled());
    QCOMPARE(batch.summary()->cancelled, 3);
    QCOMPARE(bench.service.countOf("eSealCreate"), 0);
}

void TestBatchSeal::stoppedWhileSealing() {
    BatchBench bench;
    bench.pick(5);
    bench.orderSeal();
    bench.order.chunkSize = 2;
    bench.order.changesInFlight = 1;
    bench.service.delay("eSealCreate", 500);
    Batch& batch = bench.start();
    QTRY_COMPARE(bench.service.countOf("eSealCreate"), 1);
    batch.requestStop();
    QVERIFY(bench.waitForEnd(10'000));
    QVERIFY(bench.everythingSettled());
    QCOMPARE(batch.summary()->finalized, 2);
    QCOMPARE(batch.summary()->cancelled, 3);
    QCOMPARE(bench.service.countOf("eSealCreate"), 1);
}

void TestBatchSeal::abandonedWhileSealing() {
    BatchBench bench;
    bench.pick(5);
    bench.orderSeal();
    bench.order.chunkSize = 3;
    bench.order.changesInFlight = 1;
    bench.service.delay("eSealCreate", 20'000);
    Batch& batch = bench.start();
    QTRY_COMPARE(bench.service.countOf("eSealCreate"), 1);
    batch.requestStop();
    batch.abandon();
    QVERIFY(bench.waitForEnd(1'000));
    QVERIFY(bench.everythingSettled());
    QCOMPARE(batch.summary()->unconfirmed, 3);
    QCOMPARE(batch.summary()->cancelled, 2);
}

QTEST_GUILESS_MAIN(TestBatchSeal)
#include "tst_BatchSeal.moc"
