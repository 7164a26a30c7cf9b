#include <QTest>

#include "BatchBench.h"
#include "crypto/SignatureCheck.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

class TestBatchResults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingFinalized_data();
    void everythingFinalized();
    void signaturesFitTheDigests_data();
    void signaturesFitTheDigests();
    void mixedDigests();
    void mixedOutcomes();
    void wrongDigestLength();
    void oneChunksTroubleIsItsOwn();
    void rowsThatFailedAtPick();
    void progressAndSummary();
    void listingsStayOutOfTheWay();
};

void TestBatchResults::everythingFinalized_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("chunk");
    QTest::addColumn<int>("requests");
    QTest::newRow("one") << 1 << 20 << 1;
    QTest::newRow("one chunk") << 20 << 20 << 1;
    QTest::newRow("chunks") << 7 << 3 << 3;
}

void TestBatchResults::everythingFinalized() {
    QFETCH(const int, count);
    QFETCH(const int, chunk);
    QFETCH(const int, requests);
    BatchBench bench;
    bench.pick(count);
    bench.order.chunkSize = chunk;
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.picked, count);
    QCOMPARE(summary.finalized, count);
    QVERIFY(!summary.endedBy);
    QCOMPARE(bench.attendant.questions.size(), 1);
    QCOMPARE(bench.attendant.questions.first().sessions, count);
    QCOMPARE(bench.service.countOf("CalculateDigest"), requests);
    QCOMPARE(bench.service.countOf("finalizeSigning"), requests);
    QCOMPARE(bench.service.countOf("list"), count);
    QVERIFY(!bench.session(0).error);
}

void TestBatchResults::signaturesFitTheDigests_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("raw");
    QTest::addColumn<int>("bytes");  // 0: DER, whose length varies
    using P = sandbox::CardPersonalisation;
    QTest::newRow("RSA") << static_cast<int>(P::Cosmo8Rsa) << false << 256;
    QTest::newRow("EC as DER") << static_cast<int>(P::CosmoXEc) << false << 0;
    QTest::newRow("EC as r||s") << static_cast<int>(P::CosmoXEc) << true << 96;
}

void TestBatchResults::signaturesFitTheDigests() {
    QFETCH(const int, kind);
    QFETCH(const bool, raw);
    QFETCH(const int, bytes);
    BatchBench bench({}, static_cast<sandbox::CardPersonalisation>(kind));
    bench.profile.rawEcdsa = raw;
    bench.pick(2);
    QCOMPARE(bench.run().finalized, 2);
    for (const ServiceRequest& request : bench.service.received()) {
        if (request.call != "finalizeSigning")
            continue;
        const DeskReader reader = *bench.cards.selected();
        QCOMPARE(request.json()[u"authCertificate"].toString().toLatin1(),
                 reader.authenticationCertificate->toBase64());
        const QJsonArray values = request.json()[u"sessionSignatureValues"].toArray();
        QCOMPARE(values.size(), 2);
        for (int i = 0; i < values.size(); ++i) {
            const QByteArray value =
                QByteArray::fromBase64(values[i][u"signatureValue"].toString().toLatin1());
            QCOMPARE(value, bench.session(i).signatureValue);
            if (bytes > 0)
                QCOMPARE(value.size(), bytes);
            if (!raw)
                QVERIFY(crypto::checkSignature(*reader.signingCertificate, *bench.session(i).digest, value));
        }
    }
}

