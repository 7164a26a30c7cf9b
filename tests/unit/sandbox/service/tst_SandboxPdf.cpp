#include <QJsonArray>
#include <QTest>

#include "ServiceClient.h"
#include "sandbox/service/SampleDocuments.h"
#include "support/PdfJudge.h"

using namespace signet;
using namespace signet::sandbox;
using test::PdfReport;
using test::ServiceClient;

/** Signatures inside PDFs over real HTTP (signAsPdf, signapi.md 5.1); the results are judged by programs that
 * are not ours. */
class tst_SandboxPdf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void signs_data();
    void signs();
    void keysGetTheirDigestLength();
    void secondSignatureKeepsTheFirst();
    void wrongSignatureValueIsRefused();
    void needsExactlyOnePdf_data();
    void needsExactlyOnePdf();
    void saysWhatIsWrongWithThePdf_data();
    void saysWhatIsWrongWithThePdf();
    void badPdfCostsItsNeighboursNothing();

private:
    QString session(const QString& name, const QByteArray& bytes) {
        return m_sandbox->addSession({{{}, name, bytes}});
    }
    QJsonObject digests(ServiceClient& client, const QStringList& sessions) {
        return client.calculateDigest(sessions, {{u"signAsPdf"_qs, true}, {u"createNewEdoc"_qs, false}})
            .json();
    }
    QJsonValue sign(ServiceClient& client, const QString& session, bool raw = false) {
        return client.finalize(digests(client, {session}), raw).data()[u"results"][0][u"error"];
    }
    SandboxDocument onlyDocument(const QString& session) const {
        const auto documents = m_sandbox->documents(session);
        return documents && documents->size() == 1 ? documents->first() : SandboxDocument{};
    }
    PdfReport judge(const QByteArray& pdf) const { return test::judgePdf(pdf, m_sandbox->info().caPem); }

    std::unique_ptr<Sandbox> m_sandbox;
};

void tst_SandboxPdf::init() {
    m_sandbox = std::make_unique<Sandbox>();
    const auto started = m_sandbox->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail()));
}

void tst_SandboxPdf::signs_data() {
    QTest::addColumn<bool>("rsa");
    QTest::addColumn<bool>("raw");
    QTest::newRow("RSA") << true << false;
    QTest::newRow("P-384, DER") << false << false;
    QTest::newRow("P-384, r||s") << false << true;
}

void tst_SandboxPdf::signs() {
    QFETCH(bool, rsa);
    QFETCH(bool, raw);
    ServiceClient client(*m_sandbox, rsa ? CardPersonalisation::Cosmo8Rsa : CardPersonalisation::CosmoXEc);
    const QByteArray original = samplePdf({u"Līgums"_qs});
    const QString id = session(u"Līgums 7.pdf"_qs, original);
    QVERIFY(sign(client, id, raw).isUndefined());
    const SandboxDocument result = onlyDocument(id);
    QCOMPARE(result.name, u"Līgums 7.signed.pdf"_qs);
    QVERIFY(result.bytes.startsWith(original));
    const PdfReport report = judge(result.bytes);
    QVERIFY2(report.isLongTerm(), report.text());
    QCOMPARE(report.signatures.size(), 1);
    QCOMPARE(report.signatures[0].signer, client.card().givenName + u' ' + client.card().surname);
}

void tst_SandboxPdf::keysGetTheirDigestLength() {
    SandboxOptions options;
    options.ecDigestLength = 48;
    m_sandbox = std::make_unique<Sandbox>(options);
    QVERIFY(m_sandbox->start());
    ServiceClient client(*m_sandbox);
    const QString id = session(u"a.pdf"_qs, samplePdf({u"Akts"_qs}));
    QVERIFY(sign(client, id).isUndefined());
    const PdfReport report = judge(onlyDocument(id).bytes);
    QVERIFY2(report.isLongTerm(), report.text());
    QCOMPARE(report.signatures[0].hashAlgorithm, u"SHA-384"_qs);
}

void tst_SandboxPdf::secondSignatureKeepsTheFirst() {
    ServiceClient first(*m_sandbox, CardPersonalisation::CosmoXEc);
    ServiceClient second(*m_sandbox, CardPersonalisation::Cosmo8Rsa);
    const QString id = session(u"a.pdf"_qs, samplePdf({u"Akts"_qs}));
    QVERIFY(sign(first, id).isUndefined());
    const SandboxDocument once = onlyDocument(id);
    QVERIFY(sign(second, id).isUndefined());
    const SandboxDocument twice = onlyDocument(id);
    QCOMPARE(twice.name, u"a.signed.pdf"_qs);
    QVERIFY(twice.bytes.startsWith(once.bytes));
    const PdfReport report = judge(twice.bytes);
    QVERIFY2(report.isLongTerm(), report.text());
    QCOMPARE(report.signatures.size(), 2);
}

