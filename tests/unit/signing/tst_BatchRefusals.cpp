#include <QTest>

#include "BatchBench.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

class TestBatchRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneBadSessionAtPrepare();
    void oneBadSessionAtFinalize();
    void refusedButDone();
    void refusedWhereListingIsForbidden();
    void tooLargeIsSplit();
    void singleRefusalIsFinal();
    void noConnectionEndsTheRun();
    void refusedTokenEndsTheRun();
};

void TestBatchRefusals::oneBadSessionAtPrepare() {
    BatchBench bench;
    bench.pick(8);
    const QString bad = bench.session(5).id->toString();
    bench.service.onCall(
        "CalculateDigest", [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
            if (!request.sessions().contains(bad))
                return std::nullopt;
            return refusal(400, u"signing:calculateDigest:noFiles"_qs, u"A session has no files"_qs);
        });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 7);
    QCOMPARE(summary.failed, 1);
    QCOMPARE(bench.code(5), u"signing:calculateDigest:noFiles"_qs);
    QCOMPARE(bench.service.countOf("CalculateDigest"), 7);
}

void TestBatchRefusals::oneBadSessionAtFinalize() {
    BatchBench bench;
    bench.pick(8);
    const QString bad = bench.session(5).id->toString();
    bench.service.onCall("finalizeSigning",
                         [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
                             if (!request.sessions().contains(bad))
                                 return std::nullopt;
                             return refusal(400, u"signing:closed"_qs, u"A document is closed"_qs);
                         });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 7);
    QCOMPARE(summary.failed, 1);
    QCOMPARE(bench.code(5), u"signing:closed"_qs);
    QCOMPARE(bench.stage(5), u"finalize"_qs);
    // Each session's own signature value, however often it is sent: the card is asked once for each.
    QCOMPARE(bench.card->signatureCount(), 8);
}

void TestBatchRefusals::refusedButDone() {
    BatchBench bench;
    bench.pick(4);
    const QString done = bench.session(1).id->toString();
    bench.service.onCall("finalizeSigning", [&](const ServiceRequest&) -> std::optional<ServiceReply> {
        if (bench.service.countOf("finalizeSigning") > 1)
            return std::nullopt;
        bench.service.addDocument(done, u"letter.asice"_qs, "container");
        return refusal(400, u"signing:finalizeSigning"_qs, u"Refused"_qs);
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 4);
    QCOMPARE(bench.service.sentFor(done), 1);
    QCOMPARE(bench.service.sentFor(bench.session(0).id->toString()), 2);
}

void TestBatchRefusals::refusedWhereListingIsForbidden() {
    BatchBench bench;
    bench.pick(4);
    bench.service.answerWith("list", refusal(403, u"storage:forbidden"_qs, u"No right"_qs));
    bench.service.onCall("finalizeSigning",
                         [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
                             if (request.sessions().size() == 1)
                                 return std::nullopt;
                             return refusal(400, u"signing:closed"_qs, u"One of them is closed"_qs);
                         });
    // The same signature value again does no harm.
    QCOMPARE(bench.run().finalized, 4);
    QCOMPARE(bench.card->signatureCount(), 4);
}

void TestBatchRefusals::tooLargeIsSplit() {
    BatchBench bench;
    bench.pick(5);
    const auto atMostTwo = [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.sessions().size() <= 2)
            return std::nullopt;
        return refusal(413, {}, {});
    };
    bench.service.onCall("CalculateDigest", atMostTwo);
    bench.service.onCall("finalizeSigning", atMostTwo);
    QCOMPARE(bench.run().finalized, 5);
    QVERIFY(bench.everythingSettled());
}

void TestBatchRefusals::singleRefusalIsFinal() {
    BatchBench bench;
    bench.pick(1);
    bench.service.answerWith("finalizeSigning",
                             refusal(422, u"signing:finalizeSigning:badSignature"_qs, u"Wrong"_qs));
    QCOMPARE(bench.run().failed, 1);
    QCOMPARE(bench.code(0), u"signing:finalizeSigning:badSignature"_qs);
    QCOMPARE(bench.session(0).error->message(), u"Wrong"_qs);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
}

void TestBatchRefusals::noConnectionEndsTheRun() {
    BatchBench bench;
    bench.pick(5);
    bench.order.chunkSize = 2;
    bench.service.goAway();
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 5);
    QCOMPARE(base::toString(summary.endedBy->code()), base::toString(base::ErrorCode::NoConnection));
    for (int row = 0; row < 5; ++row) {
        QCOMPARE(bench.code(row), u"no-connection"_qs);
        QCOMPARE(bench.stage(row), u"prepare"_qs);
    }
    QCOMPARE(bench.attendant.questions.size(), 0);
}

void TestBatchRefusals::refusedTokenEndsTheRun() {
    BatchBench bench;
    bench.pick(3);
    bench.order.chunkSize = 1;
    bench.service.answerWith("CalculateDigest", ServiceReply{401, "{\"error\":\"invalid_token\"}"});
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 3);
    QVERIFY(summary.endedBy->kind() == base::ErrorKind::Authorisation);
    QCOMPARE(bench.stage(2), u"prepare"_qs);
}

QTEST_GUILESS_MAIN(TestBatchRefusals)
#include "tst_BatchRefusals.moc"