void TestBatchResults::mixedDigests() {
    BatchBench bench;
    bench.pick(20);
    bench.service.onCall("CalculateDigest", [&](const ServiceRequest& request) {
        ServiceReply reply = bench.service.ordinary(request);
        const QStringList ids = request.sessions();
        const QString member = u"sessionDigests"_qs;
        for (const int bad : {3, 7, 11})
            reply = changed(reply, member, ids[bad],
                            failing(ids[bad], u"code:%1"_qs.arg(bad), u"Message %1"_qs.arg(bad)));
        return changed(reply, member, ids[15], {});
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 16);
    QCOMPARE(summary.failed, 4);
    QVERIFY(!summary.endedBy);
    for (const int bad : {3, 7, 11}) {
        QCOMPARE(bench.code(bad), u"code:%1"_qs.arg(bad));
        QCOMPARE(bench.session(bad).error->message(), u"Message %1"_qs.arg(bad));
        QCOMPARE(bench.stage(bad), u"prepare"_qs);
    }
    QCOMPARE(toString(bench.session(15).state), toString(SessionState::Failed));
    QCOMPARE(bench.stage(15), u"prepare"_qs);
    QCOMPARE(bench.attendant.questions.first().sessions, 16);
}

void TestBatchResults::mixedOutcomes() {
    BatchBench bench;
    bench.pick(20);
    bench.service.onCall("finalizeSigning", [&](const ServiceRequest& request) {
        // Three are refused and one is left out, none of them carried out.
        QStringList ids = request.sessions();
        const QStringList bad{ids[2], ids[5], ids[8], ids[13]};
        QJsonArray results;
        for (const QString& id : ids) {
            if (!bad.contains(id))
                bench.service.addDocument(id, u"letter.asice"_qs, "container");
            if (id == bad.last())
                continue;
            results.append(bad.contains(id) ? failing(id, u"sign:refused"_qs, u"No: %1"_qs.arg(id))
                                            : QJsonObject{{u"sessionId"_qs, id}});
        }
        return resultsReply(results);
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 16);
    QCOMPARE(summary.failed, 3);
    QCOMPARE(summary.unconfirmed, 1);
    QCOMPARE(bench.code(5), u"sign:refused"_qs);
    QVERIFY(bench.session(5).error->message().startsWith(u"No: "));
    QCOMPARE(bench.stage(5), u"finalize"_qs);
    QCOMPARE(toString(bench.session(13).state), toString(SessionState::Unconfirmed));
    QCOMPARE(bench.stage(13), u"confirm"_qs);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
}

void TestBatchResults::wrongDigestLength() {
    BatchBench bench({}, sandbox::CardPersonalisation::Cosmo8Rsa);
    bench.pick(2);
    bench.service.onCall("CalculateDigest", [&](const ServiceRequest& request) {
        QJsonArray digests;
        for (const QString& id : request.sessions()) {
            const QByteArray digest(digests.isEmpty() ? 48 : 33, 'x');
            digests.append(
                QJsonObject{{u"sessionId"_qs, id}, {u"digest"_qs, QString::fromLatin1(digest.toBase64())}});
        }
        return dataReply({{u"sessionDigests"_qs, digests}});
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 2);
    QCOMPARE(bench.code(0), u"digest-length"_qs);
    QCOMPARE(bench.code(1), u"digest-length"_qs);
    QCOMPARE(bench.attendant.questions.size(), 0);
    QCOMPARE(bench.card->verifyCount(), 0);
}

void TestBatchResults::oneChunksTroubleIsItsOwn() {
    BatchBench bench;
    bench.pick(6);
    bench.order.chunkSize = 2;
    const QString bad = bench.session(2).id->toString();
    bench.service.onCall("CalculateDigest",
                         [&](const ServiceRequest& request) -> std::optional<ServiceReply> {
                             if (!request.sessions().contains(bad))
                                 return std::nullopt;
                             return refusal(500, u"service:broken"_qs, u"Broken"_qs);
                         });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 4);
    QCOMPARE(summary.failed, 2);
    QVERIFY(!summary.endedBy);
    QCOMPARE(bench.code(3), u"service:broken"_qs);
}

void TestBatchResults::rowsThatFailedAtPick() {
    BatchBench bench;
    bench.pickIds({u"not an identifier"_qs});
    bench.pick(2);
    bench.order.sessions += bench.order.sessions;
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.picked, 3);
    QCOMPARE(summary.finalized, 2);
    QCOMPARE(summary.failed, 1);
    QCOMPARE(bench.stage(0), u"pick"_qs);
}

void TestBatchResults::progressAndSummary() {
    BatchBench bench;
    bench.pick(6);
    bench.order.chunkSize = 2;
    Batch& batch = bench.start();
    QVERIFY(batch.isRunning());
    bool sawRemaining = false;
    int ended = 0;
    bool grew = true;
    QObject::connect(&batch, &Batch::progressChanged, &batch, [&] {
        const BatchProgress progress = batch.progress();
        grew = grew && progress.ended >= ended && progress.total == 6;
        ended = progress.ended;
        sawRemaining = sawRemaining || progress.remaining.has_value();
    });
    QVERIFY(bench.waitForEnd());
    QVERIFY(grew && sawRemaining);
    QCOMPARE(batch.progress().ended, 6);
    QCOMPARE(batch.progress().signedCount, 6);
    QVERIFY(batch.summary()->seconds > 0);
}

void TestBatchResults::listingsStayOutOfTheWay() {
    BatchBench bench;
    bench.pick(10);
    bench.service.delay("list", 300);
    // The digests are asked for before the slow listings have come; finalize waits for them.
    int listedWhenAsked = -1;
    bench.attendant.whenAsked = [&] {
        listedWhenAsked = 0;
        for (int row = 0; row < bench.sessions.size(); ++row)
            listedWhenAsked += bench.session(row).documentsBefore ? 1 : 0;
    };
    QCOMPARE(bench.run().finalized, 10);
    QVERIFY2(listedWhenAsked >= 0 && listedWhenAsked < 10, qPrintable(QString::number(listedWhenAsked)));
    for (int row = 0; row < 10; ++row)
        QCOMPARE(bench.session(row).documentsBefore->size(), 1);
}

QTEST_GUILESS_MAIN(TestBatchResults)
#include "tst_BatchResults.moc"
