#include <QJsonArray>
#include <QTest>

#include "ServiceClient.h"
#include "SignatoryBench.h"
#include "sandbox/service/SampleDocuments.h"

using namespace signet;
using namespace signet::sandbox;
using test::HttpResult;
using test::ServiceClient;
using test::SignatoryBench;

/** The validation calls over real HTTP: what they answer, and how they refuse. */
class tst_SandboxValidationCalls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void firstVersion();
    void secondVersion();
    void containerThatWasSignedHere();
    void spoiltContainer();
    void signedPdf();
    void refusals_data();
    void refusals();
    void refusesStrangers();
    void faults();
    void otherSpellings();

private:
    HttpResult validate(const QString& session, const QString& document, int version = 2);
    /** A session with a container that holds one file and one signature. */
    QString signedSession();
    QString idIn(const QString& session) { return m_sandbox->documents(session)->first().id; }

    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<ServiceClient> m_client;
    const QList<DataFile> m_files{{u"tāme.txt"_qs, "Cena: 12 EUR"}};
};

void tst_SandboxValidationCalls::init() {
    m_client.reset();
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(m_sandbox->start());
    m_client = std::make_unique<ServiceClient>(*m_sandbox);
}

HttpResult tst_SandboxValidationCalls::validate(const QString& session, const QString& document,
                                                int version) {
    return m_client->get(
        u"/api-validation/v%1.0/%2/%3/validate"_qs.arg(QString::number(version), session, document));
}

QString tst_SandboxValidationCalls::signedSession() {
    SignatoryBench bench(m_sandbox->pki());
    const QByteArray xml = bench.xades(m_files, bench.card(CardPersonalisation::CosmoXEc));
    return m_sandbox->addSession({{{}, u"akts.asice"_qs, SignatoryBench::container(m_files, {xml})}});
}

void tst_SandboxValidationCalls::firstVersion() {
    const QString session = signedSession();
    const auto answer = validate(session, idIn(session), 1);
    QCOMPARE(answer.status, 200);
    const QJsonObject report = answer.data().toObject();
    QCOMPARE(report[u"signatureForm"].toString(), u"ASiC-E"_qs);
    QCOMPARE(report[u"signaturesCount"].toInt(), 1);
    QCOMPARE(report[u"validSignaturesCount"].toInt(), 1);
    QCOMPARE(report[u"validatedDocument"][u"filename"].toString(), u"akts.asice"_qs);
    QCOMPARE(report[u"includedFiles"][0][u"filename"].toString(), u"tāme.txt"_qs);
    const QJsonObject signature = report[u"signaturesExt"][0].toObject();
    QCOMPARE(signature[u"indication"].toString(), u"TOTAL-PASSED"_qs);
    QCOMPARE(signature[u"signedBy"].toString(), u"ANNA PARAUGA"_qs);
    QCOMPARE(signature[u"signerSerialNumber"].toString(), u"PNOLV-010180-12345"_qs);
    QCOMPARE(signature[u"signatureLevel"].toString(), u"QESIG"_qs);
    QCOMPARE(signature[u"signatureFormat"].toString(), u"XAdES_BASELINE_LT"_qs);
    const QString stamped = signature[u"info"][u"timestampCreationTime"].toString();
    QVERIFY2(stamped.endsWith(u'Z'), qPrintable(stamped));
    const auto time = QDateTime::fromString(stamped, Qt::ISODate);
    QVERIFY(qAbs(time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QVERIFY(signature[u"errors"].toArray().isEmpty());
}

void tst_SandboxValidationCalls::secondVersion() {
    const QString session = signedSession();
    const auto answer = validate(session, idIn(session));
    QCOMPARE(answer.status, 200);
    const QJsonObject report = answer.data().toObject();
    QCOMPARE(report[u"validatedDocument"][u"fileName"].toString(), u"akts.asice"_qs);
    QCOMPARE(report[u"validatedDocument"][u"includedFiles"][0].toString(), u"tāme.txt"_qs);
    const QJsonObject signature = report[u"signaturesExt"][0].toObject();
    QCOMPARE(signature[u"signerExt"][u"signedby"].toString(), u"ANNA PARAUGA"_qs);
    QVERIFY(signature[u"timeStamp"].toString().endsWith(u'Z'));
    QVERIFY(signature[u"ocspResponceTime"].toString().endsWith(u'Z'));
    QVERIFY(signature[u"maximumValidityTime"].toString() > signature[u"timeStamp"].toString());
}

void tst_SandboxValidationCalls::containerThatWasSignedHere() {
    const QString session = m_sandbox->info().sessions.at(8);
    for (int signatures = 1; signatures <= 2; ++signatures) {
        QCOMPARE(m_client->finalize(m_client->calculateDigest({session}).json()).status, 200);
        const QJsonObject report = validate(session, idIn(session)).data().toObject();
        QCOMPARE(report[u"signaturesCount"].toInt(), signatures);
        QCOMPARE(report[u"validSignaturesCount"].toInt(), signatures);
    }
}

void tst_SandboxValidationCalls::spoiltContainer() {
    SignatoryBench bench(m_sandbox->pki());
    const CardIdentity card = bench.card(CardPersonalisation::CosmoXEc);
    const QByteArray good = bench.xades(m_files, card);
    const QByteArray bad = bench.xades({{u"tāme.txt"_qs, "Cena: 92 EUR"}}, card);
    const QString session =
        m_sandbox->addSession({{{}, u"akts.edoc"_qs, SignatoryBench::container(m_files, {good, bad})}});
    const QJsonObject report = validate(session, idIn(session)).data().toObject();
    QCOMPARE(report[u"signaturesCount"].toInt(), 2);
    QCOMPARE(report[u"validSignaturesCount"].toInt(), 1);
    const QJsonObject signature = report[u"signaturesExt"][1].toObject();
    QCOMPARE(signature[u"indication"].toString(), u"TOTAL-FAILED"_qs);
    QCOMPARE(signature[u"subIndication"].toString(), u"HASH_FAILURE"_qs);
    QVERIFY(signature[u"errors"][0].toString().contains(u"tāme.txt"));
}

void tst_SandboxValidationCalls::signedPdf() {
    SignatoryBench bench(m_sandbox->pki());
    const CardIdentity card = bench.card(CardPersonalisation::Cosmo8Rsa);
    const QByteArray pdf = bench.archived(bench.pades(samplePdf({u"Līgums"_qs}), card), card);
    const QString session = m_sandbox->addSession({{{}, u"a.pdf"_qs, pdf}});
    const QJsonObject report = validate(session, idIn(session)).data().toObject();
    QCOMPARE(report[u"signatureForm"].toString(), u"PDF"_qs);
    QCOMPARE(report[u"validSignaturesCount"].toInt(), 1);
    QCOMPARE(report[u"signaturesExt"][0][u"signatureFormat"].toString(), u"PAdES_BASELINE_LTA"_qs);
}

void tst_SandboxValidationCalls::refusals_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const QString notSigned = u"file is not signed"_qs;
    const QString notHandled = u"Document format not recognized/handled"_qs;
    QTest::newRow("container") << u"a.asice"_qs << SignatoryBench::container(m_files, {}) << notSigned;
    QTest::newRow("PDF") << u"a.pdf"_qs << samplePdf({u"Līgums"_qs}) << notSigned;
    QTest::newRow("text") << u"a.txt"_qs << QByteArray("text") << notHandled;
    QTest::newRow("broken container") << u"a.asice"_qs << QByteArray("PK\3\4 and so on") << notHandled;
    QTest::newRow("broken PDF") << u"a.pdf"_qs << QByteArray("%PDF-1.7 and so on") << notHandled;
}

void tst_SandboxValidationCalls::refusals() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const QString session = m_sandbox->addSession({{{}, name, bytes}});
    for (const int version : {1, 2}) {
        const auto answer = validate(session, idIn(session), version);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json()[u"error"].toString(), words);
    }
}

