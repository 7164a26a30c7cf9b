#include <QJsonArray>
#include <QTest>

#include "ServiceClient.h"
#include "support/AsicVerifier.h"

using namespace signet;
using namespace signet::sandbox;
using test::ServiceClient;

/** CalculateDigest and finalizeSigning over real HTTP; the results are judged by programs that are not ours.
 */
class tst_SandboxSigning : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void containerVerifies_data();
    void containerVerifies();
    void tamperedContainerDoesNotVerify_data();
    void tamperedContainerDoesNotVerify();
    void secondSignatureKeepsTheFirst();
    void newContainerAroundContainer();
    void refusedCertificates();
    void refusedSignatureValue();
    void refusedAuthenticationCertificate();
    void sessionsStandAlone();
    void secondFinalize_data();
    void secondFinalize();
    void newDigestVoidsTheOld();

private:
    void start(const SandboxOptions& options = {});
    QByteArray signedContainer(ServiceClient& client, const QString& session, bool raw = false);
    std::unique_ptr<Sandbox> m_sandbox;
};

void tst_SandboxSigning::init() {
    start();
}

void tst_SandboxSigning::start(const SandboxOptions& options) {
    m_sandbox = std::make_unique<Sandbox>(options);
    const auto started = m_sandbox->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail()));
}

QByteArray tst_SandboxSigning::signedContainer(ServiceClient& client, const QString& session, bool raw) {
    const auto digests = client.calculateDigest({session});
    const auto result = client.finalize(digests.json(), raw);
    if (result.status != 200 || !result.data()[u"results"][0][u"error"].isUndefined())
        qWarning() << result.status << result.body;
    return m_sandbox->documents(session)->first().bytes;
}

void tst_SandboxSigning::containerVerifies_data() {
    QTest::addColumn<CardPersonalisation>("card");
    QTest::addColumn<int>("ecDigestLength");
    QTest::addColumn<bool>("rawEcdsa");
    QTest::addColumn<QString>("signatureAlgorithm");
    QTest::newRow("RSA") << CardPersonalisation::Cosmo8Rsa << 32 << false << u"SHA256withRSA"_qs;
    QTest::newRow("P-384, SHA-256, DER")
        << CardPersonalisation::CosmoXEc << 32 << false << u"SHA256withECDSA"_qs;
    QTest::newRow("P-384, SHA-256, r||s")
        << CardPersonalisation::CosmoXEc << 32 << true << u"SHA256withECDSA"_qs;
    QTest::newRow("P-384, SHA-384") << CardPersonalisation::Cosmo8Ec << 48 << false << u"SHA384withECDSA"_qs;
    QTest::newRow("P-384, SHA-512") << CardPersonalisation::Cosmo8Ec << 64 << false << u"SHA512withECDSA"_qs;
}

void tst_SandboxSigning::containerVerifies() {
    QFETCH(CardPersonalisation, card);
    QFETCH(int, ecDigestLength);
    QFETCH(bool, rawEcdsa);
    QFETCH(QString, signatureAlgorithm);
    SandboxOptions options;
    options.ecDigestLength = ecDigestLength;
    start(options);
    ServiceClient client(*m_sandbox, card);
    const QString session = m_sandbox->info().sessions.at(8);
    const auto before = *m_sandbox->documents(session);
    QVERIFY(before.size() > 1);
    const auto digests = client.calculateDigest({session});
    QCOMPARE(digests.status, 200);
    QCOMPARE(digests.data()[u"signature_algorithm"].toString(), signatureAlgorithm);
    QCOMPARE(client.finalize(digests.json(), rawEcdsa).status, 200);
    const auto after = *m_sandbox->documents(session);
    QCOMPARE(after.size(), 1);
    QVERIFY(after.first().name.endsWith(u".asice"));
    QVERIFY(after.first().id != before.first().id);
    const auto report = test::verifyContainer(after.first().bytes, m_sandbox->info().caPem);
    QVERIFY2(report.isValid(), report.text());
    QCOMPARE(report.signers, QStringList{u"PĒTERIS PARAUGS"_qs});
    QCOMPARE(report.files.size(), before.size());
    for (const SandboxDocument& document : before)
        QVERIFY2(report.files.contains(document.name), qPrintable(document.name));
    QCOMPARE(m_sandbox->counters().values().finalizations.value(session), 1);
}

