#include <QJsonDocument>
#include <QTest>

#include "BatchBench.h"
#include "crypto/SignatureCheck.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

namespace {

ServiceReply refusal(int status, const QString& code, const QString& message) {
    return {status, QJsonDocument(ScriptedService::error(code, message)).toJson()};
}

/** The ordinary answer, with one session's entry changed or (where `change` empties it) left out. */
ServiceReply changed(const ServiceReply& reply, const QString& member, const QString& session,
                     const QJsonObject& entry) {
    QJsonObject data = QJsonDocument::fromJson(reply.body).object()[u"data"].toObject();
    QJsonArray entries;
    for (const QJsonValue& one : data[member].toArray()) {
        if (one[u"sessionId"].toString() != session)
            entries.append(one);
        else if (!entry.isEmpty())
            entries.append(entry);
    }
    data[member] = entries;
    return {reply.status, ScriptedService::data(data)};
}

QJsonObject failing(const QString& session, const QString& code, const QString& message) {
    QJsonObject entry = ScriptedService::error(code, message);
    entry[u"sessionId"] = session;
    return entry;
}

}  // namespace

class TestBatchResults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingFinalized_data();
    void everythingFinalized();
    void signaturesFitTheDigests_data();
    void signaturesFitTheDigests();
    void mixedDigests();
    void mixedOutcomes();
    void okWithoutDetails();
    void okWithoutEffect();
    void okWhereListingIsForbidden();
    void hangUpBeforeTheWork();
    void hangUpAfterTheWork();
    void serverErrorIsNeverFailed();
    void oneBadSessionAtPrepare();
    void oneBadSessionAtFinalize();
    void refusedButDone();
    void tooLargeIsSplit();
    void singleRefusalIsFinal();
    void wrongDigestLength();
    void noConnectionEndsTheRun();
    void refusedTokenEndsTheRun();
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
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "CalculateDigest")
            return std::nullopt;
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
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "finalizeSigning")
            return std::nullopt;
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
        return ServiceReply{200, ScriptedService::data({{u"results"_qs, results}})};
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

void TestBatchResults::okWithoutDetails() {
    BatchBench bench;
    bench.pick(3);
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "finalizeSigning")
            return std::nullopt;
        bench.service.ordinary(request);
        return ServiceReply{200, "OK"};
    });
    QCOMPARE(bench.run().finalized, 3);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.service.countOf("list"), 6);
    QCOMPARE(bench.session(0).results.size(), 1);
    QCOMPARE(bench.session(0).results.first().name, u"letter.asice"_qs);
}

void TestBatchResults::okWithoutEffect() {
    BatchBench bench;
    bench.pick(2);
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "finalizeSigning")
            return std::nullopt;
        return ServiceReply{200, {}};
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.unconfirmed, 2);
    QCOMPARE(bench.code(0), u"outcome-unknown"_qs);
    QCOMPARE(bench.stage(0), u"confirm"_qs);
}

void TestBatchResults::okWhereListingIsForbidden() {
    BatchBench bench;
    bench.pick(2);
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call == "list")
            return refusal(403, u"storage:forbidden"_qs, u"No right"_qs);
        if (request.call == "finalizeSigning")
            return ServiceReply{200, "{\"data\":\"OK\"}"};
        return std::nullopt;
    });
    QCOMPARE(bench.run().finalized, 2);
    QVERIFY(bench.everythingSettled());
}

void TestBatchResults::hangUpBeforeTheWork() {
    BatchBench bench;
    bench.pick(3);
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "finalizeSigning")
            return std::nullopt;
        return hangingUp();
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.unconfirmed, 3);
    QCOMPARE(summary.failed, 0);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
    QVERIFY(!bench.session(0).signatureValue.isEmpty());
}

void TestBatchResults::hangUpAfterTheWork() {
    BatchBench bench;
    bench.pick(3);
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "finalizeSigning")
            return std::nullopt;
        bench.service.ordinary(request);
        return hangingUp();
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 3);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
    QVERIFY(!bench.session(0).error);
}