void tst_SandboxValidationCalls::refusesStrangers() {
    const QString session = signedSession();
    const auto list = m_client->get(u"/api-storage/v1.0/%1/list"_qs.arg(session)).data();
    const QString inside = list[0][u"includedDocuments"][0][u"id"].toString();
    QVERIFY(!inside.isEmpty());
    QCOMPARE(validate(session, inside).status, 400);
    QCOMPARE(validate(session, inside).json()[u"error"].toString(),
             u"Document format not recognized/handled"_qs);
    QCOMPARE(validate(session, u"nothing"_qs).errorCode(), u"storage:notFound"_qs);
    QCOMPARE(validate(u"nothing"_qs, idIn(session)).errorCode(), u"session:notFound"_qs);
    m_client->setToken("wrong");
    QCOMPARE(validate(session, idIn(session)).status, 401);
}

void tst_SandboxValidationCalls::faults() {
    const QString session = signedSession();
    QVERIFY(m_sandbox->faults().apply(QJsonDocument::fromJson(R"({"faults": [
        {"kind": "refused", "operation": "validateV2", "status": 404},
        {"kind": "withoutData", "operation": "validateV1"}]})")
                                          .object()));
    QCOMPARE(validate(session, idIn(session), 2).status, 404);
    const auto bare = validate(session, idIn(session), 1);
    QCOMPARE(bare.status, 200);
    QVERIFY(!bare.json().contains(u"data"));
    QCOMPARE(bare.json()[u"signaturesCount"].toInt(), 1);
}

void tst_SandboxValidationCalls::otherSpellings() {
    const QString session = signedSession();
    m_sandbox->faults().add({FaultKind::OtherSpellings});
    const QJsonObject first = validate(session, idIn(session), 1).data().toObject();
    QCOMPARE(first[u"validatedDocument"][u"fileName"].toString(), u"akts.asice"_qs);
    QCOMPARE(first[u"validatedDocument"][u"includedFiles"][0].toString(), u"tāme.txt"_qs);
    QCOMPARE(first[u"signaturesExt"][0][u"signedby"].toString(), u"ANNA PARAUGA"_qs);
    const QJsonObject second = validate(session, idIn(session), 2).data().toObject();
    QCOMPARE(second[u"validatedDocument"][u"filename"].toString(), u"akts.asice"_qs);
    QCOMPARE(second[u"includedFiles"][0][u"filename"].toString(), u"tāme.txt"_qs);
    QCOMPARE(second[u"signaturesExt"][0][u"signerExt"][u"signedBy"].toString(), u"ANNA PARAUGA"_qs);
    const QString time = second[u"signaturesExt"][0][u"ocspResponseTime"].toString();
    QVERIFY2(!time.isEmpty() && !time.contains(u'Z'), qPrintable(time));
}

QTEST_GUILESS_MAIN(tst_SandboxValidationCalls)
#include "tst_SandboxValidationCalls.moc"
