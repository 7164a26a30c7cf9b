#include <QJsonArray>
#include <QTest>

#include "ServiceClient.h"
#include "sandbox/service/AsicContainer.h"
#include "support/AsicVerifier.h"

using namespace signet;
using namespace signet::sandbox;
using test::HttpResult;
using test::ServiceClient;

/** What validation says of archived containers, and which ones addArchive refuses. */
class tst_SandboxArchive : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void archives_data();
    void archives();
    void signsAfterArchive();
    void forgeriesAreSeen_data();
    void forgeriesAreSeen();
    void completesWhatIsMissing();
    void brokenSignature();
    void refusedCertificate();

private:
    QString signedSession(int signatures = 1);
    HttpResult archive(const QStringList& sessions, const QByteArray& certificate = {});
    SandboxDocument document(const QString& session) { return m_sandbox->documents(session)->value(0); }
    test::AsicReport judge(const QString& session) {
        return test::verifyContainer(document(session).bytes, m_sandbox->info().caPem);
    }
    QJsonObject validation(const QString& session, int version);
    QStringList levels(const QString& session);

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<ServiceClient> m_client;
    std::unique_ptr<ServiceClient> m_second;
};

namespace {

QString entryError(const HttpResult& result, int index = 0) {
    return result.data()[u"results"][index][u"error"][u"code"].toString();
}

QList<QByteArray> signaturesOf(const SandboxDocument& document) {
    return AsicContainer::read(document.bytes)->signatures();
}

}  // namespace

void tst_SandboxArchive::init() {
    m_client.reset();
    m_second.reset();
    m_sandbox = std::make_unique<Sandbox>(SandboxOptions{});
    const auto started = m_sandbox->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail()));
    m_client = std::make_unique<ServiceClient>(*m_sandbox);
    m_second = std::make_unique<ServiceClient>(*m_sandbox, CardPersonalisation::Cosmo8Rsa);
}

QString tst_SandboxArchive::signedSession(int signatures) {
    const QString session =
        m_sandbox->addSession({{{}, u"tāme & 1.txt"_qs, "Cena: 12 EUR"}, {{}, u"b.txt"_qs, "two"}});
    for (int i = 0; i < signatures; ++i) {
        ServiceClient& client = i % 2 == 0 ? *m_client : *m_second;
        client.finalize(client.calculateDigest({session}).json());
    }
    return session;
}

HttpResult tst_SandboxArchive::archive(const QStringList& sessions, const QByteArray& certificate) {
    QJsonArray entries;
    for (const QString& session : sessions)
        entries.append(QJsonObject{{u"sessionId"_qs, session}});
    const QByteArray der =
        certificate.isEmpty() ? m_client->card().authentication.certificateDer : certificate;
    return m_client->post(
        u"/api-sign/v1.0/addArchive"_qs,
        {{u"sessions"_qs, entries}, {u"authCertificate"_qs, QString::fromLatin1(der.toBase64())}});
}

QJsonObject tst_SandboxArchive::validation(const QString& session, int version) {
    return m_client
        ->get(u"/api-validation/v%1.0/%2/%3/validate"_qs.arg(version).arg(session, document(session).id))
        .data()
        .toObject();
}

QStringList tst_SandboxArchive::levels(const QString& session) {
    QStringList levels;
    const QJsonArray signatures = validation(session, 2)[u"signaturesExt"].toArray();
    for (const QJsonValue& signature : signatures)
        levels.append(signature[u"indication"].toString() + u' ' + signature[u"signatureFormat"].toString());
    return levels;
}

void tst_SandboxArchive::archives_data() {
    QTest::addColumn<int>("signatures");
    QTest::newRow("one signature") << 1;
    QTest::newRow("two signatures") << 2;
}

void tst_SandboxArchive::archives() {
    QFETCH(int, signatures);
    const QString session = signedSession(signatures);
    const SandboxDocument before = document(session);
    const auto answer = archive({session});
    QVERIFY2(answer.status == 200 && entryError(answer).isEmpty(), answer.body);
    QCOMPARE(answer.data()[u"results"][0][u"sessionId"].toString(), session);
    const SandboxDocument after = document(session);
    QCOMPARE(m_sandbox->documents(session)->size(), 1);
    QVERIFY(after.name.endsWith(u".extended.asice"));
    QVERIFY(after.id != before.id);
    const auto report = judge(session);
    QVERIFY2(report.isValid(), report.text());
    QCOMPARE(report.archiveStamps, signatures);
    QCOMPARE(report.files.size(), 2);
    for (const int version : {1, 2})
        QCOMPARE(QJsonDocument(validation(session, version)).toJson().count("XAdES_BASELINE_LTA"),
                 signatures);
    QCOMPARE(m_sandbox->counters().values().archives.value(session), 1);
    QCOMPARE(m_sandbox->counters().values().archiveRequests.value(session), 1);
}