void TestBatchResults::serverErrorIsNeverFailed() {
    BatchBench bench;
    bench.pick(2);
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "finalizeSigning")
            return std::nullopt;
        return refusal(500, u"signing:broken"_qs, u"Time stamp not available"_qs);
    });
    const BatchSummary summary = bench.run();
    QCOMPARE(summary.unconfirmed, 2);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
    QCOMPARE(bench.code(0), u"signing:broken"_qs);
    QCOMPARE(bench.session(0).error->message(), u"Time stamp not available"_qs);
    QCOMPARE(base::toString(bench.session(0).error->code()), base::toString(base::ErrorCode::OutcomeUnknown));
}

void TestBatchResults::oneBadSessionAtPrepare() {
    BatchBench bench;
    bench.pick(8);
    const QString bad = bench.session(5).id->toString();
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "CalculateDigest" || !request.sessions().contains(bad))
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

void TestBatchResults::oneBadSessionAtFinalize() {
    BatchBench bench;
    bench.pick(8);
    const QString bad = bench.session(5).id->toString();
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "finalizeSigning" || !request.sessions().contains(bad))
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

void TestBatchResults::refusedButDone() {
    BatchBench bench;
    bench.pick(4);
    const QString done = bench.session(1).id->toString();
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "finalizeSigning" || bench.service.countOf("finalizeSigning") > 1)
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

void TestBatchResults::tooLargeIsSplit() {
    BatchBench bench;
    bench.pick(5);
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.sessions().size() <= 2)
            return std::nullopt;
        return refusal(413, {}, {});
    });
    QCOMPARE(bench.run().finalized, 5);
    QVERIFY(bench.everythingSettled());
}

void TestBatchResults::singleRefusalIsFinal() {
    BatchBench bench;
    bench.pick(1);
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "finalizeSigning")
            return std::nullopt;
        return refusal(422, u"signing:finalizeSigning:badSignature"_qs, u"Wrong"_qs);
    });
    QCOMPARE(bench.run().failed, 1);
    QCOMPARE(bench.code(0), u"signing:finalizeSigning:badSignature"_qs);
    QCOMPARE(bench.session(0).error->message(), u"Wrong"_qs);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
}

void TestBatchResults::wrongDigestLength() {
    BatchBench bench({}, sandbox::CardPersonalisation::Cosmo8Rsa);
    bench.pick(2);
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "CalculateDigest")
            return std::nullopt;
        QJsonArray digests;
        for (const QString& id : request.sessions()) {
            const QByteArray digest(digests.isEmpty() ? 48 : 33, 'x');
            digests.append(
                QJsonObject{{u"sessionId"_qs, id}, {u"digest"_qs, QString::fromLatin1(digest.toBase64())}});
        }
        return ServiceReply{200, ScriptedService::data({{u"sessionDigests"_qs, digests}})};
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 2);
    QCOMPARE(bench.code(0), u"digest-length"_qs);
    QCOMPARE(bench.code(1), u"digest-length"_qs);
    QCOMPARE(bench.attendant.questions.size(), 0);
    QCOMPARE(bench.card->verifyCount(), 0);
}

void TestBatchResults::noConnectionEndsTheRun() {
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

void TestBatchResults::refusedTokenEndsTheRun() {
    BatchBench bench;
    bench.pick(3);
    bench.order.chunkSize = 1;
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "CalculateDigest")
            return std::nullopt;
        return ServiceReply{401, "{\"error\":\"invalid_token\"}"};
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 3);
    QVERIFY(summary.endedBy->kind() == base::ErrorKind::Authorisation);
    QCOMPARE(bench.stage(2), u"prepare"_qs);
}

void TestBatchResults::oneChunksTroubleIsItsOwn() {
    BatchBench bench;
    bench.pick(6);
    bench.order.chunkSize = 2;
    const QString bad = bench.session(2).id->toString();
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "CalculateDigest" || !request.sessions().contains(bad))
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
    SigningBatch& batch = bench.start();
    QVERIFY(batch.isRunning());
    bool sawRemaining = false;
    int ended = 0;
    bool grew = true;
    QObject::connect(&batch, &SigningBatch::progressChanged, &batch, [&] {
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
    bench.service.setScript([&](const ServiceRequest& request) -> std::optional<ServiceReply> {
        if (request.call != "list")
            return std::nullopt;
        ServiceReply reply = bench.service.ordinary(request);
        reply.delay = 300;
        return reply;
    });
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
