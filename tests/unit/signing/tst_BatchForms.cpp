#include <QTest>

#include "BatchBench.h"

using namespace signet;
using namespace signet::signing;
using namespace signet::test;

Q_DECLARE_METATYPE(signet::signing::Operation)

namespace {

/** The request among them that names this session. */
QJsonObject requestFor(const BatchBench& bench, const QByteArray& call, int row) {
    for (const ServiceRequest& request : bench.service.requests(call)) {
        if (request.sessions().contains(bench.idOf(row)))
            return request.json();
    }
    return {};
}

void writeFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write("words") != 5)
        qFatal("cannot write %s", qPrintable(path));
}

}  // namespace

class TestBatchForms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differentChoicesGoApart_data();
    void differentChoicesGoApart();
    void ownFormOverTheOrders();
    void pdfIsRefusedBefore_data();
    void pdfIsRefusedBefore();
    void filesAreRefusedBeforeTheUpload();
    void pdfWhereListingIsForbidden();
    void listingThatHangs();
};

void TestBatchForms::differentChoicesGoApart_data() {
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QByteArray>("call");
    QTest::newRow("sign") << Operation::Sign << QByteArray("CalculateDigest");
    QTest::newRow("seal") << Operation::Seal << QByteArray("eSealCreate");
}

void TestBatchForms::differentChoicesGoApart() {
    QFETCH(const Operation, operation);
    QFETCH(const QByteArray, call);
    BatchBench bench;
    bench.pick(1, u"contract.pdf"_qs);
    bench.pick(1);
    bench.pick(1, u"contract.pdf"_qs);
    bench.pick(1, u"letter.asice"_qs);
    if (operation == Operation::Seal)
        bench.orderSeal();
    bench.order.form = ResultForm::PdfWherePossible;
    QCOMPARE(bench.run().finalized, 4);
    QVERIFY(bench.everythingSettled());
    QCOMPARE(bench.service.countOf(call), 2);
    for (int row = 0; row < 4; ++row) {
        const QJsonObject sent = requestFor(bench, call, row);
        QCOMPARE(sent[u"sessions"].toArray().size(), 2);
        QCOMPARE(sent[u"signAsPdf"], QJsonValue(row % 2 == 0));
        QCOMPARE(sent[u"createNewEdoc"], QJsonValue(false));
    }
    // What is prepared apart is finalized apart.
    QCOMPARE(bench.service.countOf("finalizeSigning"), operation == Operation::Sign ? 2 : 0);
}

void TestBatchForms::ownFormOverTheOrders() {
    BatchBench bench;
    const QList<SessionKey> keys = bench.pick(3);
    bench.sessions.update(keys[1], [](Session& session) { session.form = ResultForm::NewContainer; });
    QCOMPARE(bench.run().finalized, 3);
    for (int row = 0; row < 3; ++row)
        QCOMPARE(requestFor(bench, "CalculateDigest", row)[u"createNewEdoc"], QJsonValue(row == 1));
}

void TestBatchForms::pdfIsRefusedBefore_data() {
    differentChoicesGoApart_data();
}

void TestBatchForms::pdfIsRefusedBefore() {
    QFETCH(const Operation, operation);
    QFETCH(const QByteArray, call);
    BatchBench bench;
    bench.pick(1, u"contract.pdf"_qs);
    bench.pick(1);
    bench.pick(1, u"contract.pdf"_qs);
    bench.service.addDocument(bench.idOf(2), u"annex.pdf"_qs, "words");
    if (operation == Operation::Seal)
        bench.orderSeal();
    bench.order.form = ResultForm::Pdf;
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 1);
    QCOMPARE(summary.failed, 2);
    for (int row = 1; row < 3; ++row) {
        QCOMPARE(bench.code(row), u"not-one-pdf"_qs);
        QCOMPARE(bench.stage(row), u"prepare"_qs);
    }
    QCOMPARE(bench.service.countOf(call), 1);
    QCOMPARE(bench.service.requests(call).first().sessions(), QStringList{bench.idOf(0)});
    if (operation == Operation::Sign)
        QCOMPARE(bench.attendant.questions.first().sessions, 1);
}

void TestBatchForms::filesAreRefusedBeforeTheUpload() {
    const QTemporaryDir dir;
    writeFile(dir.filePath(u"a.docx"_qs));
    writeFile(dir.filePath(u"b.pdf"_qs));
    BatchBench bench;
    bench.order.sessions = bench.sessions.addFiles({dir.filePath(u"a.docx"_qs), dir.filePath(u"b.pdf"_qs)});
    bench.order.form = ResultForm::Pdf;
    const BatchSummary summary = bench.run();
    QCOMPARE(summary.finalized, 1);
    QCOMPARE(bench.code(0), u"not-one-pdf"_qs);
    QCOMPARE(bench.service.countOf("upload"), 1);
}

void TestBatchForms::pdfWhereListingIsForbidden() {
    BatchBench bench;
    const QList<SessionKey> keys = bench.pick(2);
    bench.sessions.update(keys[1], [](Session& session) { session.form = ResultForm::PdfWherePossible; });
    bench.order.form = ResultForm::Pdf;
    bench.service.answerWith("list", refusal(403, u"storage:forbidden"_qs, u"No right"_qs));
    QCOMPARE(bench.run().finalized, 2);
    // What cannot be seen is left to the service; what has a choice takes the one that is always possible.
    QCOMPARE(requestFor(bench, "CalculateDigest", 0)[u"signAsPdf"], QJsonValue(true));
    QCOMPARE(requestFor(bench, "CalculateDigest", 1)[u"signAsPdf"], QJsonValue(false));
}

void TestBatchForms::listingThatHangs() {
    BatchBench bench;
    bench.pick(6, u"contract.pdf"_qs);
    bench.order.form = ResultForm::Pdf;
    bench.order.listingGrace = std::chrono::milliseconds(200);
    bench.service.answerWith("list", silence());
    const BatchSummary summary = bench.run();
    QVERIFY(bench.everythingSettled());
    QCOMPARE(summary.finalized, 6);
    QVERIFY2(summary.seconds < 5, qPrintable(QString::number(summary.seconds)));
}

QTEST_GUILESS_MAIN(TestBatchForms)
#include "tst_BatchForms.moc"