void tst_SandboxSigning::tamperedContainerDoesNotVerify_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("a file") << QByteArray("Cena: 12") << QByteArray("Cena: 92") << u"xmlsec1"_qs;
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QString();
}

void tst_SandboxSigning::tamperedContainerDoesNotVerify() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, complaint);
    ServiceClient client(*m_sandbox);
    // Short and random-looking content is stored as it is or deflated; the archive is made anew around the
    // change.
    const QString session = m_sandbox->addSession({{{}, u"tāme.txt"_qs, "Cena: 12 EUR"}});
    const QByteArray good = signedContainer(client, session);
    const QByteArray changed =
        from.isEmpty() ? good : test::replacedInContainer(good, u"tāme.txt"_qs, from, to);
    const auto report = test::verifyContainer(changed, m_sandbox->info().caPem);
    QCOMPARE(report.isValid(), complaint.isEmpty());
    QVERIFY2(complaint.isEmpty() || report.text().contains(complaint.toUtf8()), report.text());
    const DemoPki stranger = *DemoPki::create();
    QVERIFY(!test::verifyContainer(good, stranger.rootPem()).isValid());
}

void tst_SandboxSigning::secondSignatureKeepsTheFirst() {
    ServiceClient first(*m_sandbox);
    ServiceClient second(*m_sandbox, CardPersonalisation::Cosmo8Rsa);
    const QString session = m_sandbox->info().sessions.first();
    signedContainer(first, session);
    const auto report = test::verifyContainer(signedContainer(second, session), m_sandbox->info().caPem);
    QVERIFY2(report.isValid(), report.text());
    QCOMPARE(report.signers.size(), 2);
    QCOMPARE(report.files.size(), 1);
}

void tst_SandboxSigning::newContainerAroundContainer() {
    ServiceClient client(*m_sandbox);
    const QString session = m_sandbox->info().sessions.first();
    signedContainer(client, session);
    const QString inner = m_sandbox->documents(session)->first().name;
    const auto digests = client.calculateDigest({session}, {{u"createNewEdoc"_qs, true}});
    QCOMPARE(client.finalize(digests.json()).status, 200);
    const auto report =
        test::verifyContainer(m_sandbox->documents(session)->first().bytes, m_sandbox->info().caPem);
    QVERIFY2(report.isValid(), report.text());
    QCOMPARE(report.files, QStringList{inner});
    QCOMPARE(report.signers.size(), 1);
}

void tst_SandboxSigning::refusedCertificates() {
    ServiceClient client(*m_sandbox);
    const QStringList sessions{m_sandbox->info().sessions.first()};
    const auto with = [&](const QByteArray& certificate) {
        return client.calculateDigest(sessions, {{u"certificate"_qs, QString::fromLatin1(certificate)}});
    };
    const auto swapped = with(client.card().authentication.certificateDer.toBase64());
    QCOMPARE(swapped.status, 400);
    QCOMPARE(swapped.errorCode(), u"signing:calculateDigest:wrongUsage"_qs);
    QCOMPARE(with("bm90IGEgY2VydGlmaWNhdGU=").status, 400);
    QCOMPARE(with("").status, 400);
    QByteArray lines = client.card().signing.certificateDer.toBase64();
    lines.insert(64, "\r\n");
    QCOMPARE(with(lines).status, 200);
    QCOMPARE(with(certificatePem(client.card().signing.certificateDer)).status, 200);
    QCOMPARE(with(certificatePem(client.card().signing.certificateDer).toBase64()).status, 200);
}

void tst_SandboxSigning::refusedSignatureValue() {
    ServiceClient client(*m_sandbox);
    const QString session = m_sandbox->info().sessions.first();
    client.calculateDigest({session});
    const QJsonObject wrong{
        {u"data"_qs,
         QJsonObject{{u"sessionDigests"_qs,
                      QJsonArray{QJsonObject{
                          {u"sessionId"_qs, session},
                          {u"digest"_qs, QString::fromLatin1(QByteArray(32, 'x').toBase64())}}}}}}};
    const auto result = client.finalize(wrong);
    QCOMPARE(result.status, 200);
    QCOMPARE(result.data()[u"results"][0][u"error"][u"code"].toString(),
             u"signing:finalizeSigning:badSignature"_qs);
    QVERIFY(!m_sandbox->documents(session)->first().name.endsWith(u".asice"));
    QCOMPARE(m_sandbox->counters().values().finalizeRequests.value(session), 1);
    QCOMPARE(m_sandbox->counters().values().finalizations.value(session), 0);
}