void tst_SandboxArchive::signsAfterArchive() {
    const QString session = signedSession();
    archive({session});
    m_second->finalize(m_second->calculateDigest({session}).json());
    const auto report = judge(session);
    QVERIFY2(report.isValid(), report.text());
    QCOMPARE(report.archiveStamps, 1);
    QCOMPARE(levels(session),
             (QStringList{u"TOTAL-PASSED XAdES_BASELINE_LTA"_qs, u"TOTAL-PASSED XAdES_BASELINE_LT"_qs}));
}

void tst_SandboxArchive::forgeriesAreSeen_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("unsigned property renamed")
        << QByteArray("<xades:SignatureTimeStamp Id=\"") << QByteArray("<xades:SignatureTimeStamp Id=\"x");
    QTest::newRow("object added") << QByteArray("</ds:Signature>")
                                  << QByteArray("<ds:Object>more</ds:Object></ds:Signature>");
    QTest::newRow("certificate added")
        << QByteArray("</ds:KeyInfo>") << QByteArray("<ds:KeyName>x</ds:KeyName></ds:KeyInfo>");
    QTest::newRow("nothing") << QByteArray("</ds:KeyInfo>") << QByteArray("</ds:KeyInfo>");
}

/** None of these touches what the signature itself covers. */
void tst_SandboxArchive::forgeriesAreSeen() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const QString session = signedSession();
    archive({session});
    const QByteArray forged =
        test::replacedInContainer(document(session).bytes, u"META-INF/signatures0.xml"_qs, from, to);
    const QString other = m_sandbox->addSession({{{}, u"a.asice"_qs, forged}});
    QCOMPARE(levels(other),
             QStringList{(from == to ? u"TOTAL-PASSED"_qs : u"INDETERMINATE"_qs) + u" XAdES_BASELINE_LTA"});
}

void tst_SandboxArchive::completesWhatIsMissing() {
    const QByteArray good = document(signedSession()).bytes;
    const QByteArray xml = signaturesOf({{}, {}, good}).first();
    const qsizetype from = xml.indexOf("<xades:CertificateValues>");
    const qsizetype to = xml.indexOf("</xades:UnsignedSignatureProperties>");
    QVERIFY(from > 0 && to > from);
    const QByteArray bare =
        test::replacedInContainer(good, u"META-INF/signatures0.xml"_qs, xml.mid(from, to - from), {});
    const QString session = m_sandbox->addSession({{{}, u"a.edoc"_qs, bare}});
    QCOMPARE(levels(session), QStringList{u"INDETERMINATE XAdES_BASELINE_T"_qs});
    QVERIFY(entryError(archive({session})).isEmpty());
    QCOMPARE(document(session).name, u"a.extended.edoc"_qs);
    const auto report = judge(session);
    QVERIFY2(report.isValid(), report.text());
    QCOMPARE(levels(session), QStringList{u"TOTAL-PASSED XAdES_BASELINE_LTA"_qs});
}

void tst_SandboxArchive::brokenSignature() {
    const QByteArray good = document(signedSession()).bytes;
    for (const auto& [from, to] : {std::pair<QByteArray, QByteArray>{"<?xml", "<xml"},
                                   {"URI=\"b.txt\"", "URI=\"c.txt\""},
                                   {"xades:QualifyingProperties", "xades:Nothing"}}) {
        const QByteArray broken = test::replacedInContainer(good, u"META-INF/signatures0.xml"_qs, from, to);
        const QString session = m_sandbox->addSession({{{}, u"a.asice"_qs, broken}});
        QCOMPARE(entryError(archive({session})), u"signing:addArchive:badDocument"_qs);
        QCOMPARE(document(session).bytes, broken);
    }
}

void tst_SandboxArchive::refusedCertificate() {
    const QString session = signedSession();
    const auto signing = archive({session}, m_client->card().signing.certificateDer);
    QCOMPARE(signing.status, 400);
    QCOMPARE(signing.errorCode(), u"signing:addArchive:timeStampRefused"_qs);
    QCOMPARE(archive({session}, "no certificate").status, 400);
    QCOMPARE(judge(session).archiveStamps, 0);
}

QTEST_GUILESS_MAIN(tst_SandboxArchive)
#include "tst_SandboxArchive.moc"
