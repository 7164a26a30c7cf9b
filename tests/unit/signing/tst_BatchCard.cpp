#include <QTest>

#include "BatchBench.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;
using sandbox::CardFault;
using sandbox::CardMishap;
using sandbox::VirtualCardOptions;
using sandbox::VirtualReaders;

namespace {

VirtualCardOptions withFault(CardMishap mishap, int signature) {
    VirtualCardOptions options;
    CardFault fault;
    fault.mishap = mishap;
    fault.moment = CardFault::Moment::Signature;
    fault.number = signature;
    options.faults.append(fault);
    return options;
}

}  // namespace

class TestBatchCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noCard();
    void cardRemovedBeforeThePin();
    void cardRemovedBetweenChunks();
    void cardRemovedWhileSigning();
    void wrongSignatureFailsAlone();
    void authCertificateIsTheSigningOne();
    void otherAuthCertificateFromFile();
    void unreadableAuthCertificate();
    void namedReader();
};

void TestBatchCard::noCard() {
    BatchBench bench;
    bench.readers->remove(VirtualReaders::demoReaderName());
    bench.pick(3);
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 3);
    QCOMPARE(base::toString(summary.endedBy->code()), base::toString(base::ErrorCode::NoCard));
    QCOMPARE(bench.stage(2), u"prepare"_qs);
    QCOMPARE(bench.service.received().size(), 0);
}

void TestBatchCard::cardRemovedBeforeThePin() {
    BatchBench bench;
    bench.pick(2);
    bench.attendant.whenAsked = [&] { bench.readers->remove(VirtualReaders::demoReaderName()); };
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 2);
    QVERIFY(summary.endedBy->kind() == base::ErrorKind::Card);
    QCOMPARE(bench.stage(0), u"sign"_qs);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 0);
}

void TestBatchCard::cardRemovedBetweenChunks() {
    BatchBench bench;
    bench.pick(6);
    bench.order.chunkSize = 2;
    bench.order.chunksAhead = 0;  // the second request for digests leaves when the first chunk is signed
    bench.service.onCall("CalculateDigest", [&](const ServiceRequest& request) {
        if (bench.service.countOf("CalculateDigest") == 2)
            bench.readers->remove(VirtualReaders::demoReaderName());
        return bench.service.ordinary(request);
    });
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 2);
    QCOMPARE(summary.failed, 4);
    QCOMPARE(base::toString(summary.endedBy->code()), base::toString(base::ErrorCode::CardRemoved));
    for (int row = 2; row < 6; ++row) {
        QCOMPARE(bench.code(row), u"card-removed"_qs);
        QCOMPARE(bench.stage(row), u"sign"_qs);
    }
}

void TestBatchCard::cardRemovedWhileSigning() {
    BatchBench bench(withFault(CardMishap::Removed, 4));
    bench.pick(6);
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    // Three signatures were made before: they are not lost.
    QCOMPARE(summary.finalized, 3);
    QCOMPARE(summary.failed, 3);
    QCOMPARE(bench.code(3), u"card-removed"_qs);
    QCOMPARE(bench.code(5), u"card-removed"_qs);
    QCOMPARE(bench.service.countOf("finalizeSigning"), 1);
}

void TestBatchCard::wrongSignatureFailsAlone() {
    BatchBench bench(withFault(CardMishap::WrongSignature, 2));
    bench.pick(4);
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 3);
    QCOMPARE(bench.code(1), u"signature-wrong"_qs);
    QCOMPARE(bench.stage(1), u"sign"_qs);
    QCOMPARE(bench.service.sentFor(bench.session(1).id->toString()), 0);
    QVERIFY(!summary.endedBy);
}

void TestBatchCard::authCertificateIsTheSigningOne() {
    const QTemporaryDir dir;
    BatchBench bench;
    bench.pick(2);
    QTRY_VERIFY(bench.cards.selected().has_value());
    QFile file(dir.filePath(u"auth.der"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bench.cards.selected()->signingCertificate->der());
    file.close();
    bench.profile.authCertificateFile = file.fileName();
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.failed, 2);
    QCOMPARE(bench.code(0), u"auth-certificate-wrong-usage"_qs);
    QCOMPARE(bench.stage(0), u"prepare"_qs);
    QCOMPARE(bench.attendant.questions.size(), 0);
}

void TestBatchCard::otherAuthCertificateFromFile() {
    const QTemporaryDir dir;
    BatchBench bench;
    BatchBench other({}, sandbox::CardPersonalisation::Cosmo8Rsa);
    bench.pick(1);
    QTRY_VERIFY(other.cards.selected().has_value());
    const crypto::Certificate certificate = *other.cards.selected()->authenticationCertificate;
    QFile file(dir.filePath(u"auth.pem"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sandbox::certificatePem(certificate.der()));
    file.close();
    bench.profile.authCertificateFile = file.fileName();
    QCOMPARE(bench.run().finalized, 1);
    const auto& received = bench.service.received();
    const auto sent = std::find_if(received.begin(), received.end(),
                                   [](const ServiceRequest& one) { return one.call == "finalizeSigning"; });
    QCOMPARE(sent->json()[u"authCertificate"].toString().toLatin1(), certificate.toBase64());
}

void TestBatchCard::unreadableAuthCertificate() {
    const QTemporaryDir dir;
    BatchBench bench;
    bench.pick(1);
    QFile file(dir.filePath(u"auth.pem"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("nothing of the kind");
    file.close();
    bench.profile.authCertificateFile = file.fileName();
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.inState(SessionState::Failed), 1);
    QVERIFY(summary.endedBy.has_value());
    QCOMPARE(bench.attendant.questions.size(), 0);
}

void TestBatchCard::namedReader() {
    BatchBench bench;
    bench.pick(1);
    bench.order.reader = u"no such reader"_qs;
    QCOMPARE(base::toString(bench.run().endedBy->code()), base::toString(base::ErrorCode::ReaderUnknown));
    QCOMPARE(bench.code(0), u"reader-unknown"_qs);
}

QTEST_GUILESS_MAIN(TestBatchCard)
#include "tst_BatchCard.moc"
