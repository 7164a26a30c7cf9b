#include <QTest>

#include "BatchBench.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

class TestBatchDoubt : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void okWithoutDetails();
    void okWithoutEffect();
    void okWhereListingIsForbidden();
    void hangUpBeforeTheWork();
    void hangUpAfterTheWork();
    void serverErrorIsNeverFailed();
    void listingsBeforeThatHang();
    void lookUpThatHangs();
    void acceptedButListingHangs();
};

void TestBatchDoubt::okWithoutDetails() {
    BatchBench bench;
    bench.pick(3);
    bench.service.onCall("finalizeSigning", [&](const ServiceRequest& request) {
        bench.service.ordinary(request);
        return ServiceReply{200, "OK"};
    });
    QCOMPARE(bench.run().finalized, 3);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.service.countOf("list"), 6);
    QCOMPARE(bench.session(0).results.size(), 1);
    QCOMPARE(bench.session(0).results.first().name, u"letter.asice"_qs);
}

void TestBatchDoubt::okWithoutEffect() {
    BatchBench bench;
    bench.pick(2);
    bench.service.answerWith("finalizeSigning", ServiceReply{200, {}});
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.unconfirmed, 2);
    QCOMPARE(bench.code(0), u"outcome-unknown"_qs);
    QCOMPARE(bench.stage(0), u"confirm"_qs);
}

void TestBatchDoubt::okWhereListingIsForbidden() {
    BatchBench bench;
    bench.pick(2);
    bench.service.answerWith("list", refusal(403, u"storage:forbidden"_qs, u"No right"_qs));
    bench.service.answerWith("finalizeSigning", ServiceReply{200, "{\"data\":\"OK\"}"});
    QCOMPARE(bench.run().finalized, 2);
    QVERIFY(bench.everythingSettled());
}

void TestBatchDoubt::hangUpBeforeTheWork() {
    BatchBench bench;
    bench.pick(3);
    bench.service.answerWith("finalizeSigning", hangingUp());
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.unconfirmed, 3);
    QCOMPARE(summary.failed, 0);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
    QVERIFY(!bench.session(0).signatureValue.isEmpty());
}

void TestBatchDoubt::hangUpAfterTheWork() {
    BatchBench bench;
    bench.pick(3);
    bench.service.onCall("finalizeSigning", [&](const ServiceRequest& request) {
        bench.service.ordinary(request);
        return hangingUp();
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 3);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
    QVERIFY(!bench.session(0).error);
}

void TestBatchDoubt::serverErrorIsNeverFailed() {
    BatchBench bench;
    bench.pick(2);
    bench.service.answerWith("finalizeSigning",
                             refusal(500, u"signing:broken"_qs, u"Time stamp not available"_qs));
    const BatchSummary summary = bench.run();
    QCOMPARE(summary.unconfirmed, 2);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
    QCOMPARE(bench.code(0), u"signing:broken"_qs);
    QCOMPARE(bench.session(0).error->message(), u"Time stamp not available"_qs);
    QCOMPARE(base::toString(bench.session(0).error->code()), base::toString(base::ErrorCode::OutcomeUnknown));
}

void TestBatchDoubt::listingsBeforeThatHang() {
    BatchBench bench;
    bench.pick(8);  // more than are listed at a time: those that wait for their turn give up too
    bench.service.answerWith("list", silence());
    bench.order.listingGrace = std::chrono::milliseconds(200);
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 8);
    QVERIFY2(summary.seconds < 5, qPrintable(QString::number(summary.seconds)));
    QVERIFY(!bench.session(0).documentsBefore);
}

void TestBatchDoubt::lookUpThatHangs() {
    BatchBench bench;
    bench.pick(2);
    bench.order.lastLook = std::chrono::milliseconds(200);
    bench.service.onCall("finalizeSigning", [&](const ServiceRequest&) {
        bench.service.answerWith("list", silence());
        return hangingUp();
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.unconfirmed, 2);
    QCOMPARE(bench.stage(0), u"confirm"_qs);
    QVERIFY2(summary.seconds > 1 && summary.seconds < 5, qPrintable(QString::number(summary.seconds)));
}

void TestBatchDoubt::acceptedButListingHangs() {
    BatchBench bench;
    bench.pick(2);
    bench.order.lastLook = std::chrono::milliseconds(200);
    bench.service.onCall("finalizeSigning", [&](const ServiceRequest&) {
        bench.service.answerWith("list", silence());
        return ServiceReply{200, "OK"};
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 2);
    QVERIFY2(summary.seconds < 5, qPrintable(QString::number(summary.seconds)));
}

QTEST_GUILESS_MAIN(TestBatchDoubt)
#include "tst_BatchDoubt.moc"