void tst_SandboxSigning::refusedAuthenticationCertificate() {
    ServiceClient client(*m_sandbox);
    const QString session = m_sandbox->info().sessions.first();
    QJsonObject request = client.finalizeRequest(client.calculateDigest({session}).json());
    request.insert(u"authCertificate"_qs,
                   QString::fromLatin1(client.card().signing.certificateDer.toBase64()));
    const auto refused = client.post(u"/api-sign/v1.0/finalizeSigning"_qs, request);
    QCOMPARE(refused.data()[u"results"][0][u"error"][u"code"].toString(),
             u"signing:finalizeSigning:timeStampRefused"_qs);
    request.remove(u"authCertificate"_qs);
    QCOMPARE(client.post(u"/api-sign/v1.0/finalizeSigning"_qs, request).status, 400);
    QCOMPARE(m_sandbox->counters().values().finalizations.value(session), 0);
}

void tst_SandboxSigning::sessionsStandAlone() {
    ServiceClient client(*m_sandbox);
    const QString good = m_sandbox->info().sessions.first();
    const QString empty = m_sandbox->addSession({});
    const auto answer = client.calculateDigest({empty, good, u"nobody"_qs});
    QCOMPARE(answer.status, 200);
    const QJsonArray entries = answer.data()[u"sessionDigests"].toArray();
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries[0][u"error"][u"code"].toString(), u"signing:calculateDigest:noFiles"_qs);
    QCOMPARE(QByteArray::fromBase64(entries[1][u"digest"].toString().toLatin1()).size(), 32);
    QCOMPARE(entries[2][u"error"][u"code"].toString(), u"session:notFound"_qs);
    QCOMPARE(client.calculateDigest({}).status, 400);
    QCOMPARE(client.calculateDigest({good, good}).status, 400);
}

void tst_SandboxSigning::secondFinalize_data() {
    QTest::addColumn<bool>("refuse");
    QTest::addColumn<int>("signatures");
    QTest::newRow("is refused") << true << 1;
    QTest::newRow("adds a signature") << false << 2;
}

void tst_SandboxSigning::secondFinalize() {
    QFETCH(bool, refuse);
    QFETCH(int, signatures);
    SandboxOptions options;
    options.refuseSecondFinalize = refuse;
    start(options);
    ServiceClient client(*m_sandbox);
    const QString session = m_sandbox->info().sessions.first();
    const QJsonObject request = client.finalizeRequest(client.calculateDigest({session}).json());
    client.post(u"/api-sign/v1.0/finalizeSigning"_qs, request);
    const auto again = client.post(u"/api-sign/v1.0/finalizeSigning"_qs, request);
    QCOMPARE(again.data()[u"results"][0][u"error"][u"code"].toString(),
             refuse ? u"signing:finalizeSigning:alreadyFinalized"_qs : QString());
    QCOMPARE(m_sandbox->counters().values().finalizations.value(session), signatures);
    const auto report =
        test::verifyContainer(m_sandbox->documents(session)->first().bytes, m_sandbox->info().caPem);
    QVERIFY2(report.isValid(), report.text());
    QCOMPARE(report.signers.size(), signatures);
}

void tst_SandboxSigning::newDigestVoidsTheOld() {
    ServiceClient client(*m_sandbox);
    const QString session = m_sandbox->info().sessions.first();
    const auto first = client.calculateDigest({session});
    const auto second = client.calculateDigest({session});
    QVERIFY(first.body != second.body);
    QVERIFY(client.finalize(first.json()).data()[u"results"][0][u"error"].isObject());
    QVERIFY(client.finalize(second.json()).data()[u"results"][0][u"error"].isUndefined());
}

QTEST_GUILESS_MAIN(tst_SandboxSigning)
#include "tst_SandboxSigning.moc"