void tst_SandboxPdf::wrongSignatureValueIsRefused() {
    ServiceClient client(*m_sandbox);
    const QString id = session(u"a.pdf"_qs, samplePdf({u"Akts"_qs}));
    const QString other = session(u"b.pdf"_qs, samplePdf({u"Cits akts"_qs}));
    QJsonObject swapped = client.finalizeRequest(digests(client, {id, other}));
    QJsonArray values = swapped[u"sessionSignatureValues"].toArray();
    QCOMPARE(values.size(), 2);
    values[0] = QJsonObject{{u"sessionId"_qs, id}, {u"signatureValue"_qs, values[1][u"signatureValue"]}};
    swapped[u"sessionSignatureValues"_qs] = values;
    const auto answer = client.post(u"/api-sign/v1.0/finalizeSigning"_qs, swapped);
    QCOMPARE(answer.data()[u"results"][0][u"error"][u"code"].toString(),
             u"signing:finalizeSigning:badSignature"_qs);
    QVERIFY(answer.data()[u"results"][1][u"error"].isUndefined());
    QCOMPARE(onlyDocument(id).name, u"a.pdf"_qs);
}

void tst_SandboxPdf::needsExactlyOnePdf_data() {
    QTest::addColumn<QStringList>("names");
    QTest::newRow("two PDFs") << QStringList{u"a.pdf"_qs, u"b.pdf"_qs};
    QTest::newRow("text") << QStringList{u"a.txt"_qs};
    QTest::newRow("container") << QStringList{u"a.asice"_qs};
}

void tst_SandboxPdf::needsExactlyOnePdf() {
    QFETCH(QStringList, names);
    QList<SandboxDocument> documents;
    for (const QString& name : names)
        documents.append({{}, name, samplePdf({name})});
    ServiceClient client(*m_sandbox);
    const QJsonValue entry =
        digests(client, {m_sandbox->addSession(documents)})[u"data"][u"sessionDigests"][0];
    QCOMPARE(entry[u"error"][u"code"].toString(), u"signing:calculateDigest:notOnePdf"_qs);
    QVERIFY(entry[u"digest"].isUndefined());
}

void tst_SandboxPdf::saysWhatIsWrongWithThePdf_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const QByteArray sample = samplePdf({u"Akts"_qs});
    QTest::newRow("no PDF") << QByteArray("Labdien!") << u"not a PDF"_qs;
    QTest::newRow("empty") << QByteArray() << u"not a PDF"_qs;
    QTest::newRow("truncated") << sample.left(400) << u""_qs;
    QTest::newRow("encrypted") << test::rewrittenByQpdf(
                                      sample, {u"--encrypt"_qs, u"u"_qs, u"o"_qs, u"256"_qs, u"--"_qs})
                               << u"encrypted"_qs;
}

void tst_SandboxPdf::saysWhatIsWrongWithThePdf() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    ServiceClient client(*m_sandbox);
    const QJsonValue error =
        digests(client, {session(u"a.pdf"_qs, bytes)})[u"data"][u"sessionDigests"][0][u"error"];
    QCOMPARE(error[u"code"].toString(), u"signing:calculateDigest:badDocument"_qs);
    QVERIFY2(error[u"message"].toString().contains(words), qPrintable(error[u"message"].toString()));
}

void tst_SandboxPdf::badPdfCostsItsNeighboursNothing() {
    ServiceClient client(*m_sandbox);
    const QString bad = session(u"a.pdf"_qs, "%PDF-1.7\n");
    const QString good = session(u"b.pdf"_qs, samplePdf({u"Akts"_qs}));
    const QJsonObject answer = digests(client, {bad, good});
    QVERIFY(answer[u"data"][u"sessionDigests"][0][u"error"].isObject());
    const auto finalized =
        client.post(u"/api-sign/v1.0/finalizeSigning"_qs,
                    {{u"sessionSignatureValues"_qs,
                      QJsonArray{client.finalizeRequest(answer)[u"sessionSignatureValues"].toArray().last()}},
                     {u"authCertificate"_qs, client.finalizeRequest(answer)[u"authCertificate"]}});
    QVERIFY2(finalized.data()[u"results"][0][u"error"].isUndefined(), finalized.body);
    const PdfReport report = judge(onlyDocument(good).bytes);
    QVERIFY2(report.isLongTerm(), report.text());
}

QTEST_GUILESS_MAIN(tst_SandboxPdf)
#include "tst_SandboxPdf.moc"
